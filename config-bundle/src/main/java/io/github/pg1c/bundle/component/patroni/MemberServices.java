package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.part.Service.OnTheLeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Services of a member's node that are changed together with the member, because their restart ends client sessions,
 * too.
 */
final class MemberServices {

    private MemberServices() {}

    /** All of them, in the order of start. */
    static List<Service> of(DocumentContext context) {
        return context.part(context.first()).services().stream()
                .filter(service -> service.onTheLeader() == OnTheLeader.SWITCHOVER)
                .toList();
    }

    /** Their titles, starting with the service that clients connect to. */
    static Text title(DocumentContext context) {
        List<Text> titles =
                new ArrayList<>(of(context).stream().map(Service::title).toList());
        Collections.reverse(titles);
        return Text.of(
                titles.stream().map(Text::en).collect(Collectors.joining(", ")),
                titles.stream().map(Text::ru).collect(Collectors.joining(", ")));
    }

    /** Units besides Patroni's own, in the order of start. */
    static List<String> besides(DocumentContext context) {
        return of(context).stream()
                .filter(Service::hasUnit)
                .map(Service::unit)
                .filter(unit -> !unit.equals(PatroniComponent.NAME))
                .toList();
    }
}
