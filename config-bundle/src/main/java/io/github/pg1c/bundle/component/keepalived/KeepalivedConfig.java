package io.github.pg1c.bundle.component.keepalived;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.VirtualAddress;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * keepalived's configuration: an instance of VRRP version 3 for each address, with adverts to the other balancers only.
 *
 * @see <a href="https://www.keepalived.org/manpage.html">keepalived.conf(5)</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5798">RFC 5798: VRRP version 3</a>
 */
final class KeepalivedConfig {

    /** keepalived's scripts have whole seconds. */
    static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);
    /** Failed checks until the node gives the address away. */
    static final int CHECK_FALL = 2;

    private static final int CHECK_RISE = 2;
    /** Switches may forget where the address is. */
    private static final Duration REFRESH = Duration.ofMinutes(1);
    /** It has no rights anywhere. */
    private static final String SCRIPT_USER = "nobody";

    private static final String CHECK = "entrance";

    private KeepalivedConfig() {}

    static RenderedFile file(PlanContext context, Node node) {
        LineText text = LineText.braced(
                        context,
                        context.say("The address over the balancers", "Адрес над балансировщиками"),
                        KeepalivedComponent.RELOAD)
                .blank()
                .comment(context.say(
                        "Names of the interfaces, found by their addresses when keepalived starts.",
                        "Имена интерфейсов, найденные по адресам при запуске keepalived."))
                .set("include", KeepalivedPaths.INTERFACES)
                .blank()
                .braces(
                        "global_defs",
                        global -> global.set("router_id", node.name().toString())
                                .set("vrrp_version", "3")
                                .inner(context.say(
                                        "Adverts of others than the balancers do not count.",
                                        "Объявления чужих узлов не учитываются."))
                                .set("vrrp_check_unicast_src")
                                .set("enable_script_security")
                                .set("script_user", SCRIPT_USER)
                                .inner(context.say(
                                        "Tells switches again and again where the address is.",
                                        "Время от времени напоминает коммутаторам, где находится адрес."))
                                .set("vrrp_garp_master_refresh", REFRESH.toSeconds()))
                .blank()
                .comment(context.say(
                        "The address goes where the balancer itself works. Patroni and etcd are not asked: their failure"
                                + " must not take the entrance away.",
                        "Адрес там, где работает сам балансировщик. Patroni и etcd не опрашиваются: их сбой не должен"
                                + " лишать входа."))
                .braces(
                        "vrrp_script " + CHECK,
                        script -> script.set("script", "\"" + KeepalivedPaths.CHECK + "\"")
                                .set("interval", CHECK_INTERVAL.toSeconds())
                                .set("timeout", CHECK_INTERVAL.toSeconds())
                                .set("fall", CHECK_FALL)
                                .set("rise", CHECK_RISE));
        int number = 0;
        for (VirtualAddress address : VirtualAddress.of(context.cluster())) {
            number++;
            instance(context, text, node, address, number);
        }
        return text.file(KeepalivedPaths.CONFIG, "0644", "root", "root");
    }

    private static void instance(PlanContext context, LineText text, Node node, VirtualAddress address, int number) {
        Cluster cluster = context.cluster();
        text.blank()
                .braces(
                        "vrrp_instance " + address.address(),
                        instance -> instance.inner(context.say(
                                        "Nobody takes the address back when it returns: each move ends sessions.",
                                        "Вернувшийся узел адрес не отбирает: каждый переход обрывает сеансы."))
                                .set("state", "BACKUP")
                                .set("nopreempt")
                                .set("interface", "$OWN")
                                .set("virtual_router_id", address.routerId())
                                .set("priority", VirtualAddress.priority(cluster, node))
                                .set("advert_int", seconds(cluster.keepalived().advertInterval()))
                                .set("unicast_src_ip", node.address().toString())
                                .values("unicast_peer", others(cluster, node))
                                .values("virtual_ipaddress", List.of(address.address() + " dev $ENTRANCE" + number))
                                .inner(context.say(
                                        "The interface of the address, where it is another one than this node's.",
                                        "Интерфейс адреса, если он не тот же, что у узла."))
                                .set("include", KeepalivedPaths.TRACKED + number + ".conf")
                                .values("track_script", List.of(CHECK)));
    }

    private static List<String> others(Cluster cluster, Node node) {
        return cluster.nodesWith(NodeRole.HAPROXY).stream()
                .filter(other -> !other.equals(node))
                .map(other -> other.address().toString())
                .toList();
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
