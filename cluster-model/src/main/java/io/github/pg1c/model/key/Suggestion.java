package io.github.pg1c.model.key;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody most likely meant. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * The nearest of the known words: at most a third of the written one's letters away, the first declared among equals.
     * Swapped neighbours count as one mistake; case, hyphens and underscores do not count.
     */
    public static Optional<String> of(String written, Collection<String> known) {
        String given = plain(written);
        int limit = Math.min(3, Math.max(1, given.length() / 3));
        if (given.isEmpty() || given.length() > 64) {
            return Optional.empty();
        }
        Optional<String> best = Optional.empty();
        for (String word : known) {
            int distance = distance(given, plain(word));
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

    /** Damerau–Levenshtein distance in its form of optimal string alignment. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
