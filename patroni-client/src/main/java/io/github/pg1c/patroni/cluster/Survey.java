package io.github.pg1c.patroni.cluster;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answers of all members, asked at the same time.
 *
 * @param views one for each member that a seed or another member knows, by name; members without a known name are last
 * @param disagreements their differences; empty for a sound cluster
 * @since 0.1
 */
public record Survey(List<MemberView> views, List<MemberDisagreement> disagreements) {
    /** Copies the lists. */
    public Survey {
        views = List.copyOf(views);
        disagreements = List.copyOf(disagreements);
    }

    /** The survey of these views, with their differences. */
    public static Survey of(List<MemberView> views) {
        return new Survey(views, MemberDisagreements.in(views));
    }

    /** The status that this member reports about itself. */
    public Optional<MemberStatus> status(String member) {
        return views.stream()
                .filter(view -> view.name().filter(member::equals).isPresent())
                .flatMap(view -> view.status().stream())
                .findFirst();
    }

    /**
     * The last time that any member heard from the DCS. A time long ago means that the DCS is away, although members
     * answer from their memory.
     */
    public Optional<Instant> lastContact() {
        return views.stream()
                .flatMap(view -> view.status().stream())
                .flatMap(status -> status.dcsLastSeen().stream())
                .max(Instant::compareTo);
    }

    /** The cluster as seen by the member that heard from the DCS last. */
    public Optional<ClusterState> cluster() {
        return views.stream()
                .filter(view -> view.cluster().isPresent())
                .max(Comparator.comparing(
                        view -> view.status().flatMap(MemberStatus::dcsLastSeen).orElse(Instant.EPOCH)))
                .flatMap(MemberView::cluster);
    }
}
