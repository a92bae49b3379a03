package io.github.pg1c.patroni.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
        return found;
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
