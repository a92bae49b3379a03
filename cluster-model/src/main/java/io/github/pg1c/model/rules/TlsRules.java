package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.OwnCertificate;
import io.github.pg1c.model.OwnCertificate.Purpose;
import io.github.pg1c.model.Tls;
import io.github.pg1c.model.derived.CertificateLogin;
import io.github.pg1c.model.value.AuthorityCertificates;
import io.github.pg1c.model.value.Durations;
import io.github.pg1c.model.value.NodeName;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Rules of the certificates' lives. */
final class TlsRules {

    private static final String OWN =
            "tls:\n  certificates:\n    - {name: backup, purpose: postgresql-client, commonName: backup, role: replicator}";
    private static final String ETCD_AUTHORITY = "etcd.external.caCertificate";
    private static final String SITE_AUTHORITY = "standbyOf.caCertificate";
    private static final String[] LOGINS = {
        "roles", "databases", "networks", "nodes[*].roles", "nodes[*].address", "access.pooling", "postgresql.superuser"
    };

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
                    .reads("tls.validity")
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
                    .readsEach("tls.certificates[*].name")
                    .check((cluster, findings) -> {
                        Set<NodeName> seen = new HashSet<>();
                        each(cluster, (path, certificate) -> {
                            if (findings.known(path + ".name") && !seen.add(certificate.name())) {
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
                    .readsEach("tls.certificates[*].name", "tls.certificates[*].purpose", "tls.certificates[*].names")
                    .check((cluster, findings) -> each(cluster, (path, certificate) -> {
                        if (certificate.purpose().isServer()
                                && certificate.names().isEmpty()
                                && findings.known(path + ".purpose", path + ".names")) {
                            String name = findings.name(path, certificate.name());
                            findings.report(
                                    path,
                                    "'" + name + "' is a server's and has no names",
                                    "«" + name + "» — сертификат сервера, а имён у него нет");
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
                    .readsEach(
                            "tls.certificates[*].name", "tls.certificates[*].purpose", "tls.certificates[*].commonName")
                    .check((cluster, findings) -> each(cluster, (path, certificate) -> {
                        String name = certificate.commonName();
                        boolean needed = !certificate.purpose().isServer();
                        boolean wrong = name == null ? needed : name.length() > 64 || needed && name.startsWith("/");
                        if (wrong && findings.known(path + ".purpose", path + ".commonName")) {
                            String shown = findings.name(path, certificate.name());
                            findings.report(
                                    path,
                                    "'" + shown + "' has no common name that can be used",
                                    "у «" + shown + "» нет пригодного общего имени");
                        }
                    })),
            ClusterRule.error(758, "A certificate opens no database", "Сертификат не открывает ни одной базы")
                    .because(
                            "pg_hba.conf has a line for the databases of the certificate's role; a role that the "
                                    + "specification does not have, or that may open no database, gets none.",
                            "В pg_hba.conf есть строка для баз роли сертификата; роль, которой нет в описании или "
                                    + "которой не доступна ни одна база, её не получает.")
                    .mend(
                            "Write the role of the certificate, or its databases.",
                            "Укажите роль сертификата или его базы.")
                    .example(OWN)
                    .reads(LOGINS)
                    .readsEach("tls.certificates[*]")
                    .check((cluster, findings) -> logins(cluster, findings, (path, login) -> {
                        if (login.databases().isEmpty()) {
                            findings.report(
                                    path,
                                    "no database is known for role '" + login.role() + "'",
                                    "для роли «" + login.role() + "» не известна ни одна база");
                        }
                    })),
            ClusterRule.error(759, "A certificate takes a password's place", "Сертификат вытесняет вход по паролю")
                    .because(
                            "PostgreSQL takes the first line that fits role, database and address, and asks for "
                                    + "nothing but the certificate then: Patroni or 1C could no longer log in.",
                            "PostgreSQL берёт первую строку, подходящую по роли, базе и адресу, и требует только "
                                    + "сертификат: Patroni или 1С больше не смогли бы подключиться.")
                    .mend(
                            "Give the certificate a role of its own, or networks outside of the clients'.",
                            "Дайте сертификату отдельную роль или сети вне сетей клиентов.")
                    .example(OWN)
                    .reads(LOGINS)
                    .readsEach("tls.certificates[*]")
                    .check((cluster, findings) -> logins(cluster, findings, (path, login) -> {
                        if (login.displacesPassword(cluster)) {
                            findings.report(
                                    path,
                                    "role '" + login.role() + "' logs in by password from there",
                                    "роль «" + login.role() + "» подключается оттуда по паролю");
                        }
                    })),
            ClusterRule.error(760, "A certificate without networks", "Сертификат без сетей")
                    .because(
                            "Every address that pg_hba.conf does not name is refused.",
                            "Любой адрес, не указанный в pg_hba.conf, получает отказ.")
                    .mend(
                            "Write networks of the certificate, or the administrators' networks.",
                            "Укажите сети сертификата или сети администраторов.")
                    .example(OWN)
                    .reads(LOGINS)
                    .readsEach("tls.certificates[*]")
                    .check((cluster, findings) -> logins(cluster, findings, (path, login) -> {
                        if (login.networks().isEmpty()) {
                            findings.report(
                                    path,
                                    "neither the certificate nor the administrators have networks",
                                    "сетей нет ни у сертификата, ни у администраторов");
                        }
                    })),
            ClusterRule.error(761, "A key of another kind of certificate", "Ключ другого вида сертификата")
                    .because(
                            "Only a certificate of a PostgreSQL client leads to a role; the keys would have no effect.",
                            "К роли ведёт только сертификат клиента PostgreSQL; ключи ни на что бы не влияли.")
                    .mend(
                            "Write purpose: postgresql-client, or remove role, databases and networks.",
                            "Укажите purpose: postgresql-client или уберите role, databases и networks.")
                    .example(OWN)
                    .readsEach("tls.certificates[*]")
                    .check((cluster, findings) -> each(cluster, (path, certificate) -> {
                        boolean login = certificate.role() != null
                                || !certificate.databases().isEmpty()
                                || !certificate.networks().isEmpty();
                        if (login && certificate.purpose() != Purpose.POSTGRESQL_CLIENT && findings.known(path)) {
                            findings.report(
                                    path,
                                    "role, databases and networks belong to purpose postgresql-client",
                                    "role, databases и networks относятся к назначению postgresql-client");
                        }
                    })),
            ClusterRule.error(762, "The certificate of an authority cannot be used", "Сертификат центра непригоден")
                    .because(
                            "Connections to the servers of others are checked with it.",
                            "По нему проверяются соединения с чужими серверами.")
                    .mend(
                            "Copy the certificate of the authority that signed the servers' certificates, PEM.",
                            "Скопируйте сертификат центра, подписавшего сертификаты серверов, в виде PEM.")
                    .example(TakeoverRules.SECOND_EXAMPLE)
                    .reads(ETCD_AUTHORITY, SITE_AUTHORITY)
                    .check((cluster, findings) -> {
                        faults(cluster.etcd().external().caCertificate())
                                .forEach(fault -> findings.report(ETCD_AUTHORITY, fault.en(), fault.ru()));
                        faults(cluster.standbyOf().caCertificate())
                                .forEach(fault -> findings.report(SITE_AUTHORITY, fault.en(), fault.ru()));
                    }));

    private TlsRules() {}

    private static List<Text> faults(@Nullable AuthorityCertificates given) {
        return given == null ? List.of() : given.faults();
    }

    /** The logins of certificates that were read. */
    private static void logins(Cluster cluster, RuleFindings findings, BiConsumer<String, CertificateLogin> check) {
        each(cluster, (path, certificate) -> {
            if (findings.known(path)) {
                CertificateLogin.of(cluster, certificate).ifPresent(login -> check.accept(path, login));
            }
        });
    }

    private static void each(Cluster cluster, BiConsumer<String, OwnCertificate> check) {
        List<OwnCertificate> certificates = cluster.tls().certificates();
        for (int i = 0; i < certificates.size(); i++) {
            check.accept("tls.certificates[" + i + "]", certificates.get(i));
        }
    }
}
