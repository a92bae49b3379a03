package io.github.pg1c.ops;

import io.github.pg1c.patroni.cluster.AddressProblem;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.operation.Candidate;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that prevents an operation.
 *
 * @since 0.1
 */
public sealed interface Obstacle {

    /**
     * Members were named that the cluster does not have.
     *
     * @param names the names that are not known
     * @param present the members of the cluster
     */
    record UnknownMembers(List<String> names, List<String> present) implements Obstacle {
        /** Copies the lists. */
        public UnknownMembers {
            names = List.copyOf(names);
            present = List.copyOf(present);
        }
    }

    /** No member has the requested role. */
    record NobodyOfRole() implements Obstacle {}

    /**
     * Members cannot be asked at the address of the REST API that they publish.
     *
     * @param problems the problem of each member by its name, in the cluster's order: no address, one without a host, a
     *     wildcard, or the same as another member's
     */
    record AddressUnusable(Map<String, AddressProblem> problems) implements Obstacle {
        /** Copies the map. */
        public AddressUnusable {
            problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        }
    }

    /** There is no leader whose role could be handed over. */
    record NoLeader() implements Obstacle {}

    /**
     * No member can take over.
     *
     * @param plan the reasons against the switchover and against each member
     */
    record NobodyCanTakeOver(SwitchoverPlan plan) implements Obstacle {}

    /**
     * The member of a failover cannot take over.
     *
     * @param candidate the member and the reasons against it
     */
    record CannotTakeOver(Candidate candidate) implements Obstacle {}

    /**
     * The leader has the data that the others copy, so it is not reinitialised.
     *
     * @param member its name
     */
    record IsLeader(String member) implements Obstacle {}

    /** The cluster was reached by addresses, so there is no specification to compare with. */
    record NoSpecification() implements Obstacle {}

    /**
     * Patroni would store the configuration, but ignore or misunderstand it.
     *
     * @param problems the problems of the configuration
     */
    record InvalidConfiguration(List<ConfigProblem> problems) implements Obstacle {
        /** Copies the list. */
        public InvalidConfiguration {
            problems = List.copyOf(problems);
        }
    }
}
