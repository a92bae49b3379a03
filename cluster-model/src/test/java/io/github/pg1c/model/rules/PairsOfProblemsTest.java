package io.github.pg1c.model.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All mistakes of a specification are reported at once: none hides another one that does not depend on it. */
class PairsOfProblemsTest {

    private static final Pattern NUMBER = Pattern.compile("\\[\\d+]");

    /** The text is no YAML, so that nothing is known of its keys. */
    private static final Set<String> NO_DOCUMENT = Set.of("PG1C-004", "PG1C-008", "PG1C-009", "PG1C-010");

    /**
     * Problems that are about the value which another mistake leaves unknown, or which it changes: with some right
     * value there they would not exist.
     *
     * @param why what they share
     * @param mistakes codes, with the path where not every case of the code is meant
     * @param problems codes of what is then not found
     */
    private record Dependence(String why, String mistakes, String problems) {

        boolean covers(ProblemCase mistake, String problem) {
            List<String> words = List.of(mistakes.split(", "));
            String code = mistake.code().substring(5);
            return (words.contains(code) || words.contains(code + " " + mistake.path()))
                    && List.of(problems.split(" ")).contains(problem.substring(5));
        }
    }

    private static final List<Dependence> DEPENDENT = List.of(
            new Dependence(
                    "the nodes are not known",
                    "023 nodes",
                    "022 023 024 025 026 027 028 111 124 125 202 203 206 207 208 213 401 402 404 405 406 407 408 409 413 414 502 702 703"
                            + " 706 911 126 610 612 615"),
            new Dependence(
                    "the roles of a node are not known",
                    "023 nodes[5], 024 nodes[5].roles[1]",
                    "101 102 103 104 106 107 112 121 122 123 124 125 201 202 203 206 207 208 213 404 405 406 407 408 409 413 414 601 602"
                            + " 126 611 615"),
            new Dependence(
                    "other numbers of etcd's members", "101, 102, 103, 104, 105, 111", "102 103 104 105 123 125"),
            new Dependence("no etcd", "101", "502 601 602 611 702 911"),
            new Dependence(
                    "etcd is outside, or may be",
                    "025 etcd.external.clientCertificate, 027 etcd.external.endpoints[0], 027 "
                            + "etcd.external.endpoints[1], 031 etcd.external.caCertificate, 762 "
                            + "etcd.external.caCertificate, 911, 912, 913, 914, 915, 916, 917, 918",
                    "101"),
            new Dependence(
                    "no PostgreSQL", "106", "107 121 125 202 401 402 404 405 406 407 408 409 413 414 502 706 126"),
            new Dependence("one PostgreSQL, or rpo is not 0", "112, 201, 204", "201 202 329 706"),
            new Dependence("rpo is not 0, or its standby is what the other is about", "136, 842, 844", "201 202 329"),
            new Dependence("the name of the node that another one is to follow", "026, 108, 113", "134 135 201"),
            new Dependence("the slots that stand for copies", "832, 833", "823"),
            new Dependence(
                    "how many walsenders there are, for how many members",
                    "011 resources, 022 roles[1].name, 022 workload.connections, 023 nodes, 023 nodes[5], 023 workload,"
                            + " 024 nodes[5].roles[1], 025 roles[1].superuser, 025 workload.connections, 028 resources.memory,"
                            + " 030 postgresql.version, 106, 112, 114, 201, 301, 302, 321, 322, 323, 401, 402, 403",
                    "809"),
            new Dependence("a role with replication logs in by certificate", "806, 808, 809", "758"),
            new Dependence(
                    "the roles that memberships speak of, and those of the version",
                    "022 roles[1].name, 025 roles[1].superuser, 030 postgresql.version, 302, 304, 307 postgresql.superuser",
                    "861 862 863"),
            new Dependence(
                    "the extensions of the version and the build",
                    "024 platform.os, 030 postgresql.version, 303, 304, 305, 325, 804, 807",
                    "872 873 874 881"),
            new Dependence("too many nodes to calculate", "114", "202 404 405 406 407 408 409 413 414"),
            new Dependence("no HAProxy", "601", "502 703"),
            new Dependence(
                    "the further node has HAProxy",
                    "022 nodes[5].address, 025 nodes[5].shared, 026 nodes[5].name, 027 nodes[5].address,"
                            + " 028 nodes[5].resources.memory",
                    "125 126 601 602 611"),
            new Dependence("PostgreSQL and HAProxy are on different nodes", "125, 126", "502 615"),
            new Dependence("the node with HAProxy is gone, or others have come", "112, 114, 201", "126 610 615"),
            new Dependence(
                    "who logs in by certificate, and from where",
                    "022 tls.certificates[1].purpose, 026 tls.certificates[1].name, 760",
                    "607 608"),
            new Dependence(
                    "'nodes: none' with an element below is one text",
                    "022 nodes[5].address, 024 nodes[5].roles[1], 025 nodes[5].shared, 026 nodes[5].name,"
                            + " 027 nodes[5].address, 028 nodes[5].resources.memory",
                    "023"),
            new Dependence("the address that is used twice", "020 nodes[0].adress", "109"),
            new Dependence("the port that is used twice", "020 postgresql.prot, 501 postgresql.port", "502"),
            new Dependence("the networks are not known", "022 networks", "506"),
            new Dependence("the role in question", "022 roles[1].name", "813"),
            new Dependence("the owner in question", "813", "804"),
            new Dependence(
                    "whether the role opens a database",
                    "022 databases[1].owner, 022 roles[1].name, 025 roles[1].superuser, 813 databases[0].owner",
                    "805"),
            new Dependence("another superuser", "307 postgresql.superuser", "802"),
            new Dependence(
                    "connections are not known",
                    "022 workload.connections, 023 workload, 025 workload.connections, 403",
                    "405 406 407 409 413 414 824"),
            new Dependence(
                    "memory or processors are not known",
                    "011 resources, 028 resources.memory, 401, 402, 408",
                    "404 406 408 409 413 414"),
            new Dependence(
                    "the version is not known, and memory and disk are added up by its parameters",
                    "030 postgresql.version, 301, 302",
                    "404 405 413 414"),
            new Dependence("the value counts in the sum of memory or disk", "321, 322, 323", "404 405 413 414"),
            new Dependence(
                    "whether WAL has a disk of its own",
                    "022 postgresql.walDirectory, 311 postgresql.walDirectory, 312 postgresql.walDirectory, 903",
                    "413 414"),
            new Dependence("another disk is too small", "413", "413"),
            new Dependence(
                    "the member whose database is taken over",
                    "023 nodes, 023 nodes[5], 024 nodes[5].roles[1], 026, 106, 113",
                    "901 902 903"),
            new Dependence(
                    "the packages of the components",
                    "023 nodes, 023 nodes[5], 024 nodes[5].roles[1], 024 platform.os, 030 postgresql.version",
                    "738 739"),
            new Dependence("the node that the copy would follow", "023 nodes, 108, 112, 114, 201", "932"),
            new Dependence("the packages' data directory", "024 platform.os, 303", "312"),
            new Dependence(
                    "who logs in by a certificate: the networks, nodes, roles and databases say it",
                    "020 nodes[0].adress, 022 databases[1].name, 022 databases[1].owner, 022 networks,"
                            + " 022 nodes[5].address, 022 roles[1].name, 023 networks.clients[0], 023 nodes, 023 nodes[5],"
                            + " 024 nodes[5].roles[1], 025 roles[1].superuser, 027 networks.clients[0],"
                            + " 027 nodes[0].address, 027 nodes[5].address, 307 postgresql.superuser, 601",
                    "758 759 760"),
            new Dependence(
                    "which slots there are, and for how many members",
                    "022 databases[1].name, 022 databases[1].owner, 023 nodes, 023 nodes[5], 024 nodes[5].roles[1], 106,"
                            + " 112, 114, 201",
                    "822 824 825"),
            new Dependence(
                    "how many slots the parameters leave",
                    "011 resources, 028 resources.memory, 030 postgresql.version, 301, 302, 321, 322, 323, 401, 402",
                    "824"),
            new Dependence("whether there are copies at all", "023 workload, 823, 825", "823 825"),
            new Dependence(
                    "the objective that the intervals follow from",
                    "029 objectives.rto, 203 objectives.rto",
                    "203 206 207 208 213"),
            new Dependence(
                    "which members there are, and what sets them apart",
                    "022 nodes[5].address, 023 nodes, 023 nodes[5], 024 nodes[5].roles[1], 025 nodes[5].shared,"
                            + " 026 nodes[5].name, 106, 112, 114, 201",
                    "131 132 133 134 135 136 137 201 824 832"),
            new Dependence("which PostgreSQL the platform works with", "030 postgresql.version, 301, 302, 804", "310"),
            new Dependence("which Patroni it is", "024 platform.os, 030 patroni.version", "132"),
            new Dependence("which databases there are", "022 databases[1].name, 023 databases", "605 835"),
            new Dependence(
                    "which roles there are", "022 roles[1].name, 025 roles[1].superuser, 802 roles[1].name", "604 606"),
            new Dependence(
                    "what is open already: networks, nodes, roles and databases say it",
                    "020 nodes[0].adress, 022 databases[1].name, 022 databases[1].owner, 022 networks, 022 nodes[5].address,"
                            + " 022 roles[1].name, 023 networks.clients[0], 023 nodes, 023 nodes[5],"
                            + " 024 nodes[5].roles[1], 025 roles[1].superuser, 027 networks.clients[0],"
                            + " 027 nodes[0].address, 027 nodes[5].address, 503 networks.administrators[0], 505, 808,"
                            + " 812, 813, 814",
                    "608"),
            new Dependence("slots of copies make wal_level logical", "821, 822, 824, 825, 832, 023 workload", "834"),
            new Dependence(
                    "with an own ttl the objective is broken by that",
                    "203 patroni.ttl, 205 patroni.ttl, 206 patroni.ttl, 207 patroni.ttl",
                    "203"));

