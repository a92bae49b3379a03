package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.pki.store.CertificateStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds certificates by their ids, as {@code pg1/haproxy-client} or {@code pg1/*}; what is not found becomes a complaint. */
final class Selection {

    private static final int SUGGESTIONS = 4;

    private final List<String> known;
    private final ParameterProblems complaints;

    Selection(List<CertificateStatus> rows, ParameterProblems complaints) {
        this.known = rows.stream()
                .map(CertificateStatus::id)
                .filter(id -> !id.startsWith("crl/"))
                .toList();
        this.complaints = complaints;
    }

    Set<String> ids(List<String> wanted) {
        Set<String> ids = new LinkedHashSet<>();
        for (String pattern : wanted) {
            Pattern regex = Pattern.compile(java.util.Arrays.stream(pattern.split("\\*", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
            // An authority is never meant by the way.
            List<String> found = known.stream()
                    .filter(id -> regex.matcher(id).matches())
                    .filter(id -> pattern.startsWith("ca/") || !CertificateWords.isAuthority(id))
                    .toList();
            if (found.isEmpty()) {
                unknown(pattern);
            }
            ids.addAll(found);
        }
        return ids;
    }

    private void unknown(String pattern) {
        String near = known.stream()
                .filter(id -> isNear(id, pattern))
                .limit(SUGGESTIONS)
                .collect(Collectors.joining(", "));
        String like = near.isEmpty() ? String.join(", ", known.subList(0, Math.min(SUGGESTIONS, known.size()))) : near;
        complaints.add(
                ParameterProblems.MALFORMED,
                "pg1c.certificates",
                Text.of("there is no certificate '" + pattern + "'", "нет сертификата «" + pattern + "»"),
                Text.of(
                        "write ids as the goal pki shows them, for example " + like + "; * stands for any characters",
                        "напишите идентификаторы, как их показывает цель pki, например " + like
                                + "; * заменяет любые символы"));
    }

    /** The same program on another node, the same node, or a part of the name. */
    private static boolean isNear(String id, String pattern) {
        String node = pattern.substring(0, Math.max(0, pattern.indexOf('/')));
        String rest = pattern.substring(pattern.lastIndexOf('/') + 1);
        return !node.isEmpty() && id.startsWith(node + "/") || !rest.isEmpty() && id.contains(rest);
    }
}
