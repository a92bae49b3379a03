package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Restart;
import io.github.pg1c.patroni.operation.RestartOutcome;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Restarts PostgreSQL on members, one after the other, each only when the one before it is back; ends at the first failure. */
public final class RestartMembers implements Operation {

    private static final Duration BACK = Duration.ofMinutes(2);

    /**
     * What the user may say.
     *
     * @param members their names
     * @param role their role: {@code any}, {@code leader}, {@code primary}, {@code standby-leader} or {@code replica}
     * @param pending whether only those with changed parameters that wait for a restart
     * @param olderThan only those whose PostgreSQL is older than this version
     * @param at when, with the offset from UTC
     * @param startTimeout how long PostgreSQL may take to start
     * @param timeout how long a member may take to stream again
     * @param dryRun whether to end after the plan
     */
    public record Order(
            List<String> members,
            Optional<String> role,
            boolean pending,
            Optional<String> olderThan,
            Optional<String> at,
            Optional<String> startTimeout,
            Optional<String> timeout,
            boolean dryRun) {
        /** Copies the names. */
        public Order {
            members = List.copyOf(members);
        }
    }

    private final Order order;
    private final MemberChoice choice;
    private final Optional<OffsetDateTime> at;
    private final Optional<Duration> startTimeout;
    private final Duration patience;

    private RestartMembers(
            Order order,
            MemberChoice choice,
            Optional<OffsetDateTime> at,
            Optional<Duration> startTimeout,
            Duration patience) {
        this.order = order;
        this.choice = choice;
        this.at = at;
        this.startTimeout = startTimeout;
        this.patience = patience;
    }

    /** What the parameters say. */
    public static Function<ParameterProblems, Operation> of(Order order) {
        return complaints -> new RestartMembers(
                order,
                MemberChoice.of(complaints, order.members(), order.role()).said(complaints),
                complaints.time(PropertyNames.AT, order.at()),
                atLeastASecond(complaints, complaints.duration(PropertyNames.START_TIMEOUT, order.startTimeout())),
                complaints.duration(PropertyNames.TIMEOUT, order.timeout()).orElse(BACK));
    }

    private static Optional<Duration> atLeastASecond(ParameterProblems complaints, Optional<Duration> time) {
        if (time.filter(duration -> duration.toSeconds() < 1).isPresent()) {
            complaints.add(
                    ParameterProblems.MALFORMED,
                    PropertyNames.START_TIMEOUT,
                    Text.of("a restart takes a second at least", "перезапуск занимает не меньше секунды"),
                    Text.of("write for example 5min", "напишите, например, 5min"));
        }
        return time;
    }

    @Override
    public GoalResult on(Session session) {
        return choice.with(session, session.patroni().cluster(), chosen -> {
            List<Member> members = RestartOrder.of(chosen).stream()
                    .filter(member -> !order.pending() || member.pendingRestart())
                    .toList();
            if (members.isEmpty()) {
                return session.success(
                        Text.of("no restart is pending, nothing to do", "перезапуска ничто не ждёт, делать нечего"));
            }
            String names = names(members);
            session.say(Text.of("restart, in this order: " + names, "перезапуск в таком порядке: " + names));
            if (order.dryRun()) {
                return session.success(Text.of("dry run, nothing was done", "пробный запуск, ничего не сделано"));
            }
            return session.refusal(question(members)).orElseGet(() -> restart(session, members));
        });
    }

    private static String names(List<Member> members) {
        return String.join(", ", members.stream().map(Member::name).toList());
    }

    private Text question(List<Member> members) {
        boolean leader = members.stream().anyMatch(Member::isLeader);
        Text cut = leader
                ? Text.of("? Connections to the leader are cut", "? Соединения с лидером оборвутся")
                : Text.same("?");
        return at.isPresent()
                ? Text.of("schedule it at " + at.get() + cut.en(), "запланировать на " + at.get() + cut.ru())
                : Text.of("restart now" + cut.en(), "перезапустить сейчас" + cut.ru());
    }

