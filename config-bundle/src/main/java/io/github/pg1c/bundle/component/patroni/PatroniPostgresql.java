package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.component.postgresql.HostBasedAccess;
import io.github.pg1c.bundle.component.postgresql.PostgresqlComponent;
import io.github.pg1c.bundle.component.postgresql.PostgresqlPaths;
import io.github.pg1c.bundle.component.postgresql.PostgresqlRoles;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.YamlText;
import io.github.pg1c.model.Audit;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.patroni.Basebackup;
import io.github.pg1c.model.patroni.FormerLeader;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.plan.PlannedParameter;
import java.util.List;
import java.util.stream.Collectors;

/** The member's own part of PostgreSQL's configuration, which a reload changes. */
final class PatroniPostgresql {

    /** libpq compares an address with the certificate's addresses from this version on. */
    private static final int VERIFIES_ADDRESSES_SINCE = 15;

    /** Name of a way to copy that only makes room for the next one. */
    private static final String EMPTYING = "empty_tablespaces";

    private static final Need RESTART = Need.restart(PostgresqlComponent.NAME);

    private PatroniPostgresql() {}

    static void write(PlanContext context, Node node, YamlText yaml) {
        Cluster cluster = context.cluster();
        Layout layout = context.layout();
        int port = cluster.postgresql().port();
        yaml.put("listen", node.address() + ",127.0.0.1:" + port, RESTART)
                .put("connect_address", Endpoints.hostPort(node.address(), port))
                .put("data_dir", layout.dataDirectory(), Need.MANUAL)
                .put("bin_dir", layout.binDirectory(), PatroniComponent.RESTART);
        if (layout.configDirectory() != null) {
            yaml.comment(context.say(
                            "The directory may be empty: without custom_conf the first start would look for initdb's"
                                    + " postgresql.conf there.",
                            "Каталог может быть пустым: без custom_conf первый запуск искал бы в нём postgresql.conf"
                                    + " от initdb."))
                    .put("config_dir", layout.configDirectory(), Need.MANUAL)
                    .put("custom_conf", PostgresqlPaths.BASE_CONFIG);
        }
        yaml.put("pgpass", "/run/patroni/pgpass", PatroniComponent.RESTART)
                .put("use_unix_socket", true)
                .comment(context.say(
                        "Patroni asks a standby for its timeline over a replication connection to its own host.",
                        "Линию времени реплики Patroni узнаёт через соединение репликации на своём же узле."))
                .put("use_unix_socket_repl", true)
                .section("authentication", authentication -> {
                    user(
                            context,
                            authentication,
                            "superuser",
                            cluster.postgresql().superuser(),
                            PatroniPaths.CA,
                            context.lists().has(Certificates.CLUSTER_AUTHORITY));
                    copier(context, authentication, "replication", PostgresqlRoles.REPLICATION);
                    copier(context, authentication, "rewind", PostgresqlRoles.REWIND);
                });
        recovery(context, yaml);
        yaml.section(
                        "parameters",
                        Need.reload(PostgresqlComponent.NAME),
                        parameters -> parameters(context, node, parameters))
                .comment(context.say(
                        "Every address that is not named here is refused.",
                        "Любой не указанный здесь адрес получает отказ."))
                .list("pg_hba", HostBasedAccess.lines(context))
                .list("pg_ident", HostBasedAccess.identities(context));
    }

    /** A user that members copy data as, from each other or from another site. */
    private static void copier(PlanContext context, YamlText yaml, String purpose, String name) {
        user(context, yaml, purpose, name, StandbyCluster.trusted(context), StandbyCluster.looksAtRevocations(context));
    }

    private static void user(
            PlanContext context, YamlText yaml, String purpose, String name, String trusted, boolean revocations) {
        yaml.section(purpose, user -> {
            user.put("username", name).put("sslmode", sslMode(context)).put("sslrootcert", trusted);
            if (revocations) {
                user.put("sslcrl", PatroniPaths.REVOKED);
            }
        });
    }

    static String sslMode(PlanContext context) {
        return context.cluster().postgresql().version().number() >= VERIFIES_ADDRESSES_SINCE
                ? "verify-full"
                : "verify-ca";
    }

