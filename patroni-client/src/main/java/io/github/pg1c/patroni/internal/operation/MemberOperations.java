package io.github.pg1c.patroni.internal.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.MemberState;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.ScheduledRestart;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.internal.http.Answer;
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.Deadline;
import io.github.pg1c.patroni.internal.http.Exchange;
import io.github.pg1c.patroni.internal.http.NoAnswer;
import io.github.pg1c.patroni.internal.http.RestAddress;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.internal.json.Timestamps;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.operation.ReinitializeOutcome;
import io.github.pg1c.patroni.operation.ReloadOutcome;
import io.github.pg1c.patroni.operation.Restart;
import io.github.pg1c.patroni.operation.RestartOutcome;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Operations on one member: restart, reload, reinitialise. Each request is sent once. */
public final class MemberOperations {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Connection connection;
    private final ClusterQueries queries;
    private final Recipients recipients;

    public MemberOperations(Connection connection) {
        this.connection = connection;
        this.queries = new ClusterQueries(connection);
        this.recipients = new Recipients(connection);
    }

    public RestartOutcome restart(URI member, Restart asked) {
        return recipients
                .at(member)
                .<RestartOutcome>outcome(found -> restart(member, asked, found), refused -> refused, none -> none);
    }

    private RestartOutcome restart(URI member, Restart asked, Recipient.Meant found) {
        MemberStatus before = found.status();
        Optional<PatroniVersion> version = before.patroni().version().flatMap(PatroniVersion::parse);
        if (asked.role().filter(Restart.RestartRole.STANDBY_LEADER::equals).isPresent()
                && !version.map(Feature.RESTART_STANDBY_LEADER::isIn).orElse(false)) {
            return new Refused(
                    RefusalReason.NOT_IN_THIS_VERSION,
                    Text.of(
                            "restart of a standby_leader came with Patroni 4.0",
                            "перезапуск по роли standby_leader появился в Patroni 4.0"));
        }
        ObjectNode body = Json.newObject();
        if (asked.onlyIfPending()) {
            // Only when wanted, because Patroni checks the key and not its value.
            body.put("restart_pending", true);
        }
        asked.role()
                .or(() -> found.named() ? Optional.empty() : guard(before, version))
                .ifPresent(role -> body.put("role", word(role, version)));
        asked.postgresVersion().ifPresent(postgres -> body.put("postgres_version", postgres));
        asked.timeout().ifPresent(timeout -> body.put("timeout", timeout.toSeconds()));
        asked.at().ifPresent(at -> body.put("schedule", Timestamps.write(at)));
        Duration patience = patience(asked);
        Exchange reply = connection.transport().send("POST", url(member, "restart"), body.toString(), patience);
        if (reply instanceof NoAnswer noAnswer) {
            if (noAnswer.certificateWanted()) {
                return new Refused(RefusalReason.CLIENT_CERTIFICATE_REQUIRED, noAnswer.reason());
            }
            return noAnswer.delivery() == Delivery.NOT_SENT
                    ? OperationAnswer.noResponse(noAnswer)
                    : follow(member, before, asked, patience).orElseGet(() -> OperationAnswer.noResponse(noAnswer));
        }
        OperationAnswer verdict = OperationAnswer.of((Answer) reply);
        if (verdict.is(200, "restarted successfully")) {
            return new RestartOutcome.Restarted(Evidence.ANSWER);
        }
        if (verdict.is(202, "scheduled") && asked.at().isPresent()) {
            return new RestartOutcome.Scheduled(asked.at().get(), Evidence.ANSWER);
        }
        if (verdict.refusal() != null) {
            return Refused.inWordsOfPatroni(verdict.refusal(), verdict.text());
        }
        if (verdict.is(503, "still starting")) {
            return new RestartOutcome.StillStarting(verdict.text());
        }
        if (verdict.is(503, "restart failed")) {
            return new RestartOutcome.Failed(verdict.text());
        }
        return follow(member, before, asked, patience)
                .orElseGet(() -> new RestartOutcome.StatusUnknown(verdict.text(), queries.visibleMember(member)));
    }

