package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.bundle.part.NodeScript;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.ScriptFile;
import io.github.pg1c.bundle.text.ShellText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.patroni.IgnoredSlots;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code takeover.sh}: looks at a database that is there already, stops its service in order, and gives it the roles,
 * databases and limits of the cluster. The first start of the cluster then finds it as one of its own.
 *
 * <p>Between the service and the cluster the server runs once without the network. Its file of control then has the
 * planned limits; with higher ones every member would start with those and wait for a restart.
 *
 * @see <a href="https://www.postgresql.org/docs/17/hot-standby.html#HOT-STANDBY-ADMIN">PostgreSQL: hot standby</a>
 */
final class TakeoverScript {

    /** Its name in the node's directory of the bundle. */
    static final String NAME = "takeover.sh";

    /** What it keeps: what it has done, the former configuration and the name of the former unit. */
    static final String STATE = "/var/lib/pg1c/takeover";

    /** The unit that runs the server in a cluster. */
    private static final String MANAGER = "patroni";

    /** Longest time in seconds of a start or a stop, which may write much. */
    private static final int PATIENCE = 3600;

    /** What initdb chose and no plan decides. */
    private static final List<String> KEPT = List.of(
            "DateStyle",
            "TimeZone",
            "default_text_search_config",
            "lc_messages",
            "lc_monetary",
            "lc_numeric",
            "lc_time",
            "log_timezone");

    /** What decides whether the server starts at all on this data; the libraries are those of the extensions. */
    private static final List<String> AT_THE_START = List.of(
            "max_connections",
            "max_locks_per_transaction",
            "max_prepared_transactions",
            "max_replication_slots",
            "max_wal_senders",
            "max_worker_processes",
            "shared_preload_libraries",
            "wal_level");

    /** What the cluster sets itself for each member, or what only says where files are. */
    private static final List<String> OF_THE_CLUSTER = List.of(
            "archive_command",
            "cluster_name",
            "config_file",
            "data_directory",
            "dynamic_shared_memory_type",
            "external_pid_file",
            "hba_file",
            "ident_file",
            "listen_addresses",
            "log_directory",
            "password_encryption",
            "port",
            "ssl",
            "ssl_ca_file",
            "ssl_cert_file",
            "ssl_crl_file",
            "ssl_key_file",
            "ssl_min_protocol_version",
            "stats_temp_directory",
            "synchronous_standby_names",
            "unix_socket_directories");

    private static final String STEPS = ScriptFile.read(TakeoverScript.class, NAME);

    private TakeoverScript() {}

    /** The script for the member whose database is taken over. */
    static NodeScript of(PlanContext context, Node node) {
        Cluster cluster = context.cluster();
        Layout layout = context.layout();
        ShellText text = new ShellText();
        text.line("#!/bin/sh");
        TakeoverMessages.heading(cluster, node).forEach(text::comment);
        text.blank();
        text.variable("node", node.name().toString());
        text.variable("user", layout.postgresUser());
        text.variable("superuser", cluster.postgresql().superuser());
        text.variable("version", Integer.toString(cluster.postgresql().version().number()));
        text.variable("port", Integer.toString(cluster.postgresql().port()));
        text.variable("bin", layout.binDirectory());
        text.variable("data", layout.dataDirectory());
        text.variable("wal", Objects.requireNonNullElse(layout.walDirectory(), ""));
        text.variable("base", base(layout));
        text.variable("mark", PostgresqlPaths.MARK);
        text.variable("manager", MANAGER);
        text.variable("package_unit", layout.packages().unit());
        text.variable("scripts", PostgresqlPaths.ROLES + " " + PostgresqlPaths.DATABASES);
        text.variable("patience", Integer.toString(PATIENCE));
        text.comment("name and locale of each database, name and owner, all as SQL");
        text.variable("databases", rows(cluster, TakeoverScript::located));
        text.variable("owners", rows(cluster, TakeoverScript::owned));
        text.comment("what the cluster knows, as SQL");
        text.variable("roles", list(roles(cluster)));
        text.variable("slots", list(slots(cluster)));
        text.variable("kept_slots", list(cluster.workload().databaseCopies() ? List.of("logical") : List.of()));
        text.variable("libraries", list(libraries(context.tuning().of(node.name()))));
        text.variable("planned", list(planned(context, node)));
        text.variable("kept", list(KEPT));
        text.comment("settings of the server");
        text.variable("settings", settings(context.tuning().of(node.name())));
        text.blank();
        TakeoverMessages.all(context.language()).forEach((name, message) -> text.variable("m_" + name, message));
        return new NodeScript(NAME, text + STEPS);
    }

    /** What the cluster's configuration includes first; what a standby copies with the data, too. */
    private static String base(Layout layout) {
        return layout.dataDirectory()
                + (layout.configDirectory() == null ? "/postgresql.base.conf" : "/postgresql.conf");
    }

    private static String located(Cluster cluster, Database database) {
        String own = database.locale();
        return DatabaseScripts.literal(own == null ? cluster.postgresql().locale() : own);
    }

    private static String owned(Cluster cluster, Database database) {
        return DatabaseScripts.literal(database.owner().value());
    }

    /** A row for each database: its name and another value. A row of nulls equals nothing. */
    private static String rows(Cluster cluster, java.util.function.BiFunction<Cluster, Database, String> value) {
        return cluster.databases().isEmpty()
                ? "(NULL::text, NULL::text)"
                : cluster.databases().stream()
                        .map(database ->
                                "(" + DatabaseScripts.literal(database.name().value()) + ", "
                                        + value.apply(cluster, database) + ")")
                        .collect(Collectors.joining(", "));
    }

    private static List<String> roles(Cluster cluster) {
        List<String> names = new ArrayList<>(
                List.of(cluster.postgresql().superuser(), PostgresqlRoles.REPLICATION, PostgresqlRoles.REWIND));
        cluster.roles().forEach(role -> names.add(role.name().value()));
        return names;
    }

    private static List<String> slots(Cluster cluster) {
        return Stream.of(
                        cluster.patroni().slots().stream()
                                .map(slot -> slot.name().value()),
                        cluster.patroni().ignoreSlots().stream()
                                .map(IgnoredSlots::name)
                                .filter(Objects::nonNull)
                                .map(name -> name.value()),
                        cluster.databases().stream()
                                .flatMap(database -> database.copySlots().stream())
                                .map(slot -> slot.name().value()))
                .flatMap(names -> names)
                .toList();
    }

    private static List<String> libraries(TuningPlan plan) {
        return Arrays.stream(plan.value("shared_preload_libraries").orElse("").split(","))
                .map(String::strip)
                .filter(library -> !library.isEmpty())
                .toList();
    }

    private static Collection<String> planned(PlanContext context, Node node) {
        TreeSet<String> names = new TreeSet<>(OF_THE_CLUSTER);
        names.addAll(KEPT);
        names.addAll(AT_THE_START);
        context.tuning().of(node.name()).parameters().stream()
                .map(PlannedParameter::name)
                .forEach(names::add);
        return names;
    }

    /** As a list of SQL's literals; nothing has an empty name. */
    private static String list(Collection<String> values) {
        return values.isEmpty()
                ? "''"
                : values.stream().map(DatabaseScripts::literal).collect(Collectors.joining(", "));
    }

    private static String settings(TuningPlan plan) {
        return AT_THE_START.stream()
                .flatMap(name -> plan.value(name).map(value -> name + " = " + quoted(value)).stream())
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
