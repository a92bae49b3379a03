package io.github.pg1c.bundle.component.pgbouncer;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.model.Pooling;
import java.util.ArrayList;
import java.util.List;

/** PgBouncer's entries in the tables and lists of the documents. */
final class PgbouncerEntries {

    private PgbouncerEntries() {}

    static List<Entry> entries(DocumentContext context) {
        if (!context.pooled()) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>(List.of(
                Entry.of(
                        Listing.PORTS,
                        40,
                        Text.same("PgBouncer"),
                        Text.same(code(context.cluster().pgbouncer().port()))),
                Entry.of(
                        Listing.VERSIONS,
                        40,
                        Text.same("PgBouncer"),
                        Text.same(code(context.layout().versions().pgbouncer()))),
                Entry.of(
                        Listing.CONNECTION,
                        40,
                        context.cluster().access().pooling() == Pooling.TRANSACTION
                                ? Text.of(
                                        "PgBouncer gives a client a server connection for a transaction; clients beyond "
                                                + "the limit wait in a queue.",
                                        "PgBouncer отдаёт клиенту соединение с сервером на транзакцию; клиенты сверх "
                                                + "предела ждут в очереди.")
                                : Text.of(
                                        "PgBouncer gives every client a server connection for the whole session; "
                                                + "connections beyond the limit wait in a queue.",
                                        "PgBouncer отдаёт клиенту соединение с сервером на весь сеанс; соединения "
                                                + "сверх предела ждут в очереди.")),
                Entry.of(
                        Listing.TROUBLES,
                        34,
                        Text.of(
                                "`no more connections allowed`, `query_wait_timeout`",
                                "`no more connections allowed`, `query_wait_timeout`"),
                        Text.same(code("journalctl -u pgbouncer -n 50")),
                        Text.of(
                                "More sessions than planned: raise `workload.connections` in the "
                                        + "specification, never PgBouncer's limit alone.",
                                "Сеансов больше, чем запланировано: увеличьте `workload.connections` в "
                                        + "описании, а не один предел PgBouncer."))));
        context.postgresql().stream()
                .map(node -> context.tuning().of(node.name()).pool().reason())
                .distinct()
                .map(reason -> Text.of("PgBouncer: " + reason.en(), "PgBouncer: " + reason.ru()))
                .forEach(reason -> entries.add(Entry.of(Listing.CONNECTION_BUDGET, 10, reason)));
        return entries;
    }
}
