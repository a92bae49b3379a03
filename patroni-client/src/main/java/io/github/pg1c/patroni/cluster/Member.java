package io.github.pg1c.patroni.cluster;

import io.github.pg1c.patroni.protocol.RawJson;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A member as the cluster sees it. A dead member stays in the list until its time to live has passed.
 *
 * @param name the name of the member, unique in the cluster
 * @param role its role
 * @param state the state of its PostgreSQL
 * @param apiUrl the address of its REST API, which ends in {@code /patroni}
 * @param host the host name or address of its PostgreSQL
 * @param port the port of its PostgreSQL
 * @param timeline the timeline, empty while the member changes its state
 * @param lag its lag behind the leader
 * @param progress received and replayed positions of a standby
 * @param pendingRestart true when a changed parameter waits for a restart
 * @param pendingRestartReasons these parameters; empty before Patroni 3.3
 * @param scheduledRestart the scheduled restart
 * @param tags its tags by name; other values than text are spelled as Patroni compares them: {@code true}, {@code 1.5}
 * @param raw the whole entry
 * @since 0.1
 */
public record Member(
        String name,
        Role role,
        MemberState state,
        Optional<URI> apiUrl,
        Optional<String> host,
        OptionalInt port,
        OptionalInt timeline,
        Lag lag,
        ReplicationProgress progress,
        boolean pendingRestart,
        List<ParameterChange> pendingRestartReasons,
        Optional<ScheduledRestart> scheduledRestart,
        Map<String, String> tags,
        RawJson raw) {
    /** Copies the collections; tags are sorted by name. */
    public Member {
        pendingRestartReasons = List.copyOf(pendingRestartReasons);
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** True for the holder of the leader lock. */
    public boolean isLeader() {
        return role.isLeader();
    }

    /** True when the published address of the REST API is a wildcard and leads to no member. */
    public boolean publishesWildcard() {
        return PublishedAddress.problem(apiUrl)
                .filter(problem -> problem.kind() == AddressProblem.Kind.WILDCARD)
                .isPresent();
    }

    /** True for a member with the tag {@code nostream}: it gets its WAL from the archive (Patroni 3.3 and later). */
    public boolean isWithoutStreaming() {
        return "true".equalsIgnoreCase(tags.get("nostream"));
    }

    /**
     * True for a standby that streams. Releases before 3.0.4 report {@code running} instead;
     * {@link ClusterState#follows} covers them, too.
     */
    public boolean isStreaming() {
        return role.isStandby()
                && (state.kind() == MemberState.Kind.STREAMING || state.kind() == MemberState.Kind.RUNNING);
    }
}
