package io.github.pg1c.model.rules;

import io.github.pg1c.model.Durations;
import io.github.pg1c.model.Tls;
import java.time.Duration;
import java.util.List;

/** Rules of the certificates' lives. */
final class TlsRules {

    static final List<Rule> ROWS = List.of(
            Rule.error(751, "A certificate outlives its authority", "Сертификат живёт дольше своего центра")
                    .because(
                            "It would become invalid together with the authority, without a warning.",
                            "Он перестанет действовать вместе с центром, и без предупреждения.")
                    .mend(
                            "Make caValidity several times as long as validity.",
                            "Сделайте caValidity в несколько раз больше validity.")
                    .example("tls: {validity: 365d, caValidity: 3650d}")
                    .reads("tls.validity", "tls.caValidity")
                    .check((cluster, findings) -> {
                        Tls tls = cluster.tls();
                        if (tls.validity().compareTo(tls.caValidity()) > 0) {
                            String sum = Durations.print(tls.validity()) + " > " + Durations.print(tls.caValidity());
                            findings.report(
                                    "tls.validity",
                                    "validity " + sum + " caValidity",
                                    "validity " + sum + " caValidity");
                        }
                    }),
            Rule.warning(752, "Certificates live long", "Сертификаты живут долго")
                    .because(
                            "Some TLS libraries refuse server certificates of more than 825 days, and a stolen key stays useful as long.",
                            "Некоторые библиотеки TLS не принимают сертификаты серверов дольше 825 дней, и столько же полезен украденный ключ.")
                    .mend(
                            "Write 825d or less; renewal is one command.",
                            "Укажите 825d или меньше; продление — одна команда.")
                    .example("tls: {validity: 365d}")
                    .reads("tls.validity")
                    .check((cluster, findings) -> {
                        String value = Durations.print(cluster.tls().validity());
                        if (cluster.tls().validity().compareTo(Duration.ofDays(825)) > 0) {
                            findings.report(
                                    "tls.validity", "'" + value + "' is more than 825d", "«" + value + "» больше 825d");
                        }
                    }),
            Rule.error(753, "Certificates live too short", "Сертификаты живут слишком мало")
                    .because(
                            "They would expire before anybody renews them.",
                            "Они истекут раньше, чем их кто-нибудь продлит.")
                    .mend("Write 1d or more.", "Укажите 1d или больше.")
                    .example("tls: {validity: 90d}")
                    .reads("tls.validity", "tls.caValidity")
                    .check((cluster, findings) -> {
                        String value = Durations.print(cluster.tls().validity());
                        if (cluster.tls().validity().compareTo(Duration.ofDays(1)) < 0) {
                            findings.report(
                                    "tls.validity", "'" + value + "' is less than 1d", "«" + value + "» меньше 1d");
                        }
                    }),
            Rule.error(754, "The authority lives too long", "Центр живёт слишком долго")
                    .because(
                            "Dates beyond the year 2050 are encoded otherwise and not read by every program; 100 years is no plan.",
                            "Даты после 2050 года кодируются иначе и читаются не всеми программами; сто лет — это не план.")
                    .mend("Write 7300d (20 years) or less.", "Укажите 7300d (20 лет) или меньше.")
                    .example("tls: {caValidity: 3650d}")
                    .reads("tls.caValidity")
                    .check((cluster, findings) -> {
                        String value = Durations.print(cluster.tls().caValidity());
                        if (cluster.tls().caValidity().compareTo(Duration.ofDays(7300)) > 0) {
                            findings.report(
                                    "tls.caValidity",
                                    "'" + value + "' is more than 7300d",
                                    "«" + value + "» больше 7300d");
                        }
                    }));

    private TlsRules() {}
}
