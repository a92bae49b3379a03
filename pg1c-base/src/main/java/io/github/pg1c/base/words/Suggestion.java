package io.github.pg1c.base.words;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a misspelled one most likely stands for. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * The nearest known word. Its distance is at most a third of the length of the written word; the first declared
     * wins a tie. Swapped neighbours count as one mistake; case, hyphens and underscores do not count.
     */
    public static Optional<String> of(String written, Collection<String> known) {
        String given = plain(written);
        int limit = Math.min(3, Math.max(1, given.length() / 3));
        if (given.isEmpty() || given.length() > 64) {
            return Optional.empty();
        }
        Optional<String> best = Optional.empty();
        for (String word : known) {
            int distance = EditDistance.between(given, plain(word));
            if (distance <= limit && (best.isEmpty() || distance < limit)) {
                best = Optional.of(word);
                limit = distance;
            }
        }
        return best;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
