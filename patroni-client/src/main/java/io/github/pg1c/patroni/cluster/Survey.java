package io.github.pg1c.patroni.cluster;

import io.github.pg1c.base.words.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What all members say, asked at the same time.
 *
 * @param views one for each member that a seed or another member knows, by name; those that do not tell their name are
 *     last
 * @param disagreements in what they differ; empty for a sound cluster
 * @since 0.1
 */
public record Survey(List<MemberView> views, List<MemberDisagreement> disagreements) {
    /** Copies the lists. */
    public Survey {
        views = List.copyOf(views);
        disagreements = List.copyOf(disagreements);
    }

    /** These views, and in what they differ. */
    public static Survey of(List<MemberView> views) {
        return new Survey(views, MemberDisagreements.in(views));
    }

    /** What this member says about itself. */
    public Optional<MemberStatus> status(String member) {
        return MemberDisagreements.status(views, member);
    }

    /**
     * Why what {@link #cluster} says of this member is not confirmed: its own answer contradicts that, or there is none.
     * Empty when the member confirms it.
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
                            member + " itself was not heard: " + why.en(),
                            "сам " + member + " не ответил: " + why.ru())));
        }
        return disagreements.stream()
                .filter(found -> found instanceof MemberDisagreement.OwnAnswerDiffers differs
                        && differs.member().equals(member))
                .map(found -> new Doubt(member, found.sentence()))
                .toList();
    }

    /**
     * When any member last heard from the DCS; long ago means that the DCS is away, although members still answer from
     * their memory.
     */
    public Optional<Instant> lastContact() {
        return views.stream()
                .flatMap(view -> view.status().stream())
                .flatMap(status -> status.dcsLastSeen().stream())
                .max(Instant::compareTo);
    }

    /** The cluster as the member sees it that heard from the DCS last. */
    public Optional<ClusterState> cluster() {
        return MemberDisagreements.freshest(views);
    }
}
