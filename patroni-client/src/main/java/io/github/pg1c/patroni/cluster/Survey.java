package io.github.pg1c.patroni.cluster;

import io.github.pg1c.base.words.Text;
import java.time.Instant;
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
        return MemberDisagreements.status(views, member);
    }

    /**
     * The doubts about this member's row in {@link #cluster}: its own answer contradicts the row, or there is none.
     * Empty when the member confirms its row.
     */
    public List<Doubt> doubts(String member) {
        if (status(member).isEmpty()) {
            Text silence = Text.of("no answer", "нет ответа");
            Text why = views.stream()
                    .filter(view -> view.name().filter(member::equals).isPresent())
                    .flatMap(view -> view.explanation().stream())
                    .findFirst()
                    .orElse(silence);
            return List.of(new Doubt(
                    member,
                    Text.of(
                            member + " itself does not answer: " + why.en(),
                            "сам " + member + " не ответил: " + why.ru())));
        }
        return disagreements.stream()
                .filter(found -> found instanceof MemberDisagreement.OwnAnswerDiffers differs
                        && differs.member().equals(member))
                .map(found -> new Doubt(member, found.sentence()))
                .toList();
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
        return MemberDisagreements.freshest(views);
    }
}
