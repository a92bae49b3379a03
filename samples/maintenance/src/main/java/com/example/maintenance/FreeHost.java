package com.example.maintenance;

import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.ops.leader.HandoverPlan;
import io.github.pg1c.ops.leader.SwitchOver;
import io.github.pg1c.ops.state.AwaitCluster;
import io.github.pg1c.ops.state.AwaitCluster.Until;
import io.github.pg1c.patroni.cluster.Member;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Frees a host before its maintenance: waits until the cluster is whole, and if the host leads it, hands the leader's
 * role to a member that nothing speaks against. A program that maintains hosts calls this before the host goes down.
 *
 * <pre>
 * java … FreeHost pg1 cluster.yaml .pg1c
 * </pre>
 */
public final class FreeHost {

    /** What came of it; the host may go down only after the first two. */
    public enum Result {
        /** The host does not lead, and the others stream. */
        WAS_FREE,
        /** Another member leads now, and the others stream from it. */
        IS_FREE,
        /** Nothing was done: the cluster is not whole, or nobody can take over safely. */
        NOT_SAFE,
        /** It was tried and came to something else. */
        NOT_DONE
    }

    private final ClusterConnection cluster;
    private final Consumer<String> log;

    /**
     * For one cluster.
     *
     * @param log is told what happens
     */
    public FreeHost(ClusterConnection cluster, Consumer<String> log) {
        this.cluster = cluster;
        this.log = log;
    }

    /** Frees the host of this member. */
    public Result free(String member, Duration patience) {
        AwaitCluster.Result whole =
                AwaitCluster.until(Until.STREAMING).within(patience).run(cluster, event -> log.accept(event.toString()));
        if (!(whole instanceof AwaitCluster.Result.Reached now)) {
            log.accept("the cluster is not whole, another member must not go down");
            return Result.NOT_SAFE;
        }
        if (!now.leader().equals(member)) {
            log.accept(member + " does not lead, " + now.leader() + " does");
            return Result.WAS_FREE;
        }
        Optional<SwitchOver> safe = safeSwitchover(member, patience);
        if (safe.isEmpty()) {
            return Result.NOT_SAFE;
        }
        boolean done = safe.get().run(cluster, event -> log.accept(event.toString())).isSuccess();
        return done ? Result.IS_FREE : Result.NOT_DONE;
    }

    /** A switchover to the first member that nothing at all speaks against. */
    private Optional<SwitchOver> safeSwitchover(String leader, Duration patience) {
        List<String> others = cluster.patroni().cluster().members().stream()
                .map(Member::name)
                .filter(name -> !name.equals(leader))
                .toList();
        for (String other : others) {
            SwitchOver switchover = SwitchOver.to(other).from(leader).within(patience);
            HandoverPlan plan = switchover.plan(cluster);
            if (plan.isSafe()) {
                return Optional.of(switchover);
            }
            plan.judgement()
                    .map(judged -> judged.explanation().en().strip())
                    .ifPresent(log);
        }
        return Optional.empty();
    }

    /** The program: a member, the specification, and the directory of the secrets. */
    public static void main(String... arguments) {
        var specification = SpecificationReader.read(Path.of(arguments[1]));
        try (ClusterConnection cluster =
                ClusterConnection.to(specification.cluster().orElseThrow(), Path.of(arguments[2]))) {
            Result result = new FreeHost(cluster, System.out::println).free(arguments[0], Duration.ofMinutes(2));
            System.exit(result == Result.WAS_FREE || result == Result.IS_FREE ? 0 : 1);
        }
    }
}
