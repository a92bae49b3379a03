package io.github.pg1c.patroni;

import java.util.List;
import java.util.Optional;

/**
 * The cluster as one member sees it ({@code GET /cluster}). That member may answer from its memory while the DCS is away:
 * {@link MemberStatus#dcsLastSeen} tells how fresh its view is.
 *
 * @param scope the name of the cluster; empty for Patroni before 3.2
 * @param members the members, in the order of Patroni, which sorts by name
 * @param paused true when Patroni was told to leave PostgreSQL alone
 * @param scheduledSwitchover a switchover that is to come
 * @param raw everything that was said
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html#cluster-status-endpoints">Patroni: cluster status endpoints</a>
 * @since 0.1
 */
public record ClusterState(
        Optional<String> scope,
        List<Member> members,
        boolean paused,
        Optional<ScheduledSwitchover> scheduledSwitchover,
        RawJson raw) {
    /** Copies the members. */
    public ClusterState {
        members = List.copyOf(members);
    }

    /** The holder of the leader lock, empty while there is none. */
    public Optional<Member> leader() {
        return members.stream().filter(Member::isLeader).findFirst();
    }

    /** The member of this name. */
    public Optional<Member> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }
}
