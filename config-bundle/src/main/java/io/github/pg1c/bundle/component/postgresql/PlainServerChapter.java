package io.github.pg1c.bundle.component.postgresql;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.DecommissionChapter;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.derived.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * PostgreSQL's part of the end of a cluster: the leader's server goes on as the package's own, with the settings that
 * it ran with. They are read from the running server, so that no value is written down twice.
 *
 * @see <a href="https://www.postgresql.org/docs/17/view-pg-settings.html">PostgreSQL: pg_settings</a>
 */
final class PlainServerChapter {

    private static final String KEPT = "/root/pg1c-plain";
    private static final String DEFAULT_SOCKETS = "/run/postgresql";

    /** What belongs to the cluster, or is written anew: places of files, and what a standby gets. */
    private static final List<String> LEFT_OUT = List.of(
            "cluster_name",
            "config_file",
            "data_directory",
            "external_pid_file",
            "hba_file",
            "ident_file",
            "primary_conninfo",
            "primary_slot_name",
            "recovery_target_timeline",
            "ssl_ca_file",
            "ssl_cert_file",
            "ssl_crl_file",
            "ssl_key_file",
            "synchronous_standby_names");

    private PlainServerChapter() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.DECOMMISSION, 30, PlainServerChapter::keep),
                new Section(Topic.DECOMMISSION, 60, PlainServerChapter::start),
                new Section(Topic.DECOMMISSION, 90, PlainServerChapter::everything));
    }

    /** The settings in force, while the server of the cluster runs. */
    private static void keep(DocumentContext context, Markdown page) {
        String names = LEFT_OUT.stream().map(DatabaseScripts::literal).collect(Collectors.joining(", "));
        // No backslash in a string: with the settings of 1C it is an escape.
        String query = "SELECT name || ' = ''' || replace(replace(current_setting(name), chr(92), repeat(chr(92), 2)),"
                + " '''', '''''')"
                + " || '''' FROM pg_settings WHERE source IN ('configuration file', 'command line') AND name NOT IN ("
                + names + ") ORDER BY name";
        List<String> commands = new ArrayList<>();
        commands.add(ServerState.leads(context) + " && install -d -m 0700 " + KEPT);
        commands.add(PsqlCommand.local(context, "-XAtc " + Shell.word(query) + " > " + KEPT + "/postgresql.conf"));
        commands.add("cp " + from(context) + "/pg_hba.conf " + from(context) + "/pg_ident.conf " + KEPT + "/");
        List<String> access = HostBasedAccess.withoutEntrance(context.cluster());
        if (!access.isEmpty()) {
            commands.add("printf '%s\\n' " + access.stream().map(Shell::word).collect(Collectors.joining(" ")) + " >> "
                    + KEPT + "/pg_hba.conf");
        }
        page.section(Text.of("Settings of the server", "Настройки сервера"))
                .paragraph(Text.of(
                        "The settings that the leader runs with are read while it runs; clients may then "
                                + "log in from their own"
                                + " networks.",
                        "Действующие настройки читаются, пока лидер работает; вход клиентам разрешается "
                                + "прямо из их сетей."))
                .on(DecommissionChapter.KEEPER, commands.toArray(String[]::new));
    }

    private static void start(DocumentContext context, Markdown page) {
        Layout layout = context.layout();
        String data = Shell.word(layout.dataDirectory());
        String user = layout.postgresUser();
        String config = config(context);
        List<String> commands = new ArrayList<>();
        commands.add(ServerState.stoppedLeader(context) + " && rm -f " + data + "/" + PostgresqlPaths.MARK + " " + data
                + "/postgresql.conf " + data
                + "/postgresql.base.conf " + data + "/pg_hba.conf " + data + "/pg_ident.conf " + data
                + "/*.conf.backup");
        commands.add(install(user, "0600") + PostgresqlPaths.TLS + "/postgresql-key.pem " + data + "/server.key");
        commands.add(install(user, "0644") + PostgresqlPaths.TLS + "/postgresql.pem " + data + "/server.crt");
        commands.add(install(user, "0644") + PostgresqlPaths.TLS + "/ca.pem " + data + "/root.crt");
        commands.add(line("ssl_ca_file = 'root.crt'"));
        if (context.context().lists().has(Certificates.CLUSTER_AUTHORITY)) {
            commands.add(install(user, "0644") + PostgresqlPaths.TLS + "/crl.pem " + data + "/root.crl");
            commands.add(line("ssl_crl_file = 'root.crl'"));
        }
        if (!config.equals(layout.dataDirectory())) {
            commands.add(line("data_directory = '" + layout.dataDirectory() + "'"));
            commands.add(line("hba_file = '" + config + "/pg_hba.conf'"));
            commands.add(line("ident_file = '" + config + "/pg_ident.conf'"));
            commands.add(line("external_pid_file = '" + DEFAULT_SOCKETS + "/" + instance(context) + ".pid'"));
            commands.add("[ ! -d " + config + " ] || mv -T --backup=numbered " + config + " " + KEPT + "/former");
            commands.add("install -d -o " + Shell.word(user) + " -g " + Shell.word(user) + " " + config);
            commands.add("printf 'auto\\n' > " + KEPT + "/start.conf");
        }
        commands.add(install(user, "0640") + KEPT + "/*.conf " + Shell.word(config) + "/");
        commands.add("systemctl daemon-reload");
        commands.add("systemd-tmpfiles --create --prefix=/run/postgresql");
        commands.add("systemctl enable --now " + layout.packages().unit());
        page.section(Text.of("A plain PostgreSQL", "Обычный PostgreSQL"))
                .paragraph(Text.of(
                        "Certificate and key move beside the data, where the server looks by itself; the configuration"
                                + " goes to " + code(config) + ", the service is the package's own.",
                        "Сертификат и ключ переходят к данным, где сервер ищет их сам; конфигурация — в " + code(config)
                                + ", служба — собственная служба пакета."))
                .on(DecommissionChapter.KEEPER, commands.toArray(String[]::new));
        page.on(
                        DecommissionChapter.KEEPER,
                        dropSlots(context),
                        PsqlCommand.local(
                                context,
                                "-X -c "
                                        + Shell.word("ALTER ROLE " + PostgresqlRoles.REPLICATION
                                                + " NOLOGIN; ALTER ROLE " + PostgresqlRoles.REWIND + " NOLOGIN")),
                        PsqlCommand.local(context, "-X -c 'SELECT pg_is_in_recovery()' -c '\\l'"))
                .expect(Text.of(
                        "`f` and all databases. A slot of a former member would keep WAL for ever. Clients now "
                                + "connect to this node, port "
                                + context.cluster().postgresql().port() + ".",
                        "`f` и все базы. Слот прежнего члена вечно удерживал бы WAL. Клиенты теперь подключаются к "
                                + "этому узлу, порт "
                                + context.cluster().postgresql().port() + "."));
    }

    /** Ends the slots of the members, which would keep WAL for ever. */
    static String dropSlots(DocumentContext context) {
        String names = context.postgresql().stream()
                .map(node -> DatabaseScripts.literal(node.name().value().replace('-', '_')))
                .collect(Collectors.joining(", "));
        return PsqlCommand.local(
                context,
                "-X -c "
                        + Shell.word(
                                "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name"
                                        + " IN (" + names + ") AND NOT active"));
    }

    /** The end of the database itself, and of the store of secrets. */
    private static void everything(DocumentContext context, Markdown page) {
        String config = config(context);
        page.section(Text.of("Removing everything", "Удаление всего"))
                .paragraph(Text.of(
                        "Where the databases are not needed either. The store of secrets still has the passwords of the"
                                + " roles (`passwords/role-*`): as long as the plain server lives, keep them.",
                        "Если не нужны и сами базы. В хранилище секретов остались пароли ролей "
                                + "(`passwords/role-*`): пока"
                                + " живёт обычный сервер, сохраните их."))
                .on(
                        DecommissionChapter.KEEPER,
                        "systemctl disable --now " + context.layout().packages().unit(),
                        Tablespaces.removal(context)
                                + (config.equals(context.layout().dataDirectory()) ? "" : " " + Shell.word(config))
                                + " "
                                + KEPT)
                .on(DocumentContext.onAdministrators(), "rm -rf \"$PG1C_SECRETS\"");
    }

    private static String install(String user, String mode) {
        return "install -o " + Shell.word(user) + " -g " + Shell.word(user) + " -m " + mode + " ";
    }

    private static String line(String setting) {
        return "echo " + Shell.word(setting) + " >> " + KEPT + "/postgresql.conf";
    }

    /** Where the cluster's server has the files of its access. */
    private static String from(DocumentContext context) {
        String config = context.layout().configDirectory();
        return Shell.word(config == null ? context.layout().dataDirectory() : config);
    }

    /** Where the package's own service looks for the configuration. */
    private static String config(DocumentContext context) {
        return instanceOf(context)
                ? "/etc/postgresql/" + context.cluster().postgresql().version() + "/main"
                : context.layout().dataDirectory();
    }

    /** The name of Debian's instance in files of its own. */
    private static String instance(DocumentContext context) {
        return context.cluster().postgresql().version() + "-main";
    }

    /** Whether the service is an instance of postgresql-common. */
    private static boolean instanceOf(DocumentContext context) {
        return context.layout().packages().unit().equals(PostgresqlComponent.NAME)
                && context.family().postgresqlPackageMakesCluster();
    }
}
