package io.github.pg1c.benchmarks;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;

/** Specifications to measure with: three PostgreSQL, three etcd and two HAProxy nodes under any name. */
final class SampleClusters {

    private SampleClusters() {}

    static String eightNodes(String name) {
        return """
                name: %s
                platform: {os: debian-13}
                postgresql: {distribution: pgdg, version: 17}
                workload: {connections: 200}
                resources: {memory: 16GB, cpus: 6, disk: ssd}
                nodes:
                  - {name: pg1, address: 10.0.0.11, roles: [postgresql]}
                  - {name: pg2, address: 10.0.0.12, roles: [postgresql]}
                  - {name: pg3, address: 10.0.0.13, roles: [postgresql]}
                  - {name: etcd1, address: 10.0.0.21, roles: [etcd]}
                  - {name: etcd2, address: 10.0.0.22, roles: [etcd]}
                  - {name: etcd3, address: 10.0.0.23, roles: [etcd]}
                  - {name: lb1, address: 10.0.0.31, roles: [haproxy]}
                  - {name: lb2, address: 10.0.0.32, roles: [haproxy]}
                networks: {clients: [10.0.1.0/24], administrators: [10.0.2.0/28]}
                roles: [{name: zup}]
                databases: [{name: zup, owner: zup}]
                """.formatted(name);
    }

    static Cluster read(String text) {
        return plan(text).cluster();
    }

    static ClusterPlan plan(String text) {
        Specification specification = SpecificationReader.read(text, "benchmark");
        return specification
                .plan()
                .orElseThrow(() -> new IllegalStateException(specification.problems().stream()
                        .map(Problem::toString)
                        .toList()
                        .toString()));
    }
}
