package com.example.maintenance;

import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.ops.connect.ClusterAccess;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The cluster of the test's specification, simulated: pg1 leads pg2. */
final class SmallCluster {

    private SmallCluster() {}

    static PatroniSimulator start() {
        return PatroniSimulator.builder().members("pg1", "pg2").start();
    }

    /** A connection that knows the specification of the test's resources. */
    static ClusterConnection connect(PatroniSimulator patroni) {
        String address = patroni.member("pg1").uri().toString();
        ClusterConnection open = ClusterAccess.at(List.of(address)).open();
        var cluster =
                SpecificationReader.read(Path.of("src/test/resources/cluster.yaml")).cluster();
        return new ClusterConnection("small", open.patroni(), Optional.of(cluster.orElseThrow()), open.waiting());
    }
}
