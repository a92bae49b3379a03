package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.component.postgresql.HostBasedAccess;
import io.github.pg1c.bundle.component.postgresql.PostgresqlComponent;
import io.github.pg1c.bundle.component.postgresql.PostgresqlRoles;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.YamlText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.plan.PlannedParameter;

/** The member's own part of PostgreSQL's configuration, which a reload changes. */
final class PatroniPostgresql {

    /** libpq compares an address with the certificate's addresses from this version on. */
    private static final int VERIFIES_ADDRESSES_SINCE = 15;

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
            yaml.put("config_dir", layout.configDirectory(), Need.MANUAL);
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
                            cluster.postgresql().superuser());
                    user(context, authentication, "replication", PostgresqlRoles.REPLICATION);
                    user(context, authentication, "rewind", PostgresqlRoles.REWIND);
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

    private static void user(PlanContext context, YamlText yaml, String purpose, String name) {
        boolean addresses = context.cluster().postgresql().version().number() >= VERIFIES_ADDRESSES_SINCE;
        yaml.section(purpose, user -> {
            user.put("username", name)
                    .put("sslmode", addresses ? "verify-full" : "verify-ca")
                    .put("sslrootcert", PatroniConfig.tls("ca.pem"));
            if (context.lists().has(Certificates.CLUSTER_AUTHORITY)) {
                user.put("sslcrl", PatroniPaths.REVOKED);
            }
        });
    }

    private static void recovery(PlanContext context, YamlText yaml) {
        boolean lossless = context.cluster().objectives().synchronous();
        yaml.list("create_replica_methods", java.util.List.of("basebackup"))
                .section("basebackup", basebackup -> {
                    basebackup.put("checkpoint", "fast");
                    if (context.layout().walDirectory() != null) {
                        basebackup.put("waldir", context.layout().walDirectory());
                    }
                })
                .comment(
                        lossless
                                ? context.say(
                                        "A former leader that cannot be rewound holds nothing acknowledged, so it is"
                                                + " copied anew by itself.",
                                        "На бывшем лидере, который не удалось перемотать, нет подтверждённых данных,"
                                                + " поэтому он копируется заново сам.")
                                : context.say(
                                        "A former leader that cannot be rewound may hold lost commits: a person looks"
                                                + " before it is copied anew.",
                                        "На бывшем лидере, который не удалось перемотать, могут быть потерянные"
                                                + " транзакции: решение о повторном копировании принимает человек."))
                .put("remove_data_directory_on_rewind_failure", lossless)
                .put("remove_data_directory_on_diverged_timelines", lossless);
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
        yaml.put("log_directory", layout.logDirectory());
    }
}
