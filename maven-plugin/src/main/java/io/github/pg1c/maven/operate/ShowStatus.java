package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.output.OutputFormat;
import io.github.pg1c.maven.output.OutputTable;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.Fleet;
import io.github.pg1c.patroni.FleetAnswer;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.operation.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shows the members of clusters, once or again and again; fails when a cluster cannot be seen. */
public final class ShowStatus implements Function<List<Session>, GoalResult> {

    private static final int PARALLELISM = 32;

    private final OutputFormat format;
    private final boolean asList;
    private final Optional<Duration> watch;

    private ShowStatus(OutputFormat format, boolean asList, Optional<Duration> watch) {
        this.format = format;
        this.asList = asList;
        this.watch = watch;
    }

    /**
     * What the parameters say.
     *
     * @param asList true to name the cluster in the formats for programs even where there is only one
     * @param watch how often to show it again, until the user interrupts
     */
    public static Function<ParameterProblems, Function<List<Session>, GoalResult>> of(
            Optional<String> format, boolean asList, Optional<String> watch) {
        return complaints -> {
            Optional<Duration> interval = complaints.duration(PropertyNames.WATCH, watch);
            if (interval.filter(Duration::isZero).isPresent()) {
                complaints.add(
                        ParameterProblems.MALFORMED,
                        PropertyNames.WATCH,
                        Text.of("there must be time between two looks", "между двумя взглядами должно быть время"),
                        Text.of("write a duration such as 2s", "напишите длительность, например 2s"));
            }
            return new ShowStatus(
                    complaints
                            .word(PropertyNames.FORMAT, format, OutputFormat.words())
                            .orElse(OutputFormat.TABLE),
                    asList,
                    interval);
        };
    }

    @Override
    public GoalResult apply(List<Session> sessions) {
        Map<String, PatroniClient> clients = new LinkedHashMap<>();
        sessions.forEach(session -> clients.put(session.target().name(), session.patroni()));
        try (Fleet fleet = new Fleet(clients, PARALLELISM)) {
            GoalResult outcome = show(sessions, fleet);
            while (watch.isPresent() && pause(sessions.get(0).waiting(), watch.get())) {
                outcome = show(sessions, fleet);
            }
            return outcome;
        }
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

    private GoalResult show(List<Session> sessions, Fleet fleet) {
        Map<String, FleetAnswer<Survey>> answers = fleet.ask(PatroniClient::survey);
        List<OutputTable> listings = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (Session session : sessions) {
            String name = session.target().name();
            Optional<Survey> survey = answers.get(name) instanceof FleetAnswer.Known<Survey> known
                    ? Optional.of(known.value())
                    : Optional.empty();
            Optional<ClusterState> cluster = survey.flatMap(Survey::cluster);
            if (survey.isPresent() && cluster.isPresent()) {
                listings.add(StatusListing.of(name, cluster.get(), survey.get()));
            } else {
                unseen.add(name);
            }
            survey.ifPresent(seen -> remarks(session, seen));
        }
        Session first = sessions.get(0);
        first.output().accept(format.render(listings, asList, first.in(OutputTable.CLUSTER)));
        return unseen.isEmpty() ? GoalResult.success() : unseen(first, unseen);
    }

    private static GoalResult unseen(Session session, List<String> names) {
        String all = String.join(", ", names);
        return GoalResult.failure(session.in(Text.of(
                "pg1c: no member answers, nothing is known of: " + all,
                "pg1c: ни один узел не отвечает, ничего не известно о: " + all)));
    }

    /** What a table cannot say. */
    private static void remarks(Session session, Survey survey) {
        StatusListing.silent(survey)
                .forEach((member, why) ->
                        session.warn(Text.of(member + " does not answer: " + why, member + " не отвечает: " + why)));
        survey.disagreements().forEach(disagreement -> session.warn(PatroniWords.disagreement(disagreement)));
        survey.cluster().ifPresent(cluster -> {
            if (cluster.paused()) {
                session.warn(Text.of(
                        "Patroni is paused and leaves PostgreSQL alone",
                        "Patroni приостановлен и не управляет PostgreSQL"));
            }
            cluster.scheduledSwitchover().ifPresent(scheduled -> session.say(PatroniWords.scheduled(scheduled)));
            if (cluster.leader().isEmpty()) {
                session.warn(Text.of("there is no leader", "лидера нет"));
            }
            List<String> waiting = cluster.members().stream()
                    .filter(Member::pendingRestart)
                    .map(Member::name)
                    .toList();
            if (!waiting.isEmpty()) {
                String names = String.join(", ", waiting);
                session.say(Text.of(
                        "changed parameters wait for a restart of: " + names,
                        "изменённые параметры ждут перезапуска: " + names));
            }
        });
    }
}