    public CancelOutcome cancelRestart(URI member) {
        return recipients.at(member).<CancelOutcome>outcome(found -> cancel(member), refused -> refused, none -> none);
    }

    private CancelOutcome cancel(URI member) {
        Exchange reply = connection.transport().send("DELETE", url(member, "restart"), null, quick());
        return CancelAnswer.outcome(
                reply,
                connection.deadline(CancelAnswer.PATIENCE),
                () -> queries.visibleMember(member)
                        .filter(m -> m.scheduledRestart().isEmpty())
                        .isPresent());
    }

    public ReloadOutcome reload(URI member) {
        return recipients
                .at(member)
                .<ReloadOutcome>outcome(found -> reloadNow(member), refused -> refused, none -> none);
    }

    private ReloadOutcome reloadNow(URI member) {
        Exchange reply = connection.transport().send("POST", url(member, "reload"), null, quick());
        if (reply instanceof NoAnswer noAnswer) {
            return noAnswer.certificateWanted()
                    ? new Refused(RefusalReason.CLIENT_CERTIFICATE_REQUIRED, noAnswer.reason())
                    : OperationAnswer.noResponse(noAnswer);
        }
        OperationAnswer verdict = OperationAnswer.of((Answer) reply);
        if (verdict.is(202, "reload scheduled")) {
            return new ReloadOutcome.Requested();
        }
        if (verdict.refusal() != null) {
            return Refused.inWordsOfPatroni(verdict.refusal(), verdict.text());
        }
        return verdict.foreign();
    }

    public ReinitializeOutcome reinitialize(URI member, Reinitialize asked) {
        return recipients
                .at(member)
                .<ReinitializeOutcome>outcome(
                        found -> reinitialize(member, asked, found.status()), refused -> refused, none -> none);
    }

    private ReinitializeOutcome reinitialize(URI member, Reinitialize asked, MemberStatus before) {
        if (asked.fromLeader()) {
            Optional<PatroniVersion> version = before.patroni().version().flatMap(PatroniVersion::parse);
            if (!version.map(Feature.REINITIALIZE_FROM_LEADER::isIn).orElse(false)) {
                return new Refused(
                        RefusalReason.NOT_IN_THIS_VERSION,
                        Text.of(
                                "copying from the leader came with Patroni 4.1; an older one would copy from anywhere",
                                "копирование с лидера появилось в Patroni 4.1; более старый скопирует откуда угодно"));
            }
        }
        ObjectNode body = Json.newObject();
        if (asked.force()) {
            body.put("force", true);
        }
        if (asked.fromLeader()) {
            body.put("from_leader", true);
        }
        Exchange reply = connection.transport().send("POST", url(member, "reinitialize"), body.toString(), quick());
        if (reply instanceof NoAnswer noAnswer) {
            if (noAnswer.certificateWanted()) {
                return new Refused(RefusalReason.CLIENT_CERTIFICATE_REQUIRED, noAnswer.reason());
            }
            return noAnswer.delivery() == Delivery.MAYBE_SENT && copies(member, before)
                    ? new ReinitializeOutcome.Started(Evidence.OBSERVATION)
                    : OperationAnswer.noResponse(noAnswer);
        }
        OperationAnswer verdict = OperationAnswer.of((Answer) reply);
        if (verdict.is(200, "reinitialize started")) {
            return new ReinitializeOutcome.Started();
        }
        if (verdict.refusal() != null) {
            return Refused.inWordsOfPatroni(verdict.refusal(), verdict.text());
        }
        if (copies(member, before)) {
            return new ReinitializeOutcome.Started(Evidence.OBSERVATION);
        }
        return verdict.foreign();
    }

