package io.github.pg1c.patroni.internal.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.patroni.cluster.Lag;
import io.github.pg1c.patroni.cluster.Lsn;
import io.github.pg1c.patroni.cluster.ParameterChange;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.cluster.ScheduledRestart;
import io.github.pg1c.patroni.internal.json.JsonPiece;
import io.github.pg1c.patroni.internal.json.Timestamps;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The fields of Patroni's objects. Fields differ between releases. A field that is missing or has another type is
 * empty, and a new one is ignored.
 */
final class Fields {
    private Fields() {}

    static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    static OptionalInt integer(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isIntegralNumber() && value.canConvertToInt()
                ? OptionalInt.of(value.intValue())
                : OptionalInt.empty();
    }

    static OptionalLong number(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isIntegralNumber() && value.canConvertToLong()
                ? OptionalLong.of(value.longValue())
                : OptionalLong.empty();
    }

    static boolean isTrue(JsonNode object, String field) {
        return object.path(field).asBoolean(false);
    }

    static Optional<OffsetDateTime> time(JsonNode object, String field) {
        return text(object, field).flatMap(Timestamps::parse);
    }

    static Optional<Lsn> offset(JsonNode object, String field) {
        OptionalLong value = number(object, field);
        return value.isPresent() ? Optional.of(new Lsn(value.getAsLong())) : Optional.empty();
    }

    static Optional<Lsn> lsn(JsonNode object, String field) {
        return text(object, field).flatMap(Lsn::parse);
    }

    static Lag lag(JsonNode object, String field) {
        JsonNode lag = object.path(field);
        if (lag.isIntegralNumber() && lag.canConvertToLong()) {
            return new Lag.Bytes(lag.longValue());
        }
        return lag.isMissingNode() || lag.isNull() ? new Lag.Absent() : new Lag.Unknown();
    }

    static List<ParameterChange> pendingRestart(JsonNode object) {
        List<ParameterChange> changes = new ArrayList<>();
        object.path("pending_restart_reason")
                .properties()
                .forEach(entry -> changes.add(new ParameterChange(
                        entry.getKey(),
                        entry.getValue().path("old_value").asText(""),
                        entry.getValue().path("new_value").asText(""))));
        return changes;
    }

    static Optional<ScheduledRestart> scheduledRestart(JsonNode object) {
        JsonNode restart = object.path("scheduled_restart");
        return restart.isObject()
                ? Optional.of(new ScheduledRestart(
                        time(restart, "schedule"),
                        isTrue(restart, "restart_pending"),
                        text(restart, "role").map(Role::of),
                        text(restart, "postgres_version"),
                        new JsonPiece(restart)))
                : Optional.empty();
    }

    static Map<String, String> tags(JsonNode object) {
        Map<String, String> tags = new TreeMap<>();
        object.path("tags").properties().forEach(tag -> tags.put(tag.getKey(), new JsonPiece(tag.getValue()).text()));
        return tags;
    }
}
