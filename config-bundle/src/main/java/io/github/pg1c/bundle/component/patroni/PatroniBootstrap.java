package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.component.postgresql.HostBasedAccess;
import io.github.pg1c.bundle.component.postgresql.PostgresqlPaths;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.YamlText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.WithoutStandby;
import io.github.pg1c.model.derived.Timing;
import java.util.LinkedHashMap;
import java.util.Map;

/** The part of Patroni's configuration that counts once, when the cluster is made. */
final class PatroniBootstrap {

    /** Largest lag in bytes of a standby that may take over in a synchronous cluster: Patroni's default. */
    private static final long DEFAULT_MAXIMUM_LAG = 1024 * 1024;

    /** Name of the way to make a cluster that makes none. */
    private static final String TAKEOVER = "takeover";

    private PatroniBootstrap() {}

    static void write(PlanContext context, YamlText yaml) {
        yaml.comment(context.say(
                        "Copied into etcd when the first member makes the cluster. A later change here has no effect:"
                                + " use pg1c-patronictl edit-config (see the runbook).",
                        "Копируется в etcd, когда первый член создаёт кластер. Последующие изменения здесь не"
                                + " действуют: используйте pg1c-patronictl edit-config (см. регламент)."))
                .section("dcs", Need.shared(), dcs -> dcs(context, dcs));
        if (context.cluster().standbyOf().given()) {
            return;
        }
        if (context.cluster().takenOver().isPresent()) {
            nothingEmpty(context, yaml);
            return;
        }
        yaml.options("initdb", initdb(context), Need.INITIALISATION);
        if (!context.layout().versions().patroni().atLeast(3, 1)) {
            yaml.list("pg_hba", HostBasedAccess.lines(context));
        }
        yaml.comment(context.say("Creates the roles and databases.", "Создаёт роли и базы данных."))
                .put("post_bootstrap", PostgresqlPaths.POST_BOOTSTRAP);
    }

    /**
     * Patroni makes a cluster of the first data directory that it finds. Without one it would run initdb, on a member
     * that started too early as on one whose disk is not mounted, and the empty database would be the cluster's.
     *
     * @see <a href="https://patroni.readthedocs.io/en/latest/replica_bootstrap.html">Patroni: custom bootstrap</a>
     */
    private static void nothingEmpty(PlanContext context, YamlText yaml) {
        Node node = context.cluster().takenOver().orElseThrow();
        String refusal = context.say(
                "no empty database is made: start Patroni on " + node.name() + " first, with its data",
                "пустая база не создаётся: сначала запустите Patroni на " + node.name() + " с его данными");
        yaml.comment(context.say(
                        "The database of " + node.name()
                                + " is taken over: its data directory makes the cluster. A member without data waits;"
                                + " none makes an empty database.",
                        "Кластер принимает базу " + node.name()
                                + ": кластер создаётся из её каталога данных. Член без данных ждёт; пустую базу не"
                                + " создаёт никто."))
                .put("method", TAKEOVER)
                .section(
                        TAKEOVER,
                        method -> method.put("command", "/bin/sh -c 'echo \"" + refusal + "\" >&2; exit 1' sh"));
    }

    /** The same in a separate file, which is applied to the DCS of an existing cluster. */
    static RenderedFile shared(PlanContext context) {
        YamlText yaml = YamlText.document(
                context,
                context.say(
                        "The configuration that all members share, for pg1c-patronictl edit-config --apply.",
                        "Общая конфигурация всех членов, для pg1c-patronictl edit-config --apply."),
                Need.NOTHING);
        dcs(context, yaml);
        // The settings of bootstrap.dcs have the needs.
        return yaml.file(PatroniPaths.SHARED, "0644", "root", "root").withoutSettings();
    }

    private static void dcs(PlanContext context, YamlText yaml) {
        Timing timing = context.timing();
        yaml.comment(context.say(timing.formula(context.cluster())))
                .comment("loop_wait + 2 * retry_timeout <= ttl: "
                        + timing.loopWait().toSeconds() + " + 2 * "
                        + timing.retryTimeout().toSeconds() + " <= "
                        + timing.ttl().toSeconds())
                .put("ttl", timing.ttl().toSeconds())
                .put("loop_wait", timing.loopWait().toSeconds())
                .put("retry_timeout", timing.retryTimeout().toSeconds())
                .comment(context.say(
                        "A leader whose PostgreSQL crashed has this long to recover before a standby takes over.",
                        "Столько времени даётся лидеру на восстановление после сбоя PostgreSQL, затем его сменит"
                                + " реплика."))
                .put("primary_start_timeout", timing.primaryStartTimeout().toSeconds())
                .comment(context.say(
                        "With etcd away the leader goes on as long as it reaches every member.",
                        "При недоступном etcd лидер продолжает работу, пока ему отвечают все члены."))
                .put("failsafe_mode", true)
                .comment(context.say(
                        "A member on another timeline is no candidate.",
                        "Член на другой линии времени не может стать лидером."))
                .put("check_timeline", true);
        StandbyCluster.write(context, yaml);
        replication(context, yaml);
        PermanentSlots.write(context, yaml);
        yaml.section("postgresql", postgresql -> {
            postgresql
                    .put(
                            "use_pg_rewind",
                            context.cluster().patroni().formerLeader().rewind())
                    .put("use_slots", true)
                    .section(
                            "parameters",
                            parameters -> context.tuning()
                                    .shared()
                                    .forEach(parameter -> Parameters.shared(context, parameters, parameter)));
        });
    }

    private static void replication(PlanContext context, YamlText yaml) {
        Cluster cluster = context.cluster();
        Objectives objectives = cluster.objectives();
        if (objectives.synchronous()) {
            yaml.comment(context.say(
                            "rpo 0: a commit waits for one standby, and only a synchronous standby takes over.",
                            "rpo 0: фиксация ждёт одну реплику, и лидером становится только синхронная реплика."))
                    .put("synchronous_mode", true)
                    .put("synchronous_node_count", 1)
                    .put("synchronous_mode_strict", objectives.withoutStandby() == WithoutStandby.STOP)
                    .comment(context.say(ShutdownTime.longest(context).killed()))
                    .put(
                            "primary_stop_timeout",
                            ShutdownTime.longest(context).kill().toSeconds())
                    .put("maximum_lag_on_failover", DEFAULT_MAXIMUM_LAG);
        } else {
            yaml.comment(context.say(
                            "rpo " + objectives.rpo() + ": a standby that lags further behind never takes over.",
                            "rpo " + objectives.rpo() + ": реплика с большим отставанием не станет лидером."))
                    .put("synchronous_mode", false)
                    .put("maximum_lag_on_failover", objectives.rpo().bytes());
        }
    }

    private static Map<String, String> initdb(PlanContext context) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("encoding", "UTF8");
        options.put("locale", context.cluster().postgresql().locale());
        options.put("data-checksums", "");
        options.put("auth-local", "peer");
        options.put("auth-host", "scram-sha-256");
        String wal = context.layout().walDirectory();
        if (wal != null) {
            options.put("waldir", wal);
        }
        return options;
    }
}
