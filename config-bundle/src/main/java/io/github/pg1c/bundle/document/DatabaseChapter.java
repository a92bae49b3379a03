package io.github.pg1c.bundle.document;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.NodePaths;
import io.github.pg1c.bundle.text.Markdown;

/** A further database on a running cluster. */
final class DatabaseChapter {

    private DatabaseChapter() {}

    static void write(Facts facts, Markdown page) {
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
                Commands.psql(facts, "-X -f " + NodePaths.ROLES_SQL),
                Commands.psql(facts, "-X -f " + NodePaths.DATABASES_SQL),
                Commands.psql(facts, "-X -c '\\l'"));
        page.expect(
                Text.of("the new database in the list, with its owner.", "новая база в списке, со своим владельцем."));
        if (facts.pooled()) {
            page.paragraph(Text.of(
                            "PgBouncer learns the new role from " + code(NodePaths.PGBOUNCER_USERS) + ":",
                            "Новую роль PgBouncer узнаёт из " + code(NodePaths.PGBOUNCER_USERS) + ":"))
                    .on(Facts.atEach(facts.postgresql()), "systemctl reload pgbouncer");
        }
        page.paragraph(Text.of(
                "More infobases mean more connections: check `workload.connections` in the specification, too.",
                "Больше баз — больше соединений: проверьте и `workload.connections` в описании кластера."));
    }
}
