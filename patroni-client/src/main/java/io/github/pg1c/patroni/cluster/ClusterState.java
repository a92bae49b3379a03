package io.github.pg1c.patroni.cluster;

import io.github.pg1c.patroni.protocol.RawJson;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The cluster as one member sees it ({@code GET /cluster}). That member may answer from its memory while the DCS is
 * away; {@link MemberStatus#dcsLastSeen} tells the age of its view.
 *
 * @param scope the name of the cluster; empty for Patroni before 3.2
 * @param members the members, in the order of Patroni, which sorts by name
 * @param paused true when Patroni is paused
 * @param scheduledSwitchover the scheduled switchover
 * @param raw the whole answer
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html#cluster-status-endpoints">Patroni: cluster
 *     status endpoints</a>
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

    /**
     * True for a standby that follows the leader of this cluster: it streams and is on the leader's timeline. A standby
     * on an older timeline streams from nobody. In Patroni 3.2 and later, whose answers have the scope, {@code running}
     * means that a standby does not stream.
     */
    public boolean follows(Member member) {
        if (!streams(member)) {
            return false;
        }
        Optional<Member> leader = leader();
        int theirs = leader.map(l -> l.timeline().orElse(0)).orElse(0);
        int own = member.timeline().orElse(0);
        return theirs == 0
                || own == 0
                || own == theirs
                || leader.filter(l -> l.role().kind() == Role.Kind.STANDBY_LEADER)
                        .isPresent();
    }

    /** True for a standby that streams. Before Patroni 3.2 the state {@code running} counts, too. */
    public boolean streams(Member member) {
        return member.isStreaming() && (scope.isEmpty() || member.state().kind() == MemberState.Kind.STREAMING);
    }

    /**
     * True for a standby that gets its WAL as configured: it {@link #follows} the leader, or it runs with the tag
     * {@code nostream}.
     */
    public boolean replicates(Member member) {
        return follows(member)
                || (member.isWithoutStreaming()
                        && member.role().isStandby()
                        && member.state().isRunning());
    }

    /**
     * The contradictions between a member's own answer and this view, in role, state and timeline. The own answer is
     * newer.
     *
     * @param member as it is listed here
     * @param own the member's own status
     */
    public List<MemberDisagreement> contradictions(Member member, MemberStatus own) {
        return MemberDisagreements.between(this, member, own);
    }

    /** The problem of the address that this member publishes; empty if there is none. */
    public Optional<AddressProblem> addressProblem(Member member) {
        List<String> others = member.apiUrl().map(this::at).orElse(List.of()).stream()
                .map(Member::name)
                .filter(name -> !name.equals(member.name()))
                .toList();
        return PublishedAddress.problem(member.apiUrl())
                .or(() -> others.isEmpty() ? Optional.empty() : Optional.of(PublishedAddress.shared(others)));
    }

    /**
     * The members that publish this address of their REST API. Several cannot be told apart.
     *
     * @param address as for {@link Member#apiUrl}, with or without {@code /patroni} at its end
     */
    public List<Member> at(URI address) {
        String key = PublishedAddress.key(address);
        return members.stream()
                .filter(member -> member.apiUrl()
                        .map(PublishedAddress::key)
                        .filter(key::equals)
                        .isPresent())
                .toList();
    }

    /** The member of this name. */
    public Optional<Member> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }
}
