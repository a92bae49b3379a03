package io.github.pg1c.bundle.component.system;

import io.github.pg1c.bundle.part.KernelParameter;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.tuning.plan.KernelSetting;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Kernel settings, limits of processes and transparent huge pages; in a container only what its kernel keeps apart for
 * it.
 *
 * @see <a href="https://www.postgresql.org/docs/17/kernel-resources.html">PostgreSQL: managing kernel resources</a>
 */
final class KernelFiles {

    /** Kernels without NUMA lack these settings; a leading dash makes sysctl ignore that. */
    private static final Set<String> NOT_ON_EVERY_KERNEL = Set.of("kernel.numa_balancing", "vm.zone_reclaim_mode");

    private static final String HUGE_PAGES = "/sys/kernel/mm/transparent_hugepage";

    private KernelFiles() {}

    static List<RenderedFile> of(PlanContext context, Node node) {
        List<RenderedFile> files = new ArrayList<>();
        files.add(sysctl(context, node));
        if (node.has(NodeRole.POSTGRESQL)) {
            files.add(limits(context, node));
        }
        if (setsHugePages(context, node)) {
            files.add(hugePages(context));
        }
        return List.copyOf(files);
    }

    /** What these files set. */
    static List<KernelParameter> parameters(PlanContext context, Node node) {
        List<KernelParameter> parameters = new ArrayList<>();
        context.plan().kernel(node).forEach(setting -> parameters.add(KernelParameter.sysctl(setting.key())));
        if (setsHugePages(context, node)) {
            parameters.add(new KernelParameter("transparent_hugepage", HUGE_PAGES + "/enabled"));
        }
        return List.copyOf(parameters);
    }

    private static boolean setsHugePages(PlanContext context, Node node) {
        return node.has(NodeRole.POSTGRESQL) && !context.cluster().platform().container();
    }

    private static RenderedFile sysctl(PlanContext context, Node node) {
        LineText text = LineText.ini(context, "#", context.say("Kernel settings", "Параметры ядра"), Need.INSTALLATION)
                .blank();
        boolean container = context.cluster().platform().container();
        if (container) {
            text.comment(context.say(
                    "Only what a container has to itself. One without the right to set it keeps what it has.",
                    "Только то, что у контейнера своё. Контейнер без права на это остаётся при прежнем."));
        }
        String before = "";
        for (KernelSetting setting : context.plan().kernel(node)) {
            String reason = context.say(setting.reason());
            if (!reason.equals(before)) {
                text.comment(reason);
                before = reason;
            }
            if (container || NOT_ON_EVERY_KERNEL.contains(setting.key())) {
                text.optional(setting.key(), setting.value());
            } else {
                text.set(setting.key(), setting.value());
            }
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
                .set("ConditionPathExists", HUGE_PAGES + "/enabled")
                .blank()
                .section("Service")
                .set("Type", "oneshot")
                .set("RemainAfterExit", "yes")
                .set(
                        "ExecStart",
                        "/bin/sh -c 'echo never > " + HUGE_PAGES + "/enabled; echo never > " + HUGE_PAGES + "/defrag'")
                .blank()
                .section("Install")
                .set("WantedBy", "multi-user.target")
                .open("/etc/systemd/system/pg1c-huge-pages.service");
    }
}
