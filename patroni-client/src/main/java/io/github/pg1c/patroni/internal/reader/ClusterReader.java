package io.github.pg1c.patroni.internal.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberState;
import io.github.pg1c.patroni.cluster.ReplicationProgress;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.cluster.ScheduledSwitchover;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.internal.json.JsonValue;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code GET /cluster}. */
public final class ClusterReader {
    private ClusterReader() {}

    public static ClusterState cluster(URI uri, byte[] body) {
        JsonNode root = Json.object(uri, body);
        if (!root.path("members").isArray()) {
            throw new PatroniException(
                    uri,
                    Text.of(
                            "the answer has no list of members: is this Patroni's REST API?",
                            "в ответе нет списка узлов: REST API Patroni ли это?"),
                    null);
        }
        List<Member> members = new ArrayList<>();
        for (JsonNode member : root.path("members")) {
            members.add(member(uri, member));
        }
        JsonNode switchover = root.path("scheduled_switchover");
        return new ClusterState(
                Json.text(root, "scope"),
                members,
                Json.isTrue(root, "pause"),
                switchover.isObject()
                        ? Optional.of(new ScheduledSwitchover(
                                Json.time(switchover, "at"),
                                Json.text(switchover, "from"),
                                Json.text(switchover, "to")))
                        : Optional.empty(),
                new JsonValue(root));
    }

    private static Member member(URI uri, JsonNode member) {
        return new Member(
                Json.text(member, "name")
                        .orElseThrow(() -> new PatroniException(
                                uri,
                                Text.of("the answer has a member without a name", "в ответе есть узел без имени"),
                                null)),
                Role.of(Json.text(member, "role").orElse("")),
                MemberState.of(Json.text(member, "state").orElse("")),
                Json.text(member, "api_url").flatMap(ClusterReader::uri),
                Json.text(member, "host"),
                Json.integer(member, "port"),
                Json.integer(member, "timeline"),
                Json.lag(member, "lag"),
                new ReplicationProgress(
                        Json.lsn(member, "lsn"),
                        Json.lsn(member, "receive_lsn"),
                        Json.lag(member, "receive_lag"),
                        Json.lsn(member, "replay_lsn"),
                        Json.lag(member, "replay_lag")),
                Json.isTrue(member, "pending_restart"),
                Json.pendingRestart(member),
                Json.scheduledRestart(member),
                Json.tags(member),
                new JsonValue(member));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
