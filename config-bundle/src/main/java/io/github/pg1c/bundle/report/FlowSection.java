package io.github.pg1c.bundle.report;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Html;
import java.util.List;

/** Connections that a firewall must let through. */
final class FlowSection {

    private FlowSection() {}

    static Html render(DocumentContext context) {
        return Html.table(
                List.of(
                        context.say("From", "Откуда"),
                        context.say("To", "Куда"),
                        context.say("Port", "Порт"),
                        context.say("Protocol", "Протокол"),
                        context.say("Purpose", "Назначение")),
                context.flows().stream()
                        .map(flow -> List.of(
                                Html.text(context.say(flow.from())),
                                Html.text(context.say(flow.to())),
                                flow.port().isPresent() ? Html.code(flow.portText()) : Html.text(flow.portText()),
                                Html.text(flow.protocol()),
                                Html.text(context.say(flow.purpose()))))
                        .toList());
    }
}
