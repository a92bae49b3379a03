package com.example.modular;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.diff.BundleDiff;
import io.github.pg1c.bundle.write.BundleWriter;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.ops.connect.ClusterAccess;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.generate.GenerationOptions;
import io.github.pg1c.secrets.generate.GenerationReport;
import io.github.pg1c.secrets.generate.Generator;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** A few lines with each library, which the compiler reads as those of an outside application. */
public final class Console {

    private Console() {}

    /** What is wrong with a specification. */
    public static List<String> problems(Path file) {
        Specification specification = SpecificationReader.read(file);
        return specification.problems().stream()
                .map(problem -> problem.toString(Language.EN))
                .toList();
    }

    /** A value of the calculator. */
    public static Optional<String> sharedBuffers() {
        TuningPlan plan = Calculator.plan(
                TuningInput.builder(MemorySize.parse("16GB"), 6, 200).build());
        return plan.value("shared_buffers");
    }

    /** Whether other bytes would be written than those of the last time. */
    public static boolean changes(ClusterPlan plan, Manifest last, Path output) {
        Bundle bundle = Bundle.of(plan.cluster(), "0".repeat(64), "console 1.0");
        new BundleWriter(output).plan(bundle, false);
        return !BundleDiff.between(last, bundle.manifest()).isEmpty();
    }

    /** Generates a cluster with its secrets, and says where the rotation of an authority stands. */
    public static RotationPhase generate(Cluster cluster, Path directory) {
        GenerationReport report = new Generator(Clock.systemUTC(), new SecureRandom())
                .generate(
                        cluster,
                        "0".repeat(64),
                        GenerationOptions.of(
                                directory.resolve("bundles"), directory.resolve("secrets"), "console 1.0"));
        if (report.changes().isEmpty()) {
            throw new IllegalStateException("nothing was written to " + report.bundle());
        }
        return ClusterPki.of(cluster, directory.resolve("secrets")).phase("etcd");
    }

    /** The leader, over the application's own connections. */
    public static String leader(PatroniSimulator simulated) {
        try (PatroniClient patroni = PatroniClient.builder()
                .endpoint(simulated.member("node1").uri())
                .okHttpClient(new OkHttpClient())
                .build()) {
            return patroni.cluster().leader().orElseThrow().name();
        }
    }

    /** Whether the leader can hand over now. */
    public static boolean safe(String address, Secret password) {
        try (ClusterConnection cluster =
                ClusterAccess.at(List.of(address)).login("console", password).open()) {
            SwitchoverPlan plan = cluster.patroni().plan(Switchover.from("node1"));
            return plan.isSafe();
        }
    }
}
