package io.github.pg1c.maven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.documentation.PluginDescriptor.Goal;
import io.github.pg1c.maven.parameter.PropertyNames;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of goals in the READMEs are those of the code. */
class GoalTablesTest {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Map<String, Goal> GOALS = PluginDescriptor.goals();

    @Test
    void eachGoalHasARow() {
        assertThat(GoalRows.ROWS.keySet())
                .as("each goal has a row in GoalRows")
                .containsExactlyInAnyOrderElementsOf(GOALS.keySet());
    }

    @Test
    void eachParameterHasItsNameInOnePlace() throws IllegalAccessException {
        Set<String> names = new HashSet<>();
        for (Field field : PropertyNames.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                assertThat(names.add(String.valueOf(field.get(null))))
                        .as(field.getName())
                        .isTrue();
            }
        }
        assertThat(GOALS.values().stream()
                        .flatMap(goal -> goal.properties().stream())
                        .distinct())
                .as("each property of a goal is a constant of PropertyNames, and each constant a property")
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ru.md"})
    void readmesNameEachParameter(Path readme) throws IOException {
        String text = Files.readString(readme);

        assertThat(GOALS.values().stream()
                        .flatMap(goal -> goal.properties().stream())
                        .distinct()
                        .filter(property -> !text.contains('`' + property + '`')))
                .as("parameters that are not in %s", readme)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"../README.md, EN, false", "../README.ru.md, RU, false", "README.md, EN, true", "README.ru.md, RU, true"
    })
    void readmesListTheGoals(Path readme, Language language, boolean phases) throws IOException {
        same(readme, "goals", goals(language, phases));
    }

    @ParameterizedTest
    @CsvSource({"README.md, EN", "README.ru.md, RU"})
    void readmesListTheParametersOfEachGoal(Path readme, Language language) throws IOException {
        same(readme, "parameters of cluster goals", parameters(language, "io.github.pg1c.maven.goal.cluster."));
        same(readme, "parameters of certificate goals", parameters(language, "io.github.pg1c.maven.goal.pki."));
    }

    private static String goals(Language language, boolean phases) {
        StringBuilder table = new StringBuilder();
        List<Text> headings = phases
                ? List.of(Text.of("goal", "цель"), Text.of("phase", "фаза"), Text.of("does", "что делает"))
                : List.of(Text.of("goal", "цель"), Text.of("what it does", "что делает"));
        head(table, headings, language);
        GoalRows.ROWS.forEach((goal, does) -> {
            table.append("| `pg1c:").append(goal).append("` | ");
            if (phases) {
                String phase = Optional.ofNullable(GOALS.get(goal))
                        .flatMap(Goal::phase)
                        .map(name -> "`" + name + "`")
                        .orElse("–");
                table.append(phase).append(" | ");
            }
            table.append(does.in(language)).append(" |\n");
        });
        return table.toString();
    }

    /** Of the goals in a package, the parameters that not all of them have. */
    private static String parameters(Language language, String where) {
        List<Goal> there = GOALS.values().stream()
                .filter(goal -> goal.implementation().startsWith(where))
                .toList();
        Set<String> common = new HashSet<>(there.get(0).properties());
        there.stream()
                // A goal without a specification has hardly anything in common with the others.
                .filter(goal -> goal.properties().contains(PropertyNames.SPEC))
                .forEach(goal -> common.retainAll(Set.copyOf(goal.properties())));
        StringBuilder table = new StringBuilder();
        head(table, List.of(Text.of("goal", "цель"), Text.of("parameters of its own", "свои параметры")), language);
        for (String goal : GoalRows.ROWS.keySet()) {
            Goal known = GOALS.get(goal);
            if (known != null && known.implementation().startsWith(where)) {
                String own = known.properties().stream()
                        .filter(property -> !common.contains(property))
                        .map(property -> "`" + property + "`")
                        .collect(Collectors.joining(", "));
                table.append("| `")
                        .append(goal)
                        .append("` | ")
                        .append(own.isEmpty() ? "–" : own)
                        .append(" |\n");
            }
        }
        return table.toString();
    }

    private static void head(StringBuilder table, List<Text> headings, Language language) {
        headings.forEach(
                heading -> table.append("| ").append(heading.in(language)).append(' '));
        table.append("|\n").append("|---".repeat(headings.size())).append("|\n");
    }

    /** Compares what stands between two marks with the table, or replaces it. */
    private static void same(Path readme, String mark, String table) throws IOException {
        String text = Files.readString(readme);
        String begin = "<!-- " + mark + ": written by GoalTablesTest -->\n";
        String end = "<!-- end of " + mark + " -->\n";
        assertThat(text).as(readme.toString()).contains(begin).contains(end);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        if (UPDATE) {
            Files.writeString(readme, text.substring(0, from) + table + text.substring(to));
        } else {
            assertThat(text.substring(from, to))
                    .as("%s: `mvn test -Dgolden.update=true` writes it anew; review the difference", readme)
                    .isEqualTo(table);
        }
    }
}
