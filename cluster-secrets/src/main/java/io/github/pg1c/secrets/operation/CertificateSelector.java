package io.github.pg1c.secrets.operation;

import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.secrets.CertificateIds;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds certificates by their ids, with {@code *} for any characters, such as {@code pg1/*}. */
final class CertificateSelector {

    private static final int SUGGESTIONS = 4;

    private final List<String> known;
    private final List<CertificateObstacle> obstacles;

    CertificateSelector(List<CertificateStatus> rows, List<CertificateObstacle> obstacles) {
        this.known = rows.stream()
                .map(CertificateStatus::id)
                .filter(id -> !CertificateIds.isRevocationList(id))
                .toList();
        this.obstacles = obstacles;
    }

    /** The ids that match; a pattern without a match is an obstacle. */
    Set<String> ids(List<String> patterns) {
        Set<String> ids = new LinkedHashSet<>();
        for (String pattern : patterns) {
            Pattern regex = Pattern.compile(
                    Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
            // An authority has to be named: "*" does not mean it.
            List<String> found = known.stream()
                    .filter(id -> regex.matcher(id).matches())
                    .filter(id -> CertificateIds.isAuthority(pattern) || !CertificateIds.isAuthority(id))
                    .toList();
            if (found.isEmpty()) {
                obstacles.add(new CertificateObstacle.UnknownCertificate(pattern, similar(pattern)));
            }
            ids.addAll(found);
        }
        return ids;
    }

    private List<String> similar(String pattern) {
        List<String> near = known.stream()
                .filter(id -> isNear(id, pattern))
                .limit(SUGGESTIONS)
                .toList();
        return near.isEmpty() ? known.subList(0, Math.min(SUGGESTIONS, known.size())) : near;
    }

    /** The same program on another node, the same node, or a part of the name. */
    private static boolean isNear(String id, String pattern) {
        String node = pattern.substring(0, Math.max(0, pattern.indexOf('/')));
        String rest = pattern.substring(pattern.lastIndexOf('/') + 1);
        return !node.isEmpty() && id.startsWith(node + "/") || !rest.isEmpty() && id.contains(rest);
    }
}
