package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's sections of the runbook's chapters. */
final class PostgresqlSections {

    private PostgresqlSections() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.CHECKS, 50, PostgresqlSections::clients),
                new Section(Topic.DATABASES, 0, PostgresqlSections::database),
                new Section(Topic.DATABASES, 20, PostgresqlSections::connections));
    }

    private static void clients(DocumentContext context, Markdown page) {
        page.section(Text.of("The way a client goes", "Путь клиента"));
        String query = "SELECT inet_server_addr(), pg_is_in_recovery(), current_user";
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
                                "From a host in the clients' networks that has the secrets store",
                                "С машины из сетей клиентов, где есть хранилище секретов"),
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
                        + "on the leader. It does nothing to what exists.",
                "Добавьте роль и базу в описание кластера, выполните генерацию и установку ("
                        + Topic.CHANGES.link().ru()
                        + "). Patroni выполнил этот SQL один раз, при создании кластера; на работающем "
                        + "кластере выполните его на лидере. Существующее он не меняет."));
        page.on(
                Text.of("On the present leader", "На текущем лидере"),
                PsqlCommand.local(context, "-X -f " + PostgresqlPaths.ROLES),
                PsqlCommand.local(context, "-X -f " + PostgresqlPaths.DATABASES),
                PsqlCommand.local(context, "-X -c '\\l'"));
        page.expect(
                Text.of("the new database in the list, with its owner.", "новая база в списке, со своим владельцем."));
    }

    private static void connections(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "More infobases mean more connections: check `workload.connections` in the specification, too.",
                "Больше баз — больше соединений: проверьте и `workload.connections` в описании кластера."));
    }
}
