package io.github.pg1c.bundle.component.keepalived;

import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.bundle.text.ScriptFile;
import io.github.pg1c.bundle.text.ShellText;
import io.github.pg1c.model.Node;
import java.util.stream.Collectors;

/**
 * The program that finds the interface of the node's own address and that of each virtual address: the one whose network
 * the address belongs to. The specification knows addresses; names of interfaces are the host's.
 */
final class EntranceInterfaces {

    private static final String STEPS = ScriptFile.read(EntranceInterfaces.class, "interfaces.sh");

    private EntranceInterfaces() {}

    static RenderedFile file(PlanContext context, Node node) {
        LineText script = LineText.script(
                context,
                context.say(
                        "Finds the interfaces of this node's address and of the addresses over the balancers.",
                        "Находит интерфейсы адреса этого узла и адресов над балансировщиками."),
                KeepalivedComponent.RELOAD);
        ShellText variables = new ShellText();
        variables.variable("own", node.address().toString());
        variables.variable(
                "addresses",
                context.cluster().access().addresses().stream()
                        .map(IpAddress::toString)
                        .collect(Collectors.joining(" ")));
        variables.variable("definitions", KeepalivedPaths.INTERFACES);
        variables.variable("tracked", KeepalivedPaths.TRACKED);
        variables.toString().lines().forEach(script::line);
        ShellText messages = new ShellText();
        messages.variable(
                "m_own",
                context.say(
                        "no interface of this host has the node's address",
                        "ни у одного интерфейса хоста нет адреса узла"));
        messages.variable("m_program", context.say("a program is missing", "нет программы"));
        messages.variable(
                "m_network",
                context.say(
                        "access.addresses: no interface of this host has a network with this address",
                        "access.addresses: ни у одного интерфейса хоста нет сети, в которую входит этот адрес"));
        messages.toString().lines().forEach(script::words);
        STEPS.lines().forEach(script::line);
        return script.program(KeepalivedPaths.FIND_INTERFACES);
    }
}
