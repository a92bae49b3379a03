package io.github.pg1c.bundle.component.keepalived;

import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.ArrayList;
import java.util.List;

/** keepalived's sections of the runbook's chapters. */
final class KeepalivedSections {

    private static final Text ONE_HOLDER = Text.of(
            "for each address a line on one of the nodes, nothing on the others.",
            "для каждого адреса — строка на одном из узлов, на остальных ничего.");

    private KeepalivedSections() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.START, 45, KeepalivedSections::start),
                new Section(Topic.CHECKS, 45, KeepalivedSections::checks),
                new Section(Topic.DRILLS, 31, KeepalivedSections::drill),
                new Section(Topic.ROLLBACK, 5, KeepalivedSections::stop),
                new Section(Topic.DECOMMISSION, 15, KeepalivedSections::end));
    }

    private static void start(DocumentContext context, Markdown page) {
        page.section(Text.of("The address over the balancers", "Адрес над балансировщиками"))
                .on(
                        Markdown.atEach(context.nodes(NodeRole.HAPROXY)),
                        "systemctl enable --now keepalived",
                        "systemctl is-active keepalived")
                .expect(Text.same("`active`."))
                .on(Markdown.atEach(context.nodes(NodeRole.HAPROXY)), holders(context))
                .expect(ONE_HOLDER);
    }

    private static void checks(DocumentContext context, Markdown page) {
        page.section(Text.of("Who holds the address", "У кого адрес"))
                .on(Markdown.atEach(context.nodes(NodeRole.HAPROXY)), holders(context))
                .expect(ONE_HOLDER)
                .paragraph(Text.of(
                        "Before work on the host that holds it: `systemctl restart keepalived` there, and another node has"
                                + " it. Sessions end.",
                        "Перед работами на узле, который его держит: `systemctl restart keepalived` на этом узле, и адрес"
                                + " перейдёт к другому. Сеансы оборвутся."));
    }

    /** The first node has the highest priority: when the others let go, the address is there. */
    private static void drill(DocumentContext context, Markdown page) {
        List<Node> balancers = context.nodes(NodeRole.HAPROXY);
        Node first = balancers.get(0);
        List<Node> others = balancers.subList(1, balancers.size());
        page.section(Text.of("The balancer with the address is lost", "Потерян балансировщик, который держит адрес"))
                .on(Markdown.atEach(others), "systemctl restart keepalived")
                .on(DocumentContext.at(first), holders(context))
                .expect(Text.of("a line for each address.", "по строке на каждый адрес."))
                .on(DocumentContext.at(first), "systemctl stop haproxy")
                .expect(Text.of(
                        "sessions end; within seconds clients get in by the same address again.",
                        "сеансы обрываются; через несколько секунд клиенты снова подключаются по тому же адресу."))
                .on(Markdown.atEach(others), holders(context))
                .expect(Text.of(
                        "a line for each address on one of them.", "по строке на каждый адрес на одном из них."))
                .on(DocumentContext.at(first), "systemctl start haproxy");
    }

    private static String[] holders(DocumentContext context) {
        List<String> commands = new ArrayList<>();
        for (IpAddress address : context.cluster().access().addresses()) {
            commands.add("ip -o address show to " + address);
        }
        return commands.toArray(String[]::new);
    }

    private static void stop(DocumentContext context, Markdown page) {
        page.on(Markdown.atEach(context.nodes(NodeRole.HAPROXY)), "systemctl stop keepalived");
    }

    private static void end(DocumentContext context, Markdown page) {
        page.on(Markdown.atEach(context.nodes(NodeRole.HAPROXY)), "systemctl disable --now keepalived");
    }
}
