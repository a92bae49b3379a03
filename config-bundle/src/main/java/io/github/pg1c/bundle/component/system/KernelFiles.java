package io.github.pg1c.bundle.component.system;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ClientEndpoints;
import io.github.pg1c.tuning.plan.KernelSetting;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Kernel settings, limits of processes and transparent huge pages; none in a container, whose kernel belongs to its
 * host.
 *
 * @see <a href="https://www.postgresql.org/docs/17/kernel-resources.html">PostgreSQL: managing kernel resources</a>
 */
final class KernelFiles {

    /** Kernels without NUMA lack these settings; a leading dash makes sysctl ignore that. */
    private static final Set<String> NOT_ON_EVERY_KERNEL = Set.of("kernel.numa_balancing", "vm.zone_reclaim_mode");

    private KernelFiles() {}

    static List<RenderedFile> of(PlanContext context, Node node) {
        List<RenderedFile> files = new ArrayList<>();
        boolean container = context.cluster().platform().container();
        if (!container) {
            files.add(sysctl(context, node));
        }
        if (node.has(NodeRole.POSTGRESQL)) {
            files.add(limits(context, node));
            if (!container) {
                files.add(hugePages(context));
            }
        }
        return List.copyOf(files);
    }

    private static RenderedFile sysctl(PlanContext context, Node node) {
        LineText text = LineText.ini(context, "#", context.say("Kernel settings", "Параметры ядра"), Need.INSTALLATION)
                .blank();
        if (node.has(NodeRole.POSTGRESQL)) {
            for (KernelSetting setting :
                    context.tuning().of(node.name()).kernel().sysctl()) {
                text.comment(context.say(setting.reason()));
                if (NOT_ON_EVERY_KERNEL.contains(setting.key())) {
                    text.optional(setting.key(), setting.value());
                } else {
                    text.set(setting.key(), setting.value());
                }
            }
        } else {
            text.comment(context.say(
                            "A swapped-out etcd or HAProxy answers too late.",
                            "Вытесненный в подкачку etcd или HAProxy отвечает слишком поздно."))
                    .set("vm.swappiness", "1")
                    .comment(context.say(
                            "A dead peer is noticed after 60 + 3 * 10 seconds.",
                            "Исчезнувшая сторона обнаруживается через 60 + 3 * 10 секунд."))
                    .set("net.ipv4.tcp_keepalive_time", "60")
                    .set("net.ipv4.tcp_keepalive_intvl", "10")
                    .set("net.ipv4.tcp_keepalive_probes", "3");
        }
        if (ClientEndpoints.proxies(context.cluster()).contains(node)) {
            text.comment(context.say(
                            "All 1C sessions come back at once after a failover.",
                            "После смены лидера все сеансы 1С возвращаются одновременно."))
                    .set("net.core.somaxconn", "4096");
        }
        return text.open("/etc/sysctl.d/90-pg1c.conf");
    }

    private static RenderedFile limits(PlanContext context, Node node) {
        TuningPlan plan = context.tuning().of(node.name());
        String user = context.layout().postgresUser();
        return LineText.lines(
                        context,
                        "#",
                        context.say(
                                "Limits of maintenance run by hand; the services have theirs in their units.",
                                "Ограничения для обслуживания вручную; у служб они заданы в юнитах."),
                        Need.NOTHING)
                .blank()
                .rule(user + " soft nofile " + plan.pool().fileDescriptors())
                .rule(user + " hard nofile " + plan.pool().fileDescriptors())
                .rule(user + " soft memlock unlimited")
                .rule(user + " hard memlock unlimited")
                .open("/etc/security/limits.d/90-pg1c.conf");
    }

    private static RenderedFile hugePages(PlanContext context) {
        String directory = "/sys/kernel/mm/transparent_hugepage";
        return LineText.unit(
                        context,
                        context.say(
                                "Transparent huge pages stall backends while the kernel gathers memory: off.",
                                "Прозрачные большие страницы задерживают процессы, пока ядро собирает память:"
                                        + " отключены."),
                        Need.INSTALLATION)
                .blank()
                .section("Unit")
                .set("Description", "No transparent huge pages for PostgreSQL")
                .set("Before", "patroni.service")
                .set("ConditionPathExists", directory + "/enabled")
                .blank()
                .section("Service")
                .set("Type", "oneshot")
                .set("RemainAfterExit", "yes")
                .set(
                        "ExecStart",
                        "/bin/sh -c 'echo never > " + directory + "/enabled; echo never > " + directory + "/defrag'")
                .blank()
                .section("Install")
                .set("WantedBy", "multi-user.target")
                .open("/etc/systemd/system/pg1c-huge-pages.service");
    }
}
