package com.example.maintenance;

import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.PatroniClientBuilder;
import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Frees a host before its maintenance: waits until the cluster is whole, and if the host leads it, hands the leader's role to a member that nothing speaks
 * against. Whoever maintains hosts by a program calls this before the host goes down.
 *
 * <pre>
 * PATRONI_PASSWORD=… java … FreeHost pg1 .pg1c/zup/operator https://10.0.0.11:8008 https://10.0.0.12:8008
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

    private final PatroniClient patroni;
    private final Consumer<String> log;

    /**
     * For one cluster.
     *
     * @param log is told what happens
     */
    public FreeHost(PatroniClient patroni, Consumer<String> log) {
        this.patroni = patroni;
        this.log = log;
    }

    /** Frees the host of this member. */
    public Result free(String member, Duration patience) {
        LeaderWait whole = LeaderWait.forAny().andStandbys().within(patience);
        if (!(patroni.awaitLeader(whole, event -> log.accept(event.toString())) instanceof LeaderOutcome.Reached now)) {
            log.accept("the cluster is not whole, another member must not go down");
            return Result.NOT_SAFE;
        }
        if (!now.leader().equals(member)) {
            log.accept(member + " does not lead, " + now.leader() + " does");
            return Result.WAS_FREE;
        }
        Optional<String> heir = heir(now.cluster(), member);
        if (heir.isEmpty()) {
            return Result.NOT_SAFE;
        }
        SwitchoverOutcome outcome =
                patroni.switchover(Switchover.from(member).to(heir.get()));
        log.accept(outcome.toString());
        return outcome.isCompleted() && isFollowed(heir.get(), patience) ? Result.IS_FREE : Result.NOT_DONE;
    }

    /** The first member that nothing at all speaks against. */
    private Optional<String> heir(ClusterState cluster, String leader) {
        List<String> others = cluster.members().stream()
                .map(Member::name)
                .filter(name -> !name.equals(leader))
                .toList();
        for (String other : others) {
            SwitchoverPlan plan = patroni.plan(Switchover.from(leader).to(other));
            if (plan.isSafe()) {
                return Optional.of(other);
            }
            log.accept(plan.explanation().strip());
        }
        return Optional.empty();
    }

    private boolean isFollowed(String leader, Duration patience) {
        LeaderWait wish = LeaderWait.forAny().toBe(leader).andStandbys().within(patience);
        return patroni.awaitLeader(wish, event -> log.accept(event.toString())) instanceof LeaderOutcome.Reached;
    }

    /** The program: a member, the operator's directory in the secrets store, and addresses of REST APIs. */
    public static void main(String... arguments) {
        Path operator = Path.of(arguments[1]);
        PatroniClientBuilder client = PatroniClient.builder()
                .trustPem(operator.resolve("ca.pem"))
                .clientCertificate(
                        operator.resolve("patroni-client.pem"), operator.resolve("patroni-client-key.pem"))
                .basicAuth("patroni", Secret.of(System.getenv("PATRONI_PASSWORD")));
        List.of(arguments).subList(2, arguments.length).forEach(address -> client.endpoint(URI.create(address)));
        try (PatroniClient patroni = client.build()) {
            Result result = new FreeHost(patroni, System.out::println).free(arguments[0], Duration.ofMinutes(2));
            System.exit(result == Result.WAS_FREE || result == Result.IS_FREE ? 0 : 1);
        }
    }
}
