package io.github.pg1c.model.rules;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.OwnCertificate;
import io.github.pg1c.model.Tls;
import io.github.pg1c.model.value.Durations;
import io.github.pg1c.model.value.NodeName;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Rules of the certificates' lives. */
final class TlsRules {

    private static final String OWN =
            "tls:\n  certificates:\n    - {name: backup, purpose: postgresql-client, commonName: backup}";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(751, "A certificate outlives its authority", "Сертификат живёт дольше своего центра")
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
            ClusterRule.warning(752, "Certificates live long", "Сертификаты живут долго")
                    .because(
                            "Some TLS libraries refuse server certificates of more than 825 days, and a stolen "
                                    + "key stays useful as long.",
                            "Некоторые библиотеки TLS не принимают сертификаты серверов дольше 825 дней, и "
                                    + "столько же полезен украденный ключ.")
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
            ClusterRule.error(753, "Certificates live too short", "Сертификаты живут слишком мало")
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
            ClusterRule.error(754, "The authority lives too long", "Центр живёт слишком долго")
                    .because(
                            "Dates beyond the year 2050 are encoded otherwise and not read by every program; 100 "
                                    + "years is no plan.",
                            "Даты после 2050 года кодируются иначе и читаются не всеми программами; сто лет — "
                                    + "это не план.")
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
                    }),
            ClusterRule.error(755, "Duplicate certificate", "Повторный сертификат")
                    .because("Both would be written to one file.", "Оба попали бы в один файл.")
                    .mend("Keep one of them, or give it another name.", "Оставьте один или дайте ему другое имя.")
                    .example(OWN)
                    .reads("tls.certificates[*].name")
                    .check((cluster, findings) -> {
                        Set<NodeName> seen = new HashSet<>();
                        each(cluster, (path, certificate) -> {
                            if (!seen.add(certificate.name())) {
                                findings.report(
                                        path + ".name",
                                        "certificate '" + certificate.name() + "' is described twice",
                                        "сертификат «" + certificate.name() + "» описан дважды");
                            }
                        });
                    }),
            ClusterRule.error(756, "A server's certificate without names", "Сертификат сервера без имён")
                    .because(
                            "Clients compare the name they connect to with those in the certificate, and would "
                                    + "refuse it.",
                            "Клиенты сверяют имя, к которому подключаются, с именами в сертификате и отвергли бы его.")
                    .mend(
                            "List the host names and addresses at which the server is reached.",
                            "Перечислите имена и адреса, по которым доступен сервер.")
                    .example("tls:\n  certificates:\n"
                            + "    - {name: pgadmin, purpose: server, names: [pgadmin.corp.example]}")
                    .reads("tls.certificates[*].purpose", "tls.certificates[*].names")
                    .check((cluster, findings) -> each(cluster, (path, certificate) -> {
                        if (certificate.purpose().isServer()
                                && certificate.names().isEmpty()) {
                            findings.report(
                                    path,
                                    "'" + certificate.name() + "' is a server's and has no names",
                                    "«" + certificate.name() + "» — сертификат сервера, а имён у него нет");
                        }
                    })),
            ClusterRule.error(
                            757,
                            "A client's certificate without a usable common name",
                            "Сертификат клиента без пригодного общего имени")
                    .because(
                            "The common name says who connects; a certificate has room for 64 characters, and "
                                    + "PostgreSQL takes a slash in front for a pattern.",
                            "Общее имя говорит, кто подключается; в сертификате для него 64 знака, а косую черту "
                                    + "в начале PostgreSQL считает шаблоном.")
                    .mend("Write a commonName of at most 64 characters.", "Укажите commonName не длиннее 64 знаков.")
                    .example(OWN)
                    .reads("tls.certificates[*].purpose", "tls.certificates[*].commonName")
                    .check((cluster, findings) -> each(cluster, (path, certificate) -> {
                        String name = certificate.commonName();
                        boolean needed = !certificate.purpose().isServer();
                        if (name == null ? needed : name.length() > 64 || needed && name.startsWith("/")) {
                            findings.report(
                                    path,
                                    "'" + certificate.name() + "' has no common name that can be used",
                                    "у «" + certificate.name() + "» нет пригодного общего имени");
                        }
                    })));

    private TlsRules() {}

    private static void each(Cluster cluster, BiConsumer<String, OwnCertificate> check) {
        List<OwnCertificate> certificates = cluster.tls().certificates();
        for (int i = 0; i < certificates.size(); i++) {
            check.accept("tls.certificates[" + i + "]", certificates.get(i));
        }
    }
}