    private GoalResult restart(Session session, List<Member> members) {
        List<Member> done = new ArrayList<>();
        for (Member member : members) {
            Optional<Text> failure = restart(session, member);
            if (failure.isPresent()) {
                List<Member> left = members.subList(done.size() + 1, members.size());
                Text rest = left.isEmpty()
                        ? Text.same("")
                        : Text.of("; left alone: " + names(left), "; не тронуты: " + names(left));
                return session.failure(Text.of(
                        member.name() + ": " + failure.get().en() + rest.en(),
                        member.name() + ": " + failure.get().ru() + rest.ru()));
            }
            done.add(member);
        }
        String names = names(done);
        return session.success(Text.of("done: " + names, "готово: " + names));
    }

    private Optional<Text> restart(Session session, Member member) {
        String name = member.name();
        RestartOutcome outcome = session.patroni().restart(member.apiUrl().orElseThrow(), wish());
        if (outcome instanceof RestartOutcome.Restarted restarted) {
            Text evidence = PatroniWords.evidence(restarted.evidence());
            session.say(Text.of(name + ": restarted" + evidence.en(), name + ": перезапущен" + evidence.ru()));
            return back(session, name);
        }
        if (outcome instanceof RestartOutcome.Scheduled scheduled) {
            session.say(
                    Text.of(name + ": scheduled at " + scheduled.at(), name + ": запланировано на " + scheduled.at()));
            return Optional.empty();
        }
        if (outcome instanceof Refused refused
                && refused.reason() == RefusalReason.CONDITIONS_NOT_MET
                && (order.pending() || order.olderThan().isPresent())) {
            session.say(Text.of(name + ": needs no restart", name + ": перезапуск не нужен"));
            return Optional.empty();
        }
        return Optional.of(failure(outcome));
    }

    private static Text failure(RestartOutcome outcome) {
        if (outcome instanceof RestartOutcome.StillStarting starting) {
            return Text.of(
                    "restarted, but not up within its time: " + starting.text(),
                    "перезапущен, но не поднялся за отведённое время: " + starting.text());
        }
        if (outcome instanceof RestartOutcome.Failed failed) {
            return Text.of("restart failed: " + failed.text(), "перезапуск не удался: " + failed.text());
        }
        if (outcome instanceof RestartOutcome.StatusUnknown unknown) {
            return Text.of(
                    "it is NOT known whether it was restarted: " + unknown.text(),
                    "НЕИЗВЕСТНО, перезапущен ли он: " + unknown.text());
        }
        if (outcome instanceof Refused refused) {
            return PatroniWords.refusal(refused);
        }
        return outcome instanceof NoResponse none ? PatroniWords.noResponse(none) : Text.same(outcome.toString());
    }

    /** A standby is back when it streams, a leader when it runs and still leads. */
    private Optional<Text> back(Session session, String name) {
        Optional<String> missing = new Patience(session.waiting(), patience).exhausted(() -> {
            ClusterState cluster = session.patroni().cluster();
            Optional<Member> member = cluster.member(name);
            boolean back = member.filter(m -> m.isLeader() ? m.state().isRunning() : cluster.follows(m))
                    .isPresent();
            return back
                    ? Optional.empty()
                    : Optional.of(member.map(m -> m.role() + ", " + m.state()).orElse("?"));
        });
        return missing.map(seen -> Text.of(
                "restarted, but it does not stream: " + seen, "перезапущен, но не получает поток WAL: " + seen));
    }

    private Restart wish() {
        Restart wish = order.pending() ? Restart.now().ifPending() : Restart.now();
        if (order.olderThan().isPresent()) {
            wish = wish.ifOlderThan(order.olderThan().get());
        }
        if (startTimeout.isPresent()) {
            wish = wish.within(startTimeout.get());
        }
        if (choice.role().filter(MemberChoice.Kind.REPLICA::equals).isPresent()) {
            wish = wish.ifRole(Restart.RestartRole.REPLICA);
        } else if (choice.role().filter(MemberChoice.Kind.PRIMARY::equals).isPresent()) {
            wish = wish.ifRole(Restart.RestartRole.PRIMARY);
        }
        return at.isPresent() ? wish.at(at.get()) : wish;
    }
}