    @Tag("slow")
    @Test
    void independentMistakesAreReportedTogether() {
        List<ProblemCase> all = ProblemCases.all().toList();
        Set<String> hidden = new ConcurrentSkipListSet<>();
        Set<String> needed = new ConcurrentSkipListSet<>();
        LongAdder pairs = new LongAdder();
        IntStream.range(0, all.size())
                .parallel()
                .forEach(i -> all.subList(i + 1, all.size()).forEach(second -> {
                    ProblemCase first = all.get(i);
                    first.with(second).ifPresent(text -> {
                        pairs.increment();
                        List<String> left = found(text);
                        for (ProblemCase mistake : List.of(first, second)) {
                            ProblemCase other = mistake == first ? second : first;
                            if (!left.remove(unnumbered(mistake)) && !NO_DOCUMENT.contains(other.code())) {
                                DEPENDENT.stream()
                                        .filter(one -> one.covers(other, mistake.code()))
                                        .findFirst()
                                        .ifPresentOrElse(
                                                one -> needed.add(one.why()),
                                                () -> hidden.add(mistake + " beside " + other));
                            }
                        }
                    });
                }));

        assertThat(pairs.sum()).isGreaterThan(7000);
        assertThat(hidden).isEmpty();
        assertThat(DEPENDENT)
                .as("rows that a pair needs")
                .extracting(Dependence::why)
                .allMatch(needed::contains);
    }

