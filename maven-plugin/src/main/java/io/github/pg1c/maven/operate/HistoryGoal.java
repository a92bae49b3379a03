package io.github.pg1c.maven.operate;

import io.github.pg1c.maven.output.OutputFormat;
import io.github.pg1c.maven.output.OutputTable;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.cluster.HistoryEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shows the promotions of a cluster, oldest first. */
public final class HistoryGoal implements ClusterGoal {

    private static final List<String> COLUMNS = List.of("TL", "LSN", "Reason", "Timestamp", "New Leader");

    private final OutputFormat format;

    private HistoryGoal(OutputFormat format) {
        this.format = format;
    }

    /** The goal of the parameters. */
    public static Function<ParameterProblems, ClusterGoal> of(Optional<String> format) {
        return problems -> new HistoryGoal(problems.word(PropertyNames.FORMAT, format, OutputFormat.words())
                .orElse(OutputFormat.TABLE));
    }

    @Override
    public GoalResult on(ClusterSession session) {
        String name = session.name();
        List<HistoryEntry> history = session.cluster().patroni().history();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("cluster", name);
        data.put("history", history.stream().map(HistoryGoal::data).toList());
        session.output()
                .accept(format.render(new OutputTable(
                        name,
                        "Cluster: " + name,
                        COLUMNS,
                        history.stream().map(HistoryGoal::row).toList(),
                        data)));
        return GoalResult.success();
    }

    private static List<String> row(HistoryEntry entry) {
        return List.of(
                Integer.toString(entry.timeline()),
                entry.end().toString(),
                entry.reason(),
                entry.at().map(Object::toString).orElse(""),
                entry.newLeader().orElse(""));
    }

    private static Map<String, Object> data(HistoryEntry entry) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("timeline", entry.timeline());
        data.put("lsn", entry.end().toString());
        data.put("reason", entry.reason());
        entry.at().ifPresent(at -> data.put("at", at.toString()));
        entry.newLeader().ifPresent(leader -> data.put("newLeader", leader));
        return data;
    }
}