    private static void recovery(PlanContext context, YamlText yaml) {
        boolean lossless = context.cluster().objectives().synchronous();
        FormerLeader leader = context.cluster().patroni().formerLeader();
        copying(context, yaml);
        yaml.section("basebackup", basebackup -> basebackup(context, basebackup))
                .comment(
                        leader.removedOnRewindFailure(lossless) == lossless
                                        && leader.removedOnDivergedTimelines(lossless) == lossless
                                ? reason(context, lossless)
                                : context.say(
                                        "As the specification says: true removes without a look, false leaves it to a"
                                                + " person.",
                                        "Как сказано в описании: true удаляет без осмотра, false оставляет это"
                                                + " человеку."))
                .put("remove_data_directory_on_rewind_failure", leader.removedOnRewindFailure(lossless))
                .put("remove_data_directory_on_diverged_timelines", leader.removedOnDivergedTimelines(lossless));
    }

    private static void copying(PlanContext context, YamlText yaml) {
        if (context.cluster().postgresql().tablespaces().isEmpty()) {
            yaml.list("create_replica_methods", List.of("basebackup"));
            return;
        }
        yaml.comment(context.say(
                        "The first way never copies: it removes what a copy that was broken off left in the"
                                + " tablespaces, which pg_basebackup refuses, and ends with 1, so that Patroni goes on to the"
                                + " second.",
                        "Первый способ ничего не копирует: он удаляет то, что оставила в табличных пространствах"
                                + " прерванная копия (с этим pg_basebackup не работает), и завершается с кодом 1, чтобы"
                                + " Patroni перешёл ко второму."))
                .list("create_replica_methods", List.of(EMPTYING, "basebackup"))
                .section(
                        EMPTYING,
                        emptying -> emptying.put("command", PostgresqlPaths.EMPTY_TABLESPACES)
                                .put("no_params", true));
    }

    private static String reason(PlanContext context, boolean lossless) {
        return lossless
                ? context.say(
                        "A former leader that cannot be rewound holds nothing acknowledged, so it is"
                                + " copied anew by itself.",
                        "На бывшем лидере, который не удалось перемотать, нет подтверждённых данных,"
                                + " поэтому он копируется заново сам.")
                : context.say(
                        "A former leader that cannot be rewound may hold lost commits: a person looks"
                                + " before it is copied anew.",
                        "На бывшем лидере, который не удалось перемотать, могут быть потерянные"
                                + " транзакции: решение о повторном копировании принимает человек.");
    }

    private static void basebackup(PlanContext context, YamlText yaml) {
        Basebackup own = context.cluster().patroni().basebackup();
        yaml.put("checkpoint", own.checkpoint().id());
        MemorySize rate = own.maxRate();
        if (rate != null) {
            yaml.comment(context.say(
                            "Kilobytes in a second: a copy leaves the rest of disk and network to the sessions.",
                            "Килобайты в секунду: остальное от диска и сети копия оставляет сеансам."))
                    .put("max-rate", Long.toString(rate.kilobytes()));
        }
        if (context.layout().walDirectory() != null) {
            yaml.put("waldir", context.layout().walDirectory());
        }
    }

    private static void parameters(PlanContext context, Node node, YamlText yaml) {
        Layout layout = context.layout();
        yaml.put("unix_socket_directories", layout.socketDirectory(), RESTART)
                .put("password_encryption", "scram-sha-256")
                .put("ssl", "on")
                .put("ssl_cert_file", PatroniConfig.tls("postgresql.pem"))
                .put("ssl_key_file", PatroniConfig.tls("postgresql-key.pem"))
                .put("ssl_ca_file", PatroniConfig.tls("ca.pem"))
                .put("ssl_min_protocol_version", "TLSv1.2");
        if (context.lists().has(Certificates.CLUSTER_AUTHORITY)) {
            yaml.put("ssl_crl_file", PatroniPaths.REVOKED);
        }
        for (PlannedParameter parameter : context.tuning().of(node.name()).parameters()) {
            if (parameter.scope() == ParameterScope.LOCAL && !parameter.name().equals("log_directory")) {
                Parameters.local(context, yaml, parameter);
            }
        }
        Audit audit = context.cluster().postgresql().audit();
        if (audit.on()) {
            yaml.put(
                    "pgaudit.log",
                    audit.log().stream().map(Audit.StatementClass::id).collect(Collectors.joining(", ")));
        }
        yaml.put("log_directory", layout.logDirectory());
    }
}
