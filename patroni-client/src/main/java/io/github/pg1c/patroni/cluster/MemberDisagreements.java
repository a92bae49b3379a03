package io.github.pg1c.patroni.cluster;

import io.github.pg1c.patroni.cluster.MemberDisagreement.OwnAnswerDiffers;
import io.github.pg1c.patroni.cluster.MemberDisagreement.OwnAnswerDiffers.Fact;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares the answers of members. */
public final class MemberDisagreements {
    /** Patroni's default for the life of the leader lock. */
    private static final Duration STALE = Duration.ofSeconds(30);

    private MemberDisagreements() {}

    static List<MemberDisagreement> in(List<MemberView> views) {
        List<MemberDisagreement> found = new ArrayList<>();
        Set<String> leaders = new TreeSet<>();
        for (MemberView view : views) {
            if (view.status().filter(status -> status.role().isLeader()).isPresent()) {
                leaders.add(view.label());
            }
        }
        if (leaders.size() > 1) {
            found.add(new MemberDisagreement.SeveralLeaders(Collections.unmodifiableSet(leaders)));
        }
        Map<String, String> seen = by(
                views,
                view -> view.cluster().map(c -> c.leader().map(Member::name).orElse("")));
        if (differ(seen)) {
            found.add(new MemberDisagreement.DifferentLeaders(seen));
        }
        Map<String, Integer> timelines = by(
                views,
                view -> view.status()
                        .filter(s -> s.timeline().orElse(0) > 0)
                        .map(s -> s.timeline().orElse(0)));
        if (differ(timelines)) {
            found.add(new MemberDisagreement.DifferentTimelines(timelines));
        }
        Map<String, Instant> contact = by(views, view -> view.status().flatMap(MemberStatus::dcsLastSeen));
        contact.values().stream()
                .max(Instant::compareTo)
                .ifPresent(newest -> contact.forEach((member, last) -> {
                    Duration behind = Duration.between(last, newest);
                    if (behind.compareTo(STALE) > 0) {
                        found.add(new MemberDisagreement.StaleView(member, behind));
                    }
                }));
        Map<String, String> systems = by(views, view -> view.status().flatMap(MemberStatus::systemIdentifier));
        if (differ(systems)) {
            found.add(new MemberDisagreement.DifferentSystems(systems));
        }
        freshest(views)
                .ifPresent(cluster -> cluster.members()
                        .forEach(member -> status(views, member.name())
                                .ifPresent(own -> found.addAll(between(cluster, member, own)))));
        return found;
    }

    /** The contradictions between a member's own answer and its row. */
    static List<MemberDisagreement> between(ClusterState cluster, Member listed, MemberStatus own) {
        List<MemberDisagreement> found = new ArrayList<>();
        if (!agree(listed.role(), own.role())) {
            found.add(new OwnAnswerDiffers(
                    listed.name(), Fact.ROLE, listed.role().text(), own.role().text()));
        }
        String state = comparable(own, listed.state());
        if (!listed.state().text().equals(state)) {
            found.add(new OwnAnswerDiffers(
                    listed.name(), Fact.STATE, listed.state().text(), state));
        }
        int timeline = listed.timeline().orElse(0);
        int itsOwn = own.timeline().orElse(0);
        if (timeline > 0 && itsOwn > 0 && timeline != itsOwn && !isStandbyCluster(cluster)) {
            found.add(new OwnAnswerDiffers(
                    listed.name(), Fact.TIMELINE, Integer.toString(timeline), Integer.toString(itsOwn)));
        }
        return found;
    }

    /** The member's state in the words of the list, which shows how a running standby gets its WAL. */
    private static String comparable(MemberStatus own, MemberState listed) {
        boolean howItRuns = listed.isRunning() && listed.kind() != MemberState.Kind.RUNNING;
        if (!own.state().isRunning() || !howItRuns) {
            return own.state().text();
        }
        boolean wouldSay = own.patroni()
                .version()
                .flatMap(PatroniVersion::parse)
                .filter(Feature.REPLICATION_STATE::isIn)
                .isPresent();
        return own.replicationState().orElse(wouldSay ? own.state().text() : listed.text());
    }

    /** The view of the member that heard from the DCS last. */
    static Optional<ClusterState> freshest(List<MemberView> views) {
        return views.stream()
                .filter(view -> view.cluster().isPresent())
                .max(Comparator.comparing(
                        view -> view.status().flatMap(MemberStatus::dcsLastSeen).orElse(Instant.EPOCH)))
                .flatMap(MemberView::cluster);
    }

    static Optional<MemberStatus> status(List<MemberView> views, String member) {
        return views.stream()
                .filter(view -> view.name().filter(member::equals).isPresent())
                .flatMap(view -> view.status().stream())
                .findFirst();
    }

    /** The list has no word for a member that is demoted, or without data. */
    private static boolean agree(Role listed, Role own) {
        return switch (own.kind()) {
            case PRIMARY, STANDBY_LEADER, PROMOTED -> listed.kind() == own.kind();
            case REPLICA, SYNC_STANDBY, QUORUM_STANDBY, DEMOTED, UNINITIALIZED ->
                listed.isStandby() || listed.kind() == own.kind();
            case UNKNOWN -> listed.text().equals(own.text());
        };
    }

    /** In a standby cluster the timelines of the list and of the members differ normally. */
    private static boolean isStandbyCluster(ClusterState cluster) {
        return cluster.leader()
                .filter(leader -> leader.role().kind() == Role.Kind.STANDBY_LEADER)
                .isPresent();
    }

    private static boolean differ(Map<String, ?> values) {
        return new HashSet<>(values.values()).size() > 1;
    }

    private static <T> Map<String, T> by(List<MemberView> views, Function<MemberView, Optional<T>> value) {
        Map<String, T> values = new TreeMap<>();
        views.forEach(view -> value.apply(view).ifPresent(found -> values.put(view.label(), found)));
        return Collections.unmodifiableMap(values);
    }
}
