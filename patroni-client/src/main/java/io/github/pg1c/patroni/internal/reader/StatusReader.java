package io.github.pg1c.patroni.internal.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.MemberState;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.ReplicationConnection;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.cluster.WalPosition;
import io.github.pg1c.patroni.health.Health;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.internal.json.JsonPiece;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads {@code GET /patroni} and the health checks, which have the same body. */
public final class StatusReader {
    private StatusReader() {}

    public static MemberStatus status(URI uri, byte[] body) {
        JsonNode root = Json.object(uri, body);
        if (!root.path("state").isTextual() || !root.path("role").isTextual()) {
            throw new PatroniException(
                    uri,
                    Text.of(
                            "the answer has no state and role: is this Patroni's REST API?",
                            "в ответе нет состояния и роли: REST API Patroni ли это?"),
                    null);
        }
        JsonNode xlog = root.path("xlog");
        JsonNode patroni = root.path("patroni");
        OptionalLong seen = Fields.number(root, "dcs_last_seen");
        return new MemberStatus(
                MemberState.of(root.path("state").textValue()),
                Role.of(root.path("role").textValue()),
                Fields.integer(root, "server_version"),
                Fields.integer(root, "timeline"),
                new WalPosition(
                        Fields.offset(xlog, "location"),
                        Fields.offset(xlog, "received_location"),
                        Fields.offset(xlog, "replayed_location"),
                        Fields.time(xlog, "replayed_timestamp"),
                        Fields.isTrue(xlog, "paused")),
                Fields.text(root, "replication_state"),
                replication(root.path("replication")),
                conditions(root),
                Fields.time(root, "postmaster_start_time"),
                seen.isPresent() && seen.getAsLong() > 0
                        ? Optional.of(Instant.ofEpochSecond(Math.min(seen.getAsLong(), Instant.MAX.getEpochSecond())))
                        : Optional.empty(),
                Fields.text(root, "database_system_identifier"),
                Fields.tags(root),
                Fields.pendingRestart(root),
                Fields.scheduledRestart(root),
                new MemberStatus.Software(
                        Fields.text(patroni, "version"), Fields.text(patroni, "scope"), Fields.text(patroni, "name")),
                new JsonPiece(root));
    }

    /**
     * The answer to a health check.
     *
     * @param reason explains an answer without a useful body
     */
    public static Health health(HealthCheck check, URI uri, int status, byte[] body, Text reason) {
        Optional<MemberStatus> member = optional(uri, body);
        return new Health(
                check,
                status,
                member.map(m -> HealthExplanation.of(check, status, m)).orElse(reason),
                member);
    }

    private static Optional<MemberStatus> optional(URI uri, byte[] body) {
        try {
            return Optional.of(status(uri, body));
        } catch (PatroniException e) {
            // The status line answers the question; the body only explains.
            return Optional.empty();
        }
    }

    private static Set<MemberStatus.Condition> conditions(JsonNode root) {
        Set<MemberStatus.Condition> conditions = EnumSet.noneOf(MemberStatus.Condition.class);
        for (MemberStatus.Condition condition : MemberStatus.Condition.values()) {
            if (Fields.isTrue(root, condition.field())) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private static List<ReplicationConnection> replication(JsonNode array) {
        List<ReplicationConnection> connections = new ArrayList<>();
        for (JsonNode connection : array) {
            connections.add(new ReplicationConnection(
                    Fields.text(connection, "application_name").orElse(""),
                    Fields.text(connection, "usename"),
                    Fields.text(connection, "client_addr"),
                    Fields.text(connection, "state").orElse(""),
                    Fields.text(connection, "sync_state").orElse(""),
                    Fields.integer(connection, "sync_priority")));
        }
        return connections;
    }
}
