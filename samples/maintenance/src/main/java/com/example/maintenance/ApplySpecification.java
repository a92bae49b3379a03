package com.example.maintenance;

import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.ops.config.ChangeConfiguration;
import io.github.pg1c.ops.config.ChangePlan;
import io.github.pg1c.ops.config.ChangeResult;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.ops.member.MemberChoice;
import io.github.pg1c.ops.member.RestartMembers;
import io.github.pg1c.ops.member.RestartPlan;
import io.github.pg1c.patroni.cluster.Member;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Makes the shared configuration of a running cluster as its changed specification says, and restarts the members whose
 * new values wait for that: one after the other, in an order in which no standby stops.
 *
 * <pre>
 * java … ApplySpecification cluster.yaml .pg1c
 * </pre>
 */
public final class ApplySpecification {

    private final ClusterConnection cluster;
    private final Consumer<String> log;

    /**
     * For one cluster.
     *
     * @param cluster a connection that knows the specification
     * @param log is told what happens
     */
    public ApplySpecification(ClusterConnection cluster, Consumer<String> log) {
        this.cluster = cluster;
        this.log = log;
    }

    /** Says what would change, and changes nothing. */
    public boolean differs() {
        ChangePlan plan = ChangeConfiguration.asSpecified().plan(cluster);
        plan.changes().forEach(change -> log.accept("different: " + change));
        plan.unspecified().forEach(key -> log.accept("not in the specification, left as it is: " + key));
        plan.obstacles().forEach(obstacle -> log.accept("prevents it: " + obstacle));
        return !plan.isNothing();
    }

    /** Changes the configuration and restarts the members that wait for it; true when the cluster is as specified. */
    public boolean apply() {
        ChangeResult changed = ChangeConfiguration.asSpecified().run(cluster, event -> {});
        log.accept(changed.toString());
        return changed.isSuccess() && restartPending();
    }

    private boolean restartPending() {
        RestartMembers restart = RestartMembers.of(MemberChoice.all()).onlyPending();
        RestartPlan plan = restart.plan(cluster);
        plan.members().stream().map(Member::name).forEach(name -> log.accept("to be restarted: " + name));
        if (plan.order().leaderFirst()) {
            log.accept("the leader comes first, because this is lowered: " + plan.order().lowered());
        }
        return restart.run(cluster, plan, event -> log.accept(event.toString())).isSuccess();
    }

    /** The program: the specification, and the directory of the secrets. */
    public static void main(String... arguments) {
        var specification = SpecificationReader.read(Path.of(arguments[0]));
        try (ClusterConnection cluster =
                ClusterConnection.to(specification.cluster().orElseThrow(), Path.of(arguments[1]))) {
            System.exit(new ApplySpecification(cluster, System.out::println).apply() ? 0 : 1);
        }
    }
}
