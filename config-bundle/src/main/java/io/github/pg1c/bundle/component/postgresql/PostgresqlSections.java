package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.ConnectionString;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database.Application;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Node;
import io.github.pg1c.tuning.plan.PlannedParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** PostgreSQL's sections of the runbook's chapters. */
final class PostgresqlSections {

    private PostgresqlSections() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.CHECKS, 50, PostgresqlSections::clients),
                new Section(Topic.DATABASES, 0, PostgresqlSections::database),
                new Section(Topic.DATABASES, 10, PostgresqlSections::tablespaces),
                new Section(Topic.DATABASES, 20, PostgresqlSections::connections),
                new Section(Topic.DATABASES, 25, PostgresqlSections::backup),
                new Section(Topic.DATABASES, 30, PostgresqlSections::kinds),
                new Section(Topic.DATABASES, 40, InfobaseMove::section));
    }

    private static void clients(DocumentContext context, Markdown page) {
        // Only the owners of databases come in from the clients' networks.
        if (context.cluster().databases().isEmpty()) {
            return;
        }
        page.section(Text.of("The way a client goes", "Путь клиента"));
        String query = "SELECT pg_is_in_recovery(), current_setting('listen_addresses') AS server, current_user";
        List<String> commands = new ArrayList<>();
        if (context.proxied()) {
            String host = context.endpoints().hosts().get(0);
            commands.add(
                    PsqlCommand.client(context, host, context.cluster().access().writePort(), query));
            commands.add(
                    PsqlCommand.client(context, host, context.cluster().access().readPort(), query));
        } else {
            for (Node node : context.postgresql()) {
                commands.add(PsqlCommand.client(
                        context, node.address().toString(), context.endpoints().trafficPort(), query));
            }
        }
        page.on(
                        Text.of(
                                "From a host in the clients' networks, beside a copy of `$PG1C_SECRETS/operator/ca.pem`, which is "
                                        + "not secret; psql asks for the password",
                                "С машины из сетей клиентов, рядом с копией `$PG1C_SECRETS/operator/ca.pem` (это не "
                                        + "секрет); пароль спросит psql"),
                        commands.toArray(String[]::new))
                .expect(
                        context.proxied()
                                ? Text.of(
                                        "write port: `f` (not in recovery); read port: `t`, or `f` while there is no "
                                                + "standby.",
                                        "порт записи: `f` (не в режиме восстановления); порт чтения: `t` либо `f`, "
                                                + "пока нет ни одной реплики.")
                                : Text.of(
                                        "`f` from the leader alone, `t` from the standbys.",
                                        "`f` только у лидера, `t` у реплик."));
    }

    private static void database(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "Add the role and the database to the specification, generate and install ("
                        + Topic.CHANGES.link().en()
                        + "). Patroni ran the SQL once, when the cluster was made; on a running cluster run it "
                        + "on the leader. It drops nothing. Passwords, and settings that it gave earlier, follow the "
                        + "specification, also when a database becomes another application's. Sessions that are open "
                        + "keep their settings.",
                "Добавьте роль и базу в описание кластера, выполните генерацию и установку ("
                        + Topic.CHANGES.link().ru()
                        + "). Patroni выполнил этот SQL один раз, при создании кластера; на работающем "
                        + "кластере выполните его на лидере. Он ничего не удаляет. Пароли и настройки, которые "
                        + "он задал раньше, он приводит к описанию, в том числе когда у базы меняется приложение. "
                        + "У открытых сеансов настройки остаются прежними."));
        page.on(
                Text.of("On the present leader", "На текущем лидере"),
                PsqlCommand.local(context, "-X -f " + PostgresqlPaths.ROLES),
                PsqlCommand.local(context, "-X -f " + PostgresqlPaths.DATABASES),
                PsqlCommand.local(context, "-X -c '\\l'"));
        page.expect(
                Text.of("the new database in the list, with its owner.", "новая база в списке, со своим владельцем."));
    }

    private static void tablespaces(DocumentContext context, Markdown page) {
        if (context.cluster().postgresql().tablespaces().isEmpty()) {
            return;
        }
        boolean of1c = context.cluster().databases().stream()
                .anyMatch(database -> database.application() == Application.ONE_C);
        page.paragraph(Text.of(
                        "The same SQL creates the tablespaces, after the files are installed on every node: a standby"
                                + " without the directory stops when it replays their creation. What the databases have"
                                + " already stays where it is"
                                + (of1c
                                        ? "; 1C puts tables into `v81c_data` and indexes into `v81c_index` when it"
                                                + " creates or restructures them."
                                        : "; `ALTER TABLE … SET TABLESPACE` moves it, and locks the table meanwhile."),
                        "Тот же SQL создаёт табличные пространства, когда файлы установлены на каждом узле: реплика без"
                                + " каталога остановится при воспроизведении их создания. Что в базах уже есть, остаётся"
                                + " на своём месте"
                                + (of1c
                                        ? "; 1С размещает таблицы в `v81c_data`, а индексы в `v81c_index`, когда создаёт"
                                                + " или реструктурирует их."
                                        : "; переносит `ALTER TABLE … SET TABLESPACE`, таблица при этом"
                                                + " заблокирована.")))
                .on(Text.of("On the present leader", "На текущем лидере"), PsqlCommand.local(context, "-X -c '\\db'"))
                .expect(Text.of("each with its directory.", "каждое со своим каталогом."));
    }

    /** What of 1C's settings is at its databases and roles, and what all databases share. */
    private static void kinds(DocumentContext context, Markdown page) {
        List<PlannedParameter> own = context.tuning().of1c(context.cluster());
        if (own.isEmpty()) {
            return;
        }
        String shared = context.tuning().of1cForAll(context.cluster()).stream()
                .map(parameter -> Markdown.code(parameter.name()))
                .collect(Collectors.joining(", "));
        String names =
                own.stream().map(parameter -> Markdown.code(parameter.name())).collect(Collectors.joining(", "));
        page.section(Text.of("Databases of 1C beside others", "Базы 1С рядом с другими"))
                .paragraph(Text.of(
                        "Databases of 1C, and roles that own nothing else, have settings of their own by `ALTER DATABASE` "
                                + "and `ALTER ROLE`: " + names
                                + ". Databases that 1C adds itself have them by its role. "
                                + "PostgreSQL has these for the whole server only, so that other applications share them: "
                                + shared + ".",
                        "У баз 1С и у ролей, которым принадлежат только они, есть собственные настройки через `ALTER "
                                + "DATABASE` и `ALTER ROLE`: " + names
                                + ". Базы, которые 1С добавит сама, получат их от "
                                + "роли. Эти параметры PostgreSQL задаёт только для всего сервера, и другие приложения "
                                + "делят их с 1С: " + shared + "."));
    }

    /** A copy of the server on an operator's host; without a role for it there is none. */
    private static void backup(DocumentContext context, Markdown page) {
        Cluster cluster = context.cluster();
        cluster.roles().stream()
                .filter(DatabaseRole::replication)
                .findFirst()
                .ifPresent(
                        role -> page.section(Text.of("A base backup on another host", "Базовая копия на другой машине"))
                                .on(
                                        Text.of(
                                                "From a host in the administrators' networks with the client programs of PostgreSQL "
                                                        + cluster.postgresql().version()
                                                        + ", beside a copy of `$PG1C_SECRETS/operator/ca.pem`; any member will do, a"
                                                        + " standby spares the leader",
                                                "С машины из сетей администраторов с клиентскими программами PostgreSQL "
                                                        + cluster.postgresql().version()
                                                        + ", рядом с копией `$PG1C_SECRETS/operator/ca.pem`; подойдёт любой член,"
                                                        + " реплика разгрузит лидера"),
                                        "PGSSLROOTCERT=ca.pem pg_basebackup -D backup -Ft -z -X stream -c fast -P -d "
                                                + Shell.word(new ConnectionString()
                                                        .with(
                                                                "host",
                                                                context.first().address())
                                                        .with(
                                                                "port",
                                                                cluster.postgresql()
                                                                        .port())
                                                        .with("user", role.name())
                                                        .with("sslmode", "verify-ca")))
                                .expect(
                                        Text.of(
                                                "`base.tar.gz` and `pg_wal.tar.gz` in `backup`; the copy takes two of `max_wal_senders`.",
                                                "`base.tar.gz` и `pg_wal.tar.gz` в `backup`; копия занимает два из `max_wal_senders`.")));
    }

    private static void connections(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "More databases mean more connections: check `workload.connections` in the specification, too.",
                "Больше баз — больше соединений: проверьте и `workload.connections` в описании кластера."));
    }
}
