package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * keepalived, which holds the addresses of {@link Access#addresses()} on one HAProxy node each.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5798">RFC 5798: VRRP version 3</a>
 * @since 0.1
 */
public record Keepalived(
        @Key(
                en = "Number of the first address among those of its network (VRID), 1 to 255; the next addresses have"
                        + " the next numbers. By default the last byte of the address, 255 for 0, the next free one where it is"
                        + " taken.",
                ru =
                        "Номер первого адреса среди адресов его сети (VRID), от 1 до 255; у следующих адресов следующие"
                                + " номера. По умолчанию — последний байт адреса, 255 вместо 0, следующий свободный, если занят.",
                example = "40")
        @Nullable
        Integer virtualRouterId,

        @Key(
                en =
                        "Time between two adverts of the node that holds an address; after three lost ones another takes it.",
                ru =
                        "Интервал между объявлениями узла, который держит адрес; после трёх потерянных адрес берёт другой.",
                otherwise = "500ms")
        Duration advertInterval) {

    /** The defaults of a section that the specification leaves out. */
    public static Keepalived defaults() {
        return KeyDefaults.of(Keepalived.class);
    }

    /** The same with another {@link #virtualRouterId()}. */
    public Keepalived withVirtualRouterId(@Nullable Integer value) {
        return new Keepalived(value, advertInterval);
    }

    /** The same with another {@link #advertInterval()}. */
    public Keepalived withAdvertInterval(Duration value) {
        return new Keepalived(virtualRouterId, value);
    }
}
