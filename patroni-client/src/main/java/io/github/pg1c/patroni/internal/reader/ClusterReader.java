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
import io.github.pg1c.patroni.internal.json.JsonPiece;
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
                Fields.text(root, "scope"),
                members,
                Fields.isTrue(root, "pause"),
                switchover.isObject()
                        ? Optional.of(new ScheduledSwitchover(
                                Fields.time(switchover, "at"),
                                Fields.text(switchover, "from"),
                                Fields.text(switchover, "to")))
                        : Optional.empty(),
                new JsonPiece(root));
    }

    private static Member member(URI uri, JsonNode member) {
        return new Member(
                Fields.text(member, "name")
                        .orElseThrow(() -> new PatroniException(
                                uri,
                                Text.of("the answer has a member without a name", "в ответе есть узел без имени"),
                                null)),
                Role.of(Fields.text(member, "role").orElse("")),
                MemberState.of(Fields.text(member, "state").orElse("")),
                Fields.text(member, "api_url").flatMap(ClusterReader::uri),
                Fields.text(member, "host"),
                Fields.integer(member, "port"),
                Fields.integer(member, "timeline"),
                Fields.lag(member, "lag"),
                new ReplicationProgress(
                        Fields.lsn(member, "lsn"),
                        Fields.lsn(member, "receive_lsn"),
                        Fields.lag(member, "receive_lag"),
                        Fields.lsn(member, "replay_lsn"),
                        Fields.lag(member, "replay_lag")),
                Fields.isTrue(member, "pending_restart"),
                Fields.pendingRestart(member),
                Fields.scheduledRestart(member),
                Fields.tags(member),
                new JsonPiece(member));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
