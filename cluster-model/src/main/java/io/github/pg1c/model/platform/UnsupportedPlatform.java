package io.github.pg1c.model.platform;

import io.github.pg1c.base.words.Text;
import java.util.Arrays;
import java.util.Optional;

/**
 * An operating system that is asked for and cannot be had: what is missing, and what is supported instead.
 *
 * @since 0.1
 */
public enum UnsupportedPlatform {
    ALT_10("alt-10", Reasons.APT_RPM, Reasons.OTHER_HOSTS),
    ALT_11("alt-11", Reasons.APT_RPM, Reasons.OTHER_HOSTS),
    ASTRA_1_7(
            "astra-1.7",
            Text.of(
                    "it follows Debian 10, whose Patroni 1.5, etcd 3.2, HAProxy 1.8 and PgBouncer 1.9 are all older "
                            + "than the oldest ones that a bundle can use, and PGDG has no packages for it",
                    "она основана на Debian 10, где Patroni 1.5, etcd 3.2, HAProxy 1.8 и PgBouncer 1.9 старше самых"
                            + " старых, с которыми работает комплект, а пакетов PGDG для неё нет"),
            Text.of("upgrade the hosts and write astra-1.8", "обновите узлы и укажите astra-1.8")),
    REDOS_7_3(
            "redos-7.3",
            Text.of(
                    "the versions of Patroni, etcd, HAProxy and PgBouncer in its repositories are not known, and PGDG's"
                            + " packages are built for other systems",
                    "версии Patroni, etcd, HAProxy и PgBouncer в её репозиториях неизвестны, а пакеты PGDG собраны для"
                            + " других систем"),
            Text.of("upgrade the hosts and write redos-8", "обновите узлы и укажите redos-8"));

    private final String id;
    private final Text missing;
    private final Text instead;

    UnsupportedPlatform(String id, Text missing, Text instead) {
        this.id = id;
        this.missing = missing;
        this.instead = instead;
    }

    /** The system with the identifier, as {@code alt-10}. */
    public static Optional<UnsupportedPlatform> find(String id) {
        return Arrays.stream(values())
                .filter(platform -> platform.id.equals(id))
                .findFirst();
    }

    /** The word that a specification would use. */
    public String id() {
        return id;
    }

    /** What a bundle needs and the system does not have, after a colon. */
    public Text missing() {
        return missing;
    }

    /** The way that remains, as an instruction. */
    public Text instead() {
        return instead;
    }

    private static final class Reasons {

        private static final Text APT_RPM = Text.of(
                "its packages are RPM and its package manager is apt-rpm, which is neither the apt nor the dnf that the"
                        + " scripts of a bundle call; the names of the packages and the versions of Patroni, etcd, "
                        + "HAProxy and PgBouncer there are not known",
                "пакеты в ней RPM, а менеджер пакетов — apt-rpm: это не apt и не dnf, которые вызывают скрипты"
                        + " комплекта; имена пакетов и версии Patroni, etcd, HAProxy и PgBouncer в ней неизвестны");

        private static final Text OTHER_HOSTS = Text.of(
                "take hosts with a supported system, of the Russian ones astra-1.8 or redos-8",
                "возьмите узлы с поддерживаемой системой, из российских — astra-1.8 или redos-8");
    }
}
