package com.example.maintenance;

import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.operation.AuthorityRotation;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Replaces the key of an authority, one of three steps at a time: both keys are trusted, certificates are issued again,
 * the old key is not trusted any more. Between two steps every node has to get the files that are named, and to use
 * them.
 *
 * <pre>
 * java … RotateAuthority etcd cluster.yaml .pg1c
 * </pre>
 */
public final class RotateAuthority {

    private final ClusterPki pki;
    private final Clock clock;
    private final SecureRandom random;
    private final Consumer<String> log;

    /**
     * For the certificates of one cluster.
     *
     * @param clock decides when certificates begin
     * @param random source of keys
     * @param log is told which files have to go to which nodes
     */
    public RotateAuthority(ClusterPki pki, Clock clock, SecureRandom random, Consumer<String> log) {
        this.pki = pki;
        this.clock = clock;
        this.random = random;
        this.log = log;
    }

    /** Takes the next step, and says how it has ended. */
    public AuthorityRotation.Result step(String authority) {
        AuthorityRotation rotation = new AuthorityRotation(authority);
        AuthorityRotation.Plan plan = rotation.plan(pki);
        if (!plan.isPossible()) {
            throw new IllegalStateException("nothing can be rotated: " + plan.obstacles());
        }
        AuthorityRotation.Result step = rotation.run(pki, plan, clock, random);
        step.deliver().forEach(file -> log.accept("deliver " + file.path() + " to " + file.node()));
        return step;
    }

    /** The program: the authority, the specification, and the directory of the secrets. */
    public static void main(String... arguments) {
        var specification = SpecificationReader.read(Path.of(arguments[1]));
        ClusterPki pki = ClusterPki.of(specification.cluster().orElseThrow(), Path.of(arguments[2]));
        new RotateAuthority(pki, Clock.systemUTC(), new SecureRandom(), System.out::println).step(arguments[0]);
    }
}
