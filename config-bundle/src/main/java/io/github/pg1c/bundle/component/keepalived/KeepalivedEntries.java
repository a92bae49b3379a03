package io.github.pg1c.bundle.component.keepalived;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.model.derived.VirtualAddress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** keepalived's entries in the tables and lists of the documents. */
final class KeepalivedEntries {

    private KeepalivedEntries() {}

    static List<Entry> entries(DocumentContext context) {
        Duration advert = context.cluster().keepalived().advertInterval();
        Duration skew = VirtualAddress.skew(context.cluster());
        Duration lost = VirtualAddress.takeover(context.cluster());
        Duration checks = KeepalivedConfig.CHECK_INTERVAL.multipliedBy(KeepalivedConfig.CHECK_FALL + 1L);
        String addresses = context.cluster().access().addresses().stream()
                .map(IpAddress::toString)
                .collect(Collectors.joining(", "));
        return List.of(
                Entry.of(
                        Listing.OBJECTIVES,
                        22,
                        Text.of("Entrance away: a balancer's host is lost", "Нет входа: потерян хост балансировщика"),
                        Text.same("≤ " + seconds(lost)),
                        Text.of(
                                "3 adverts and the skew of the last balancer: 3 × " + seconds(advert) + " + "
                                        + seconds(skew) + " = " + seconds(lost),
                                "3 объявления и поправка последнего балансировщика: 3 × " + seconds(advert) + " + "
                                        + seconds(skew) + " = " + seconds(lost))),
                Entry.of(
                        Listing.OBJECTIVES,
                        23,
                        Text.of(
                                "Entrance away: a balancer's process is dead or hangs",
                                "Нет входа: процесс балансировщика завершился или завис"),
                        Text.same("≤ " + seconds(checks.plus(skew))),
                        Text.of(
                                "a check a second, " + KeepalivedConfig.CHECK_FALL
                                        + " of them must fail, each within a second; then the skew: "
                                        + seconds(checks) + " + " + seconds(skew) + " = " + seconds(checks.plus(skew)),
                                "проверка раз в секунду, не пройти должны " + KeepalivedConfig.CHECK_FALL
                                        + ", каждая длится не больше секунды; затем поправка: " + seconds(checks)
                                        + " + "
                                        + seconds(skew) + " = " + seconds(checks.plus(skew)))),
                Entry.of(
                        Listing.INTERVALS,
                        30,
                        Text.same("keepalived"),
                        Text.of(
                                "advert " + seconds(advert) + ", check "
                                        + seconds(KeepalivedConfig.CHECK_INTERVAL) + ", fall "
                                        + KeepalivedConfig.CHECK_FALL,
                                "объявление " + seconds(advert) + ", проверка "
                                        + seconds(KeepalivedConfig.CHECK_INTERVAL) + ", fall "
                                        + KeepalivedConfig.CHECK_FALL)),
                Entry.of(
                        Listing.SURVIVAL,
                        22,
                        Text.of(
                                "Loss of all balancers but one: the entrance (" + addresses
                                        + ") moves to a node whose HAProxy works, and stays there when the former one"
                                        + " returns. Sessions through the lost one end.",
                                "Потеря всех балансировщиков, кроме одного: точка входа (" + addresses
                                        + ") переходит к узлу с работающим HAProxy и остаётся там, когда прежний вернётся."
                                        + " Сеансы через потерянный обрываются.")),
                Entry.of(
                        Listing.RELOADS,
                        30,
                        Text.of(
                                " A reload of keepalived with another address or another number of it moves the address at"
                                        + " once and ends the sessions. On a balancer that leaves the cluster run `systemctl"
                                        + " disable --now keepalived haproxy` before the others learn of it.",
                                " Если у keepalived изменился адрес или его номер, адрес при reload сразу переходит, а сеансы"
                                        + " обрываются. На балансировщике, который покидает кластер, выполните `systemctl"
                                        + " disable --now keepalived haproxy` раньше, чем об этом узнают остальные.")),
                Entry.of(
                        Listing.TROUBLES,
                        30,
                        Text.of("Nobody answers at " + addresses, "По " + addresses + " никто не отвечает"),
                        Text.same(code("journalctl -u keepalived -n 50 --no-pager")),
                        Text.of(
                                "`Entering FAULT STATE`: HAProxy of this node does not work, or its interface is down."
                                        + " Two holders: the balancers do not receive each other's VRRP (IP protocol 112);"
                                        + " no data is at risk, but sessions break now and then.",
                                "`Entering FAULT STATE`: на этом узле не работает HAProxy или отключён интерфейс. Адрес"
                                        + " у двоих: балансировщики не получают VRRP друг друга (IP-протокол 112); данным это"
                                        + " не грозит, но сеансы время от времени обрываются.")));
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3)
                        .setScale(2, RoundingMode.UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }
}
