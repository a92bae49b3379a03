package io.github.pg1c.model.rules;

import java.util.List;
import java.util.Optional;

/**
 * A good specification with one mistake in it.
 *
 * @param code of the problem
 * @param path of the key that it names
 * @param marker text on the line that it names
 * @param edits what is replaced in the good specification: old and new text in turn; with one text only, the whole file
 */
record ProblemCase(String code, String path, String marker, List<String> edits) {

    static final String GOOD = """
            name: zup
            language: en
            platform: {os: debian-13}
            postgresql: {distribution: postgrespro-1c, version: 17}
            workload: {connections: 100}
            objectives: {rpo: 0, rto: 60s}
            resources: {memory: 16GB, cpus: 8, disk: ssd}
            nodes:
              - {name: pg1, address: 10.0.0.11, roles: [postgresql, haproxy]}
              - {name: pg2, address: 10.0.0.12, roles: [postgresql, haproxy]}
              - {name: etcd1, address: 10.0.0.21, roles: [etcd]}
              - {name: etcd2, address: 10.0.0.22, roles: [etcd]}
              - {name: etcd3, address: 10.0.0.23, roles: [etcd]}
            networks: {clients: [10.0.10.0/24], administrators: [10.0.20.0/28]}
            access: {addresses: [10.0.0.40]}
            roles:
              - {name: zup}
            databases:
              - {name: zup, owner: zup}
            """;

    static ProblemCase of(String code, String path, String marker, String... edits) {
        return new ProblemCase("PG1C-" + code, path, marker, List.of(edits));
    }

    String text() {
        if (edits.size() == 1) {
            return edits.get(0);
        }
        String text = GOOD;
        for (int i = 0; i < edits.size(); i += 2) {
            if (!text.contains(edits.get(i))) {
                throw new IllegalStateException(code + ": nothing to replace: " + edits.get(i));
            }
            text = text.replace(edits.get(i), edits.get(i + 1));
        }
        return text;
    }

    /** The good specification with both mistakes; empty when they are in the same words. */
    Optional<String> with(ProblemCase other) {
        if (edits.size() == 1 || other.edits.size() == 1) {
            return Optional.empty();
        }
        Optional<String> text = other.applied(text());
        return text.equals(applied(other.text())) ? text : Optional.empty();
    }

    private Optional<String> applied(String text) {
        String result = text;
        for (int i = 0; i < edits.size(); i += 2) {
            if (!result.contains(edits.get(i))) {
                return Optional.empty();
            }
            result = result.replace(edits.get(i), edits.get(i + 1));
        }
        return Optional.of(result);
    }

    int line() {
        String text = text();
        int index = text.indexOf(marker);
        if (index < 0) {
            throw new IllegalStateException(code + ": no marker " + marker);
        }
        return (int) text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
    }

    @Override
    public String toString() {
        return code + " at " + path;
    }
}
