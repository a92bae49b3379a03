package io.github.pg1c.maven.operate;

import io.github.pg1c.maven.output.OutputTable;
import io.github.pg1c.ops.state.ClusterStatus;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Lag;
import io.github.pg1c.patroni.cluster.Lsn;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberDisagreement;
import io.github.pg1c.patroni.cluster.MemberDisagreement.OwnAnswerDiffers;
import io.github.pg1c.patroni.cluster.ParameterChange;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.cluster.ScheduledRestart;
import io.github.pg1c.patroni.cluster.ScheduledSwitchover;
import io.github.pg1c.patroni.cluster.Survey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The members of a cluster as {@code patronictl list} shows them. Columns without values are left out.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/patronictl.html#patronictl-list">Patroni: patronictl list</a>
 */
final class StatusTable {

    private record Column(String heading, boolean always, Function<Member, String> cell) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("Member", true, Member::name),
            new Column("Host", true, StatusTable::host),
            new Column("Role", true, member -> title(member.role())),
            new Column("State", true, member -> member.state().text()),
            new Column("TL", true, member -> number(member.timeline())),
            new Column("Lag", true, member -> Bytes.of(member.lag())),
            new Column("Receive LSN", false, member -> lsn(member.progress().received())),
            new Column(
                    "Receive Lag", false, member -> Bytes.of(member.progress().receiveLag())),
            new Column("Replay LSN", false, member -> lsn(member.progress().replayed())),
            new Column("Replay Lag", false, member -> Bytes.of(member.progress().replayLag())),
            new Column("Pending restart", false, member -> member.pendingRestart() ? "*" : ""),
            new Column("Pending restart reason", false, StatusTable::reasons),
            new Column(
                    "Scheduled restart",
                    false,
                    member -> member.scheduledRestart()
                            .flatMap(ScheduledRestart::at)
                            .map(Object::toString)
                            .orElse("")),
            new Column(
                    "Tags",
                    false,
                    member -> member.tags().entrySet().stream()
                            .map(tag -> tag.getKey() + ": " + tag.getValue())
                            .collect(Collectors.joining(", "))));

    private StatusTable() {}

    static OutputTable of(ClusterStatus status, ClusterState cluster) {
        String name = status.cluster();
        List<Column> columns = COLUMNS.stream()
                .filter(column -> column.always()
                        || cluster.members().stream()
                                .anyMatch(member -> !column.cell().apply(member).isEmpty()))
                .toList();
        List<List<String>> rows = cluster.members().stream()
                .map(member -> columns.stream()
                        .map(column -> column.cell().apply(member))
                        .toList())
                .toList();
        return new OutputTable(
                name,
                "Cluster: " + name
                        + status.systemIdentifier().map(id -> " (" + id + ")").orElse(""),
                columns.stream().map(Column::heading).toList(),
                rows,
                data(status, cluster));
    }

    /** The role as a title: {@code Leader}, {@code Sync Standby}; also for words that are newer than this library. */
    static String title(Role role) {
        if (role.kind() == Role.Kind.PRIMARY) {
            return "Leader";
        }
        StringBuilder title = new StringBuilder();
        for (String word : role.text().split("_")) {
            if (!word.isEmpty()) {
                title.append(title.isEmpty() ? "" : " ")
                        .append(Character.toUpperCase(word.charAt(0)))
                        .append(word.substring(1));
            }
        }
        return title.toString();
    }

    private static String host(Member member) {
        String host = member.host().orElse("");
        int port = member.port().orElse(5432);
        return host.isEmpty() || port == 5432 ? host : host + ":" + port;
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private static String lsn(Optional<Lsn> lsn) {
        return lsn.map(Lsn::toString).orElse("");
    }

    private static String reasons(Member member) {
        return member.pendingRestartReasons().stream()
                .map(change -> change.name() + ": " + change.oldValue() + "->" + change.newValue())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> data(ClusterStatus status, ClusterState cluster) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("cluster", status.cluster());
        cluster.scope().ifPresent(scope -> data.put("scope", scope));
        status.systemIdentifier().ifPresent(identifier -> data.put("systemIdentifier", identifier));
        cluster.leader().ifPresent(leader -> data.put("leader", leader.name()));
        data.put("paused", cluster.paused());
        cluster.scheduledSwitchover().ifPresent(scheduled -> data.put("scheduledSwitchover", data(scheduled)));
        status.survey().flatMap(Survey::lastContact).ifPresent(at -> data.put("dcsLastSeen", at.toString()));
        data.put(
                "members",
                cluster.members().stream().map(member -> data(member, status)).toList());
        Map<String, String> silent = new LinkedHashMap<>();
        status.notAnswering()
                .forEach(view ->
                        silent.put(view.label(), PatroniWords.noAnswer(view).en()));
        data.put("notAnswering", silent);
        data.put(
                "disagreements",
                status.survey().stream()
                        .flatMap(survey -> survey.disagreements().stream())
                        .map(MemberDisagreement::sentence)
                        .map(text -> text.en())
                        .toList());
        return data;
    }

    private static Map<String, Object> data(ScheduledSwitchover scheduled) {
        Map<String, Object> data = new LinkedHashMap<>();
        scheduled.at().ifPresent(at -> data.put("at", at.toString()));
        scheduled.from().ifPresent(from -> data.put("from", from));
        scheduled.to().ifPresent(to -> data.put("to", to));
        return data;
    }

    private static Map<String, Object> data(Member member, ClusterStatus status) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", member.name());
        member.host().ifPresent(host -> data.put("host", host));
        member.port().ifPresent(port -> data.put("port", port));
        data.put(
                "role",
                member.role().kind() == Role.Kind.PRIMARY
                        ? "leader"
                        : member.role().text());
        data.put("state", member.state().text());
        member.timeline().ifPresent(timeline -> data.put("timeline", timeline));
        lag("lag", member.lag(), data);
        member.progress().received().ifPresent(lsn -> data.put("receiveLsn", lsn.toString()));
        lag("receiveLag", member.progress().receiveLag(), data);
        member.progress().replayed().ifPresent(lsn -> data.put("replayLsn", lsn.toString()));
        lag("replayLag", member.progress().replayLag(), data);
        data.put("pendingRestart", member.pendingRestart());
        if (!member.pendingRestartReasons().isEmpty()) {
            Map<String, Object> reasons = new LinkedHashMap<>();
            for (ParameterChange change : member.pendingRestartReasons()) {
                reasons.put(change.name(), Map.of("old", change.oldValue(), "new", change.newValue()));
            }
            data.put("pendingRestartReasons", reasons);
        }
        member.scheduledRestart()
                .flatMap(ScheduledRestart::at)
                .ifPresent(at -> data.put("scheduledRestart", at.toString()));
        data.put("tags", member.tags());
        Map<String, Object> own = own(member, status);
        if (!own.isEmpty()) {
            data.put("own", own);
        }
        return data;
    }

    /** The member's own answer where it differs from its row. */
    private static Map<String, Object> own(Member member, ClusterStatus status) {
        Map<String, Object> own = new LinkedHashMap<>();
        status.survey().stream()
                .flatMap(survey -> survey.disagreements().stream())
                .forEach(found -> {
                    if (found instanceof OwnAnswerDiffers differs
                            && differs.member().equals(member.name())) {
                        own.put(differs.fact().name().toLowerCase(Locale.ROOT), differs.own());
                    }
                });
        return own;
    }

    /** Adds the lag in bytes; {@code unknown} if Patroni does not know it; nothing without a lag. */
    private static void lag(String name, Lag lag, Map<String, Object> data) {
        if (lag instanceof Lag.Bytes known) {
            data.put(name, known.count());
        } else if (lag instanceof Lag.Unknown) {
            data.put(name, "unknown");
        }
    }
}
