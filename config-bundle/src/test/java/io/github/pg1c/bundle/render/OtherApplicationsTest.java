package io.github.pg1c.bundle.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.Bundles;
import io.github.pg1c.bundle.component.RenderedNode;
import io.github.pg1c.bundle.diff.BundleDiff;
import io.github.pg1c.bundle.diff.Step;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterContext;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.Application;
import io.github.pg1c.tuning.preset.RuleSets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cluster whose databases are not 1C's. */
class OtherApplicationsTest {

    private static final Pattern OF_1C =
            Pattern.compile("(?<!PG)1[CС](?![0-9a-fA-F])|(?i:infobase|инфобаз|информационн\\p{L}+ баз|mchar|its-5866)");

    static List<String> specifications() {
        List<String> all = new ArrayList<>();
        for (String language : List.of("en", "ru")) {
            for (String pooling : List.of("session", "transaction", "\"off\"")) {
                for (boolean proxied : new boolean[] {true, false}) {
                    for (String version : List.of("14", "18")) {
                        String text = RenderedNode.BASE
                                        .replace("language: en", "language: " + language)
                                        .replace("version: 17", "version: " + version)
                                + "access: {pooling: " + pooling + "}\n";
                        all.add(proxied ? text : text.replaceAll("(?m)^.*name: lb\\d.*\n", ""));
                    }
                }
            }
        }
        all.add(RenderedNode.BASE.replace("databases: [{name: zup, owner: zup, application: other}]\n", "")
                + "objectives: {rpo: 0, withoutStandby: stop}\n");
        all.add(RenderedNode.ALONE);
        all.add(RenderedNode.BASE.replace("distribution: pgdg", "distribution: postgrespro-1c"));
        return all;
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void noFileSpeaksOf1c(String specification) {
        Cluster cluster = RenderedNode.cluster(specification);

        assertThat(cluster.application()).isEqualTo(Application.OTHER);
        List<String> found = new ArrayList<>();
        Bundles.texts(Bundle.of(cluster, "0".repeat(64), "0.1"))
                .forEach((path, text) -> text.lines()
                        .filter(line -> !line.contains("sha256"))
                        .filter(line -> OF_1C.matcher(line).find())
                        .forEach(line -> found.add(path + ": " + line)));
        assertThat(found).isEmpty();
    }

    @Test
    void parametersAreThoseOfPostgresqlWhereOnly1cNeedsOthers() {
        String node = RenderedNode.node("pg1", RenderedNode.BASE).text("/etc/patroni/patroni.yml");

        assertThat(node)
                .doesNotContain(
                        "standard_conforming_strings", "row_security", "cpu_operator_cost", "escape_string_warning")
                .contains("max_parallel_workers_per_gather: 2");
    }

    @Test
    void noRefusalThatOnly1cJustifies() {
        String own = RenderedNode.BASE.replace(
                "version: 17",
                "version: 17, parameters: {standard_conforming_strings: on, statement_timeout: 5min, jit: on}");

        assertThat(RenderedNode.node("pg1", own).text("/etc/patroni/patroni.yml"))
                .contains("standard_conforming_strings: \"on\"", "statement_timeout: \"5min\"");
    }

    private static final String MIXED = RenderedNode.BASE
            .replace("distribution: pgdg", "distribution: postgrespro-1c")
            .replace("version: 17", "version: 17, parameters: {standard_conforming_strings: on}")
            .replace("{name: watcher", "{name: web}, {name: watcher")
            .replace("application: other}", "application: 1c}, {name: shop, owner: web, application: other}");

    @Test
    void besideOthersTheSettingsOf1cStandAtItsDatabasesAndRoles() {
        Cluster cluster = RenderedNode.cluster(MIXED);
        RenderedNode node = RenderedNode.node("pg1", MIXED);
        List<String> altered = node.text("/etc/patroni/databases.sql")
                .lines()
                .filter(line -> line.startsWith("ALTER"))
                .toList();
        String server = node.text("/etc/patroni/patroni.yml");
        String runbook =
                Bundles.texts(Bundle.of(cluster, "0".repeat(64), "0.1")).get("RUNBOOK.md");

        assertThat(altered)
                .allSatisfy(line -> assertThat(line).startsWith("ALTER DATABASE \"zup\" SET "))
                .contains(
                        "ALTER DATABASE \"zup\" SET standard_conforming_strings = 'off';",
                        "ALTER DATABASE \"zup\" SET row_security = 'off';",
                        "ALTER DATABASE \"zup\" SET max_parallel_workers_per_gather = '0';",
                        "ALTER DATABASE \"zup\" SET statement_timeout = '0';");
        assertThat(server)
                .contains("standard_conforming_strings: \"on\"", "max_parallel_workers_per_gather: 2")
                .contains("max_locks_per_transaction")
                .doesNotContain("row_security", "cpu_operator_cost");
        assertThat(runbook)
                .containsPattern(
                        "### Databases of 1C beside others\n\n.*`row_security`.*whole server.*`max_locks_per_transaction`");
    }

    @Test
    void aDatabaseThatIsNoLonger1cGivesItsSettingsBack() {
        String other = MIXED.replace("application: 1c", "application: other");

        String lines = RenderedNode.node("pg1", other).text("/etc/patroni/databases.sql");
        BundleDiff diff = BundleDiff.between(bundle(MIXED), bundle(other));

        assertThat(lines)
                .doesNotContain("SET row_security")
                .contains("SELECT format('ALTER DATABASE %I RESET %I', 'zup', setting)");
        assertThat(diff.of("pg1"))
                .filteredOn(change -> change.file().equals("/etc/patroni/databases.sql"))
                .filteredOn(change -> change.path().equals("zup"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).contains("ALTER DATABASE \"zup\" SET row_security = 'off';");
                    assertThat(change.after()).isNull();
                });
        assertThat(diff.steps())
                .filteredOn(step -> step.action() == Step.Action.MANUAL)
                .singleElement()
                .satisfies(step -> assertThat(step.title().en())
                        .contains("RUNBOOK.md", "/etc/patroni/databases.sql zup", "/etc/patroni/roles.sql"));
    }

    private static Bundle bundle(String specification) {
        return Bundle.of(RenderedNode.cluster(specification), "0".repeat(64), "0.1");
    }

    /** The server accepts ALTER DATABASE … SET for parameters of these contexts only. */
    @Test
    void onlyParametersOfSessionsStandAtADatabase() {
        for (int major = 14; major <= 18; major++) {
            ParameterCatalogue catalogue = ParameterCatalogue.of(new PgMajor(major), Distribution.PGDG);
            assertThat(RuleSets.perDatabase())
                    .isNotEmpty()
                    .allSatisfy(name -> catalogue
                            .find(name)
                            .ifPresent(spec -> assertThat(spec.context())
                                    .as(name)
                                    .isIn(ParameterContext.USER, ParameterContext.SUPERUSER)));
        }
    }
}