    /** True when the member begins to copy; a member that copied before proves nothing. */
    private boolean copies(URI member, MemberStatus before) {
        if (isCopying(before)) {
            return false;
        }
        Deadline deadline = connection.deadline(LOOK);
        do {
            if (queries.visibleMember(member)
                    .filter(MemberOperations::isCopying)
                    .isPresent()) {
                return true;
            }
        } while (deadline.pause(LOOK_AGAIN));
        return false;
    }

    private static boolean isCopying(MemberStatus status) {
        return status.state().kind() == MemberState.Kind.CREATING_REPLICA;
    }

    /** Observes the member until the outcome shows: for ten seconds, and longer while PostgreSQL stops or starts. */
    private Optional<RestartOutcome> follow(URI member, MemberStatus before, Restart asked, Duration patience) {
        Deadline soon = connection.deadline(LOOK);
        Deadline late = connection.deadline(patience);
        while (true) {
            Optional<MemberStatus> now = queries.visibleMember(member);
            Optional<RestartOutcome> outcome = seen(before, now, asked);
            boolean underWay = now.filter(m -> m.state().isChanging()).isPresent();
            if (outcome.isPresent() || !(underWay ? late : soon).pause(LOOK_AGAIN)) {
                return outcome;
            }
        }
    }

    /** Patroni restarts the member only if it has this role; a release without names can check nothing else. */
    private static Optional<Restart.RestartRole> guard(MemberStatus status, Optional<PatroniVersion> version) {
        return switch (status.role().kind()) {
            case PRIMARY -> Optional.of(Restart.RestartRole.PRIMARY);
            case REPLICA, SYNC_STANDBY, QUORUM_STANDBY -> Optional.of(Restart.RestartRole.REPLICA);
            case STANDBY_LEADER ->
                Optional.of(Restart.RestartRole.STANDBY_LEADER)
                        .filter(role -> version.map(Feature.RESTART_STANDBY_LEADER::isIn)
                                .orElse(false));
            default -> Optional.empty();
        };
    }

    private static String word(Restart.RestartRole role, Optional<PatroniVersion> version) {
        // Up to 3.x "primary" is accepted but never matches; 4.x refuses "master".
        return role == Restart.RestartRole.PRIMARY
                        && !version.map(Feature.ROLE_PRIMARY::isIn).orElse(true)
                ? "master"
                : role.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<RestartOutcome> seen(MemberStatus before, Optional<MemberStatus> after, Restart asked) {
        if (asked.at().isPresent()) {
            Instant wanted = Timestamps.python(asked.at().get()).toInstant();
            return after.flatMap(MemberStatus::scheduledRestart)
                    .flatMap(ScheduledRestart::at)
                    .filter(at -> at.toInstant().equals(wanted))
                    .map(at -> new RestartOutcome.Scheduled(at, Evidence.OBSERVATION));
        }
        return after.filter(m -> m.state().isRunning()
                        && before.postmasterStart().isPresent()
                        && m.postmasterStart().isPresent()
                        && !m.postmasterStart().equals(before.postmasterStart()))
                .map(m -> new RestartOutcome.Restarted(Evidence.OBSERVATION));
    }

    /**
     * The time limit of a restart. Patroni answers when PostgreSQL runs again, after a shutdown checkpoint and a
     * recovery.
     */
    private Duration patience(Restart asked) {
        if (asked.at().isPresent()) {
            return quick();
        }
        Duration start = asked.timeout()
                .orElseGet(() -> queries.visibleConfiguration()
                        .map(DynamicConfiguration::primaryStartTimeout)
                        .orElse(Duration.ofMinutes(5)));
        return start.multipliedBy(2).plus(quick());
    }

    private Duration quick() {
        return Duration.ofSeconds(10).plus(connection.slack());
    }

    private static HttpUrl url(URI member, String path) {
        return RestAddress.below(RestAddress.parse(member), path);
    }
}
