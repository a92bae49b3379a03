package com.example.cluster;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.secrets.generate.GenerationOptions;
import io.github.pg1c.secrets.generate.GenerationReport;
import io.github.pg1c.secrets.generate.Generator;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.plan.ClusterBuilder;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.input.DiskClass;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** A cluster that a program describes and generates, without Maven: {@code java … PayrollCluster <directory>}. */
public final class PayrollCluster {

    private PayrollCluster() {}

    /** The cluster for a number of connections of the 1C servers; throws InvalidClusterException with every problem. */
    public static Cluster describe(int connections) {
        NodeRole[] server = {NodeRole.POSTGRESQL, NodeRole.ETCD, NodeRole.HAPROXY};
        return ClusterBuilder.of("payroll")
                .language(Language.EN)
                .platform(Platform.DEBIAN_13)
                .postgresql(Distribution.POSTGRES_PRO_1C, 17)
                .connections(connections)
                .resources(Resources.of("16GB", 6, DiskClass.SSD))
                .node(Node.of("pg1", "10.0.0.11", server).withZone("rack1"))
                .node(Node.of("pg2", "10.0.0.12", server).withZone("rack2"))
                .node(Node.of("etcd3", "10.0.0.13", NodeRole.ETCD).withZone("rack3"))
                .clients("10.0.10.0/24")
                .administrators("10.0.20.0/28")
                .build();
    }

    /** Generates below the directory and says where to begin. */
    public static void main(String... arguments) {
        GenerationReport report = generate(Path.of(arguments[0]));
        System.out.println(report.changes().size() + " files; begin with "
                + report.bundle().resolve("RUNBOOK.md"));
    }

    static GenerationReport generate(Path directory) {
        GenerationOptions options =
                GenerationOptions.of(directory.resolve("bundles"), directory.resolve("secrets"), "payroll-tool 1.0");
        // Identifies in the manifest what the cluster was built from; a program has no file to hash.
        String origin = "0".repeat(64);
        return new Generator(Clock.systemUTC(), new SecureRandom()).generate(describe(200), origin, options);
    }
}
