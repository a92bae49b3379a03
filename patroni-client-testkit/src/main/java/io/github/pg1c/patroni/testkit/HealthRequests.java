package io.github.pg1c.patroni.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Health checks, found by parts of the path in Patroni's order; what is none of them is unhealthy. */
final class HealthRequests {
    private static final Pattern LAG = Pattern.compile("(\\d+)(B|kB|MB|GB|TB)?");
    private static final Map<String, Integer> UNITS = Map.of("B", 0, "kB", 10, "MB", 20, "GB", 30, "TB", 40);

    private final ClusterSimulation cluster;
    private final MemberAnswers answers;

    HealthRequests(ClusterSimulation cluster, MemberAnswers answers) {
        this.cluster = cluster;
        this.answers = answers;
    }

    HttpAnswer check(SimulatedMember member, SimulatedRequest request) {
        Map<String, String> query = parameters(request.query());
        int status = isHealthy(member, request.path().toLowerCase(Locale.ROOT), query) ? 200 : 503;
        return HttpAnswer.json(status, answers.status(member).toString());
    }

    HttpAnswer liveness(SimulatedMember member) {
        return HttpAnswer.bare(member.dcsLost && !cluster.isPaused() ? 503 : 200);
    }

    /** Since 4.1 a standby must stream and keep up. */
    HttpAnswer readiness(SimulatedMember member, SimulatedRequest request) {
        boolean leads = cluster.isLeader(member);
        boolean running = member.isRunning();
        boolean keepsUp = !member.release.isSince(PatroniRelease.PATRONI_4_1)
                || (member.streaming && isWithin(member, limit(parameters(request.query()), maximumLag())));
        return HttpAnswer.bare(running && (leads || keepsUp) ? 200 : 503);
    }

    private boolean isHealthy(SimulatedMember member, String path, Map<String, String> query) {
        boolean leads = cluster.isLeader(member);
        boolean primary = leads && !cluster.isStandbyCluster();
        boolean quorum = member.release.isSince(PatroniRelease.PATRONI_4_0);
        boolean standby = isUsableStandby(member, query);
        boolean tagged = hasTags(member, query);
        if (path.contains("standby_leader") || path.contains("standby-leader")) {
            return leads && !primary;
        }
        if (path.contains("leader")) {
            return leads;
        }
        if (path.equals("/") || path.contains("master") || path.contains("primary") || path.contains("read-write")) {
            return primary;
        }
        if (path.contains("replica")) {
            return standby && tagged;
        }
        // Before 4.0 read-only-quorum is taken for read-only.
        if (path.contains("read-only") && !path.contains("sync") && !(quorum && path.contains("quorum"))) {
            return (leads || standby) && tagged;
        }
        if (path.contains("health")) {
            return member.isRunning() && tagged;
        }
        boolean synchronous = cluster.isSyncStandby(member);
        boolean counts = cluster.isQuorumStandby(member);
        return switch (member.dcsLost ? "" : path) {
            case "/sync", "/synchronous" -> synchronous && standby && tagged;
            case "/read-only-sync", "/read-only-synchronous" -> (leads || (synchronous && standby)) && tagged;
            case "/quorum" -> quorum && counts && standby && tagged;
            case "/read-only-quorum" -> quorum && (leads || (counts && standby)) && tagged;
            case "/async", "/asynchronous" -> !synchronous && !counts && standby && tagged;
            default -> false;
        };
    }

    private boolean isUsableStandby(SimulatedMember member, Map<String, String> query) {
        return !cluster.isLeader(member)
                && member.isRunning()
                && !ClusterSimulation.isTag(member, "noloadbalance")
                && isWithin(member, limit(query, Long.MAX_VALUE));
    }

    private static boolean isWithin(SimulatedMember member, long limit) {
        return limit == Long.MAX_VALUE || (member.lag.isPresent() && member.lag.getAsLong() <= limit);
    }

    private long maximumLag() {
        return cluster.setting("maximum_lag_on_failover").asLong(1_048_576);
    }

    /** What is no size counts as nothing. */
    private static long limit(Map<String, String> query, long otherwise) {
        Matcher matcher = LAG.matcher(query.getOrDefault("lag", ""));
        return matcher.matches()
                ? Long.parseLong(matcher.group(1))
                        << UNITS.getOrDefault(matcher.group(2) == null ? "B" : matcher.group(2), 0)
                : otherwise;
    }

    private static boolean hasTags(SimulatedMember member, Map<String, String> query) {
        return query.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("tag_"))
                .allMatch(entry -> {
                    Object value = member.tags.get(entry.getKey().substring("tag_".length()));
                    return value != null
                            && entry.getValue()
                                    .equals(
                                            value instanceof String text
                                                    ? text
                                                    : value.toString().toLowerCase(Locale.ROOT));
                });
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(parameter.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
