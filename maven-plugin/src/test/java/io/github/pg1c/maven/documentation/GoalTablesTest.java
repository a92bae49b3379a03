package io.github.pg1c.maven.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.documentation.PluginDescriptor.Goal;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.testing.Golden;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of goals in the READMEs are those of the code. */
class GoalTablesTest {

    /** A property in code, in a sentence or in a comment; a package is no property. */
    private static final Pattern PROPERTY = Pattern.compile("(?<![\\w.])pg1c\\.\\w+|(?<=-D)pg1c\\.\\w+");

    private static final Map<String, Goal> GOALS = PluginDescriptor.goals();

    @Test
    void eachGoalHasARow() {
        assertThat(GoalRows.ROWS.keySet())
                .as("each goal has a row in GoalRows")
                .containsExactlyInAnyOrderElementsOf(GOALS.keySet());
    }

    @Test
    void eachParameterHasItsNameInOnePlace() throws IllegalAccessException {
        assertThat(GOALS.values().stream()
                        .flatMap(goal -> goal.properties().stream())
                        .collect(Collectors.toSet()))
                .isEqualTo(propertyNames());
    }

    @Test
    void noOtherClassWritesAPropertyAsTextAndSentencesNameOnlyProperties() throws Exception {
        Set<String> names = propertyNames();
        for (Path source : sources()) {
            String text = Files.readString(source);
            if (!source.endsWith("PropertyNames.java")) {
                assertThat(text).as(source.toString()).doesNotContain("\"pg1c.");
            }
            assertThat(PROPERTY.matcher(text).results().map(MatchResult::group))
                    .as(source.toString())
                    .isSubsetOf(names);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Set<String> propertyNames() throws IllegalAccessException {
        Set<String> names = new HashSet<>();
        for (Field field : PropertyNames.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                assertThat(names.add(String.valueOf(field.get(null))))
                        .as(field.getName())
                        .isTrue();
            }
        }
        return names;
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
    void readmesListTheGoals(Path readme, Language language, boolean phases) {
        Golden.section(readme, "goals", GoalTablesTest.class, goals(language, phases));
    }

    @ParameterizedTest
    @CsvSource({"README.md, EN", "README.ru.md, RU"})
    void readmesListTheParametersOfEachGoal(Path readme, Language language) {
        Golden.section(
                readme,
                "parameters of cluster goals",
                GoalTablesTest.class,
                parameters(language, "io.github.pg1c.maven.goal.cluster."));
        Golden.section(
                readme,
                "parameters of certificate goals",
                GoalTablesTest.class,
                parameters(language, "io.github.pg1c.maven.goal.pki."));
    }

    @Test
    void eachParameterOfTuneHasARowAndItsHelpSaysTheSame() {
        Map<String, String> help = Objects.requireNonNull(GOALS.get("tune")).descriptions();
        Set<String> everyGoal = Set.of(PropertyNames.LANGUAGE, PropertyNames.SKIP, PropertyNames.SPEC);

        assertThat(TuneRows.ROWS.stream().map(TuneRows.Row::property))
                .containsExactlyInAnyOrderElementsOf(help.keySet().stream()
                        .filter(property -> !everyGoal.contains(property))
                        .toList());
        for (TuneRows.Row row : TuneRows.ROWS) {
            List<String> words = new ArrayList<>(row.words());
            if (row.otherwise().en().startsWith("`")) {
                words.add(row.otherwise().en().replace("`", ""));
            }
            assertThat(words)
                    .as(row.property())
                    .isSubsetOf(Objects.requireNonNull(help.get(row.property())).split("[^a-zA-Z0-9-]+"));
        }
    }

    @ParameterizedTest
    @CsvSource({"README.md, EN", "README.ru.md, RU"})
    void readmesListTheParametersOfTune(Path readme, Language language) {
        TextTable table = table(
                List.of(
                        Text.of("property", "свойство"),
                        Text.of("default", "по умолчанию"),
                        Text.of("meaning", "что значит")),
                language);
        for (TuneRows.Row row : TuneRows.ROWS) {
            String words = row.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
            table.row(
                    "`" + row.property() + "`",
                    row.otherwise().in(language),
                    row.meaning().in(language) + (words.isEmpty() ? "" : ": " + words));
        }
        Golden.section(readme, "parameters of tune", GoalTablesTest.class, table.markdown());
    }

    private static String goals(Language language, boolean phases) {
        List<Text> headings = phases
                ? List.of(Text.of("goal", "цель"), Text.of("phase", "фаза"), Text.of("does", "что делает"))
                : List.of(Text.of("goal", "цель"), Text.of("what it does", "что делает"));
        TextTable table = table(headings, language);
        GoalRows.ROWS.forEach((goal, does) -> {
            List<String> row = new ArrayList<>(List.of("`pg1c:" + goal + "`", does.in(language)));
            if (phases) {
                row.add(
                        1,
                        Optional.ofNullable(GOALS.get(goal))
                                .flatMap(Goal::phase)
                                .map(name -> "`" + name + "`")
                                .orElse("–"));
            }
            table.row(row);
        });
        return table.markdown();
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
        TextTable table =
                table(List.of(Text.of("goal", "цель"), Text.of("parameters of its own", "свои параметры")), language);
        for (String goal : GoalRows.ROWS.keySet()) {
            Goal known = GOALS.get(goal);
            if (known != null && known.implementation().startsWith(where)) {
                String own = known.properties().stream()
                        .filter(property -> !common.contains(property))
                        .map(property -> "`" + property + "`")
                        .collect(Collectors.joining(", "));
                table.row("`" + goal + "`", own.isEmpty() ? "–" : own);
            }
        }
        return table.markdown();
    }

    private static TextTable table(List<Text> headings, Language language) {
        return new TextTable()
                .row(headings.stream().map(heading -> heading.in(language)).toList());
    }
}
