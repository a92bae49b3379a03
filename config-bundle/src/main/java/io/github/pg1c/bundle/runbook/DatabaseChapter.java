package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.pgbouncer.PgbouncerPaths;
import io.github.pg1c.bundle.component.postgresql.PostgresqlPaths;
import io.github.pg1c.bundle.document.Commands;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;

/** A further database on a running cluster. */
final class DatabaseChapter {

    private DatabaseChapter() {}

    static void write(DocumentContext context, Markdown page) {
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
                Commands.psql(context, "-X -f " + PostgresqlPaths.ROLES),
                Commands.psql(context, "-X -f " + PostgresqlPaths.DATABASES),
                Commands.psql(context, "-X -c '\\l'"));
        page.expect(
                Text.of("the new database in the list, with its owner.", "новая база в списке, со своим владельцем."));
        if (context.pooled()) {
            page.paragraph(Text.of(
                            "PgBouncer learns the new role from " + code(PgbouncerPaths.USERS) + ":",
                            "Новую роль PgBouncer узнаёт из " + code(PgbouncerPaths.USERS) + ":"))
                    .on(Markdown.atEach(context.postgresql()), "systemctl reload pgbouncer");
        }
        page.paragraph(Text.of(
                "More infobases mean more connections: check `workload.connections` in the specification, too.",
                "Больше баз — больше соединений: проверьте и `workload.connections` в описании кластера."));
    }
}
