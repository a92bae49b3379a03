package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.text.Html;
import java.util.List;

/** Who talks to whom: what a firewall must let through. */
final class FlowSection {

    private FlowSection() {}

    static Html render(Facts facts) {
        return Html.table(
                List.of(
                        facts.say("From", "Откуда"),
                        facts.say("To", "Куда"),
                        facts.say("Port", "Порт"),
                        facts.say("Protocol", "Протокол"),
                        facts.say("Purpose", "Назначение")),
                facts.flows().stream()
                        .map(flow -> List.of(
                                Html.text(Actors.name(facts, flow.from())),
                                Html.text(flow.to()),
                                Html.code(flow.port()),
                                Html.text(flow.protocol()),
                                Html.text(facts.say(flow.purpose()))))
                        .toList());
    }
}
