package io.github.pg1c.bundle.component.pgbouncer;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import java.util.List;

/** PgBouncer's sections of the runbook's chapters. */
final class PgbouncerSections {

    private PgbouncerSections() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.START, 30, PgbouncerSections::start),
                new Section(Topic.DATABASES, 10, PgbouncerSections::database),
                new Section(Topic.ROLLBACK, 20, PgbouncerSections::stop),
                new Section(Topic.DECOMMISSION, 25, PgbouncerSections::end));
    }

    private static void start(DocumentContext context, Markdown page) {
        if (context.pooled()) {
            page.section(Text.of("PgBouncer, on every PostgreSQL node", "PgBouncer, на каждом узле PostgreSQL"))
                    .on(
                            Markdown.atEach(context.postgresql()),
                            "systemctl enable --now pgbouncer",
                            "systemctl is-active pgbouncer",
                            "ss -ltn 'sport = :" + context.cluster().pgbouncer().port() + "'")
                    .expect(Text.of("`active` and one listening socket.", "`active` и один слушающий сокет."));
        }
    }

    private static void database(DocumentContext context, Markdown page) {
        if (context.pooled()) {
            page.paragraph(Text.of(
                            "PgBouncer learns the new role from " + code(PgbouncerPaths.USERS) + ":",
                            "Новую роль PgBouncer узнаёт из " + code(PgbouncerPaths.USERS) + ":"))
                    .on(Markdown.atEach(context.postgresql()), "systemctl reload pgbouncer");
        }
    }

    private static void stop(DocumentContext context, Markdown page) {
        if (context.pooled()) {
            page.on(Markdown.atEach(context.postgresql()), "systemctl stop pgbouncer");
        }
    }

    private static void end(DocumentContext context, Markdown page) {
        if (context.pooled()) {
            page.on(Markdown.atEach(context.postgresql()), "systemctl disable --now pgbouncer");
        }
    }
}