    /** Without the numbers of elements, which differ when the other mistake removes or adds one. */
    private static String unnumbered(ProblemCase mistake) {
        return NUMBER.matcher(mistake.toString()).replaceAll("[]");
    }

    private static List<String> found(String text) {
        return problems(text).map(PairsOfProblemsTest::unnumbered).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Stream<ProblemCase> problems(String text) {
        return SpecificationReader.read(text, "two.yaml").problems().stream()
                .map(problem -> new ProblemCase(problem.code(), problem.path(), "", List.of()));
    }

    @Test
    void everyUnusableAddressOfAFileIsReported() {
        String text = ProblemCase.GOOD
                .replace("10.0.0.11", "\"fe80::1%eth0\"")
                .replace("10.0.0.12", "127.0.0.1")
                .replace("10.0.0.21", "010.0.0.21")
                .replace("10.0.0.22", "0.0.0.0");

        assertThat(problems(text).map(ProblemCase::toString))
                .containsExactlyInAnyOrder(
                        "PG1C-027 at nodes[0].address",
                        "PG1C-110 at nodes[1].address",
                        "PG1C-027 at nodes[2].address",
                        "PG1C-110 at nodes[3].address");
    }

    @Test
    void anElementKeepsItsPlaceBehindOnesThatCannotBeRead() {
        String text = ProblemCase.GOOD.replace("[10.0.10.0/24]", "[10.0.10.7/24, 10.1.0.0/16, clients, 0.0.0.0/0]");

        assertThat(problems(text).map(ProblemCase::toString))
                .containsExactlyInAnyOrder(
                        "PG1C-027 at networks.clients[0]",
                        "PG1C-027 at networks.clients[2]",
                        "PG1C-503 at networks.clients[3]");
    }

    @Test
    void aNodeWithoutAReadableNameIsCalledByItsPath() {
        String text = ProblemCase.GOOD.replace("name: pg1, ", "name: PG1, ").replace("memory: 16GB", "memory: 256MB");

        List<Problem> problems = SpecificationReader.read(text, "two.yaml").problems();

        assertThat(problems)
                .filteredOn(problem -> problem.code().equals("PG1C-402"))
                .extracting(problem -> problem.message().en())
                .containsExactly("memory of nodes[0] is 256MB", "memory of pg2 is 256MB");
    }
}
