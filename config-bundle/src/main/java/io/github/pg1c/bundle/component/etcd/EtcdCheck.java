package io.github.pg1c.bundle.component.etcd;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.bundle.text.ScriptFile;
import io.github.pg1c.bundle.text.ShellText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.etcd.ExternalEtcd;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * The program that asks an etcd outside what a cluster needs of it, through the gateway that the members use: do most
 * endpoints answer, are the rights there, are the endpoints those that etcd advertises, is the name free.
 */
final class EtcdCheck {

    private static final String STEPS = ScriptFile.read(EtcdCheck.class, "etcd-check.sh");

    private EtcdCheck() {}

    static RenderedFile file(PlanContext context, Node node) {
        LineText script = LineText.script(
                context,
                context.say(
                        "Asks the etcd that others operate whether this cluster can use it; run as root. Changes"
                                + " nothing there.",
                        "Спрашивает etcd, который ведут другие, может ли им пользоваться этот кластер; запускать от"
                                + " root. Ничего там не меняет."),
                Need.NOTHING);
        variables(context, node).toString().lines().forEach(script::line);
        messages(context).toString().lines().forEach(script::words);
        STEPS.lines().forEach(script::line);
        return script.program(EtcdPaths.CHECK);
    }

    private static ShellText variables(PlanContext context, Node node) {
        Cluster cluster = context.cluster();
        ExternalEtcd external = cluster.etcd().external();
        String prefix = prefix(cluster);
        ShellText text = new ShellText();
        text.variable(
                "endpoints",
                EtcdEndpoints.clients(cluster).stream()
                        .map(client -> "https://" + client)
                        .collect(Collectors.joining(" ")));
        text.variable("majority", Integer.toString(external.endpoints().size() / 2 + 1));
        text.variable("ca", EtcdPaths.CA);
        text.variable("client", external.clientCertificate() ? EtcdPaths.CLIENT : "");
        text.variable("login", external.user() == null ? "" : EtcdPaths.LOGIN);
        text.variable("prefix", prefix);
        text.comment("the cluster's keys, their end, those of the members and their end, in base 64");
        text.variable("keys", base64(prefix));
        text.variable("keys_end", base64(end(prefix)));
        text.variable("members", base64(prefix + "members/"));
        text.variable("members_end", base64(end(prefix + "members/")));
        text.variable("initialize", base64(prefix + "initialize"));
        text.comment("whether this node makes the cluster");
        text.variable("first", context.first().equals(node) ? "yes" : "no");
        text.comment("name, address and port of each member");
        text.variable(
                "nodes",
                cluster.nodesWith(NodeRole.POSTGRESQL).stream()
                        .map(member -> member.name() + " " + member.address().url() + ":"
                                + cluster.postgresql().port())
                        .collect(Collectors.joining("\n")));
        return text;
    }

    private static ShellText messages(PlanContext context) {
        ShellText text = new ShellText();
        text.blank();
        message(context, text, "answers", "endpoints that answered", "ответило адресов");
        message(context, text, "needed", "needed", "нужно");
        message(
                context,
                text,
                "advertised",
                "etcd advertises this address to its clients, and it is not in etcd.external.endpoints",
                "etcd объявляет клиентам этот адрес, а в etcd.external.endpoints его нет");
        message(
                context,
                text,
                "foreign",
                "a member of another cluster has this name and namespace in etcd; choose another name or namespace",
                "у другого кластера в etcd те же имя и пространство имён, вот его член; выберите другие имя или "
                        + "namespace");
        message(
                context,
                text,
                "left",
                "keys of a cluster are there, and no member of it runs; if it is this one, start one of its members"
                        + " first, if it is given up, remove them, else choose another name or namespace",
                "в etcd уже есть ключи кластера, но ни один его член не работает; если это он и есть, сначала запустите"
                        + " один из его членов, если он больше не нужен, удалите их, иначе выберите другие имя или"
                        + " namespace");
        text.blank();
        return text;
    }

    private static void message(PlanContext context, ShellText text, String name, String en, String ru) {
        text.variable("m_" + name, context.say(en, ru));
    }

    /** Where the cluster's keys begin. */
    static String prefix(Cluster cluster) {
        return "/" + cluster.namespace() + "/" + cluster.name() + "/";
    }

    /** The first key behind those with the prefix, which ends with a slash. */
    private static String end(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + (char) ('/' + 1);
    }

    private static String base64(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
