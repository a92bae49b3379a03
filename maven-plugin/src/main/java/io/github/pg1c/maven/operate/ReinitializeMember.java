package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.operation.ReinitializeOutcome;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lets a member drop its data and copy them again; waits until it streams from the leader with the new ones. */
public final class ReinitializeMember implements Operation {

    private static final Duration COPYING = Duration.ofHours(6);

    /**
     * What the user may say.
     *
     * @param member its name
     * @param reinitialize how
     * @param dryRun whether to end before anything is done
     * @param timeout how long the copy may take
     */
    public record Order(Optional<String> member, Reinitialize reinitialize, boolean dryRun, Optional<String> timeout) {}

    private final Order order;
    private final Duration patience;

    private ReinitializeMember(Order order, Duration patience) {
        this.order = order;
        this.patience = patience;
    }

    /** What the parameters say. */
    public static Function<ParameterProblems, Operation> of(Order order) {
        return complaints -> {
            if (order.member().isEmpty()) {
                complaints.missing(
                        PropertyNames.MEMBER,
                        Text.of("it is not said which member", "не сказано, какой узел"),
                        Text.of("name it with -Dpg1c.member", "укажите его через -Dpg1c.member"));
            }
            return new ReinitializeMember(
                    order,
                    complaints.duration(PropertyNames.TIMEOUT, order.timeout()).orElse(COPYING));
        };
    }

    @Override
    public GoalResult on(Session session) {
        String name = order.member().orElseThrow();
        ClusterState cluster = session.patroni().cluster();
        return MemberChoice.of(new ParameterProblems(), List.of(name), Optional.empty())
                .with(session, cluster, chosen -> reinitialize(session, chosen.get(0)));
    }

    private GoalResult reinitialize(Session session, Member member) {
        String name = member.name();
        if (member.isLeader()) {
            return session.failure(
                    Text.of(name + " is the leader; nothing was done", name + " — лидер; ничего не сделано"));
        }
        session.say(Text.of(
                name + " (" + member.role() + ", " + member.state() + ") is to drop its data and copy them again",
                name + " (" + member.role() + ", " + member.state() + ") сотрёт свои данные и скопирует их заново"));
        if (order.dryRun()) {
            return session.success(Text.of("dry run, nothing was done", "пробный запуск, ничего не сделано"));
        }
        Optional<GoalResult> refusal =
                session.refusal(Text.of("drop the data of " + name + "?", "стереть данные на " + name + "?"));
        return refusal.orElseGet(() -> {
            URI api = member.apiUrl().orElseThrow();
            Optional<OffsetDateTime> before = started(session, api);
            ReinitializeOutcome outcome = session.patroni().reinitialize(api, order.reinitialize());
            if (!(outcome instanceof ReinitializeOutcome.Started)) {
                return session.failure(failure(outcome));
            }
            session.say(Text.of(name + ": copying has begun", name + ": копирование началось"));
            return copied(session, name, api, before);
        });
    }

    private static Text failure(ReinitializeOutcome outcome) {
        if (outcome instanceof ReinitializeOutcome.Failed failed) {
            return Text.of("not begun: " + failed.text(), "не началось: " + failed.text());
        }
        if (outcome instanceof Refused refused) {
            return PatroniWords.refusal(refused);
        }
        return outcome instanceof NoResponse none ? PatroniWords.noResponse(none) : Text.same(outcome.toString());
    }

    /** The cluster shows the old state for a while, so the new PostgreSQL is known by the time of its start. */
    private GoalResult copied(Session session, String name, URI api, Optional<OffsetDateTime> before) {
        Optional<String> missing = new Patience(session.waiting(), patience).exhausted(() -> {
            Optional<OffsetDateTime> now = started(session, api);
            ClusterState cluster = session.patroni().cluster();
            Optional<Member> member = cluster.member(name);
            boolean copied = now.isPresent()
                    && !now.equals(before)
                    && member.filter(cluster::follows).isPresent();
            return copied
                    ? Optional.empty()
                    : Optional.of(member.map(m -> m.state().text()).orElse("?"));
        });
        return missing.map(state -> session.failure(Text.of(
                        name + " does not stream yet: " + state + "; the copy may still be under way",
                        name + " ещё не получает поток WAL: " + state + "; возможно, копирование продолжается")))
                .orElseGet(() -> session.success(Text.of(
                        "done: " + name + " streams with new data",
                        "готово: " + name + " получает поток WAL на новых данных")));
    }

    private static Optional<OffsetDateTime> started(Session session, URI api) {
        try {
            return Optional.of(session.patroni().member(api)).flatMap(MemberStatus::postmasterStart);
        } catch (PatroniException e) {
            return Optional.empty();
        }
    }
}
