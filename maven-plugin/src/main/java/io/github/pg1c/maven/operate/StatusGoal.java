package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.output.OutputFormat;
import io.github.pg1c.maven.output.OutputTable;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.state.ClusterStatus;
import io.github.pg1c.patroni.operation.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Shows the members of clusters, once or repeatedly; fails when a cluster does not answer. */
public final class StatusGoal implements Function<List<ClusterSession>, GoalResult> {

    private final OutputFormat format;
    private final boolean asList;
    private final Optional<Duration> watch;

    private StatusGoal(OutputFormat format, boolean asList, Optional<Duration> watch) {
        this.format = format;
        this.asList = asList;
        this.watch = watch;
    }

    /**
     * The goal of the parameters.
     *
     * @param asList true to name the cluster in the formats for programs even for a single one
     * @param watch the interval of repetition until the user interrupts
     */
    public static Function<ParameterProblems, Function<List<ClusterSession>, GoalResult>> of(
            Optional<String> format, boolean asList, Optional<String> watch) {
        return problems -> {
            Optional<Duration> interval = problems.duration(PropertyNames.WATCH, watch);
            if (interval.filter(Duration::isZero).isPresent()) {
                problems.add(
                        ParameterProblems.MALFORMED,
                        PropertyNames.WATCH,
                        Text.of("there must be time between two looks", "между двумя взглядами должно быть время"),
                        Text.of("write a duration such as 2s", "напишите длительность, например 2s"));
            }
            return new StatusGoal(
                    problems.word(PropertyNames.FORMAT, format, OutputFormat.words())
                            .orElse(OutputFormat.TABLE),
                    asList,
                    interval);
        };
    }

    @Override
    public GoalResult apply(List<ClusterSession> sessions) {
        GoalResult result = show(sessions);
        while (watch.isPresent() && pause(sessions.get(0).cluster().waiting(), watch.get())) {
            result = show(sessions);
        }
        return result;
    }

    private static boolean pause(Waiting waiting, Duration interval) {
        try {
            waiting.sleep(interval);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private GoalResult show(List<ClusterSession> sessions) {
        List<ClusterStatus> statuses =
                ClusterStatus.of(sessions.stream().map(ClusterSession::cluster).toList());
        List<OutputTable> tables = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            ClusterStatus status = statuses.get(i);
            status.state()
                    .ifPresentOrElse(
                            state -> tables.add(StatusTable.of(status, state)), () -> unseen.add(status.cluster()));
            remarks(sessions.get(i), status);
        }
        ClusterSession first = sessions.get(0);
        first.output().accept(format.render(tables, asList, first.in(OutputTable.CLUSTER)));
        return unseen.isEmpty() ? GoalResult.success() : unseen(first, unseen);
    }

    private static GoalResult unseen(ClusterSession session, List<String> names) {
        String all = String.join(", ", names);
        return GoalResult.failure(session.in(Text.of(
                "pg1c: no member answers, nothing is known of: " + all,
                "pg1c: ни один узел не отвечает, ничего не известно о: " + all)));
    }

    /** Remarks beside the table. */
    private static void remarks(ClusterSession session, ClusterStatus status) {
        status.notAnswering().forEach(view -> {
            Text why = PatroniWords.noAnswer(view);
            session.warn(Text.of(
                    view.label() + " does not answer: " + why.en(), view.label() + " не отвечает: " + why.ru()));
        });
        status.survey().stream()
                .flatMap(survey -> survey.disagreements().stream())
                .forEach(disagreement -> session.warn(disagreement.sentence()));
        status.state().ifPresent(cluster -> {
            if (cluster.paused()) {
                session.warn(Text.of(
                        "Patroni is paused and leaves PostgreSQL alone",
                        "Patroni приостановлен и не управляет PostgreSQL"));
            }
            cluster.scheduledSwitchover().ifPresent(scheduled -> session.say(PatroniWords.scheduled(scheduled)));
            if (cluster.leader().isEmpty()) {
                session.warn(Text.of("there is no leader", "лидера нет"));
            }
            if (!status.pendingRestart().isEmpty()) {
                String names = String.join(", ", status.pendingRestart());
                session.say(Text.of(
                        "changed parameters wait for a restart of: " + names,
                        "изменённые параметры ждут перезапуска: " + names));
            }
        });
    }
}
