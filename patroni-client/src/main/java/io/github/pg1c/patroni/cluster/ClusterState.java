package io.github.pg1c.patroni.cluster;

import io.github.pg1c.patroni.protocol.RawJson;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The cluster as one member sees it ({@code GET /cluster}). That member may answer from its memory while the DCS is
 * away: {@link MemberStatus#dcsLastSeen} tells how fresh its view is.
 *
 * @param scope the name of the cluster; empty for Patroni before 3.2
 * @param members the members, in the order of Patroni, which sorts by name
 * @param paused true when Patroni was told to leave PostgreSQL alone
 * @param scheduledSwitchover a switchover that is to come
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
     * True for a standby that follows the leader of this cluster: it streams, and is on the leader's timeline; a
     * standby still on the one before streams from nobody. From Patroni 3.2 on, which tells the scope, {@code running}
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

    /** True for a standby that streams, as far as this Patroni tells: before 3.2 {@code running} counts as well. */
    public boolean streams(Member member) {
        return member.isStreaming() && (scope.isEmpty() || member.state().kind() == MemberState.Kind.STREAMING);
    }

    /**
     * True for a standby that gets its WAL as it is meant to: it {@link #follows} the leader, or it has the tag
     * {@code nostream} and runs.
     */
    public boolean replicates(Member member) {
        return follows(member)
                || (member.isWithoutStreaming()
                        && member.role().isStandby()
                        && member.state().isRunning());
    }

    /**
     * In what a member's own answer contradicts this view: role, state and timeline. The member knows better.
     *
     * @param member as it is listed here
     * @param own what the member says about itself
     */
    public List<MemberDisagreement> contradictions(Member member, MemberStatus own) {
        return MemberDisagreements.between(this, member, own);
    }

    /** Why this member cannot be asked at the address that it publishes; empty when nothing speaks against that. */
    public Optional<AddressProblem> addressProblem(Member member) {
        List<String> others = member.apiUrl().map(this::at).orElse(List.of()).stream()
                .map(Member::name)
                .filter(name -> !name.equals(member.name()))
                .toList();
        return PublishedAddress.problem(member.apiUrl())
                .or(() -> others.isEmpty() ? Optional.empty() : Optional.of(PublishedAddress.shared(others)));
    }

    /**
     * The members that publish this address of their REST API. More than one cannot be told from each other.
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
