package io.github.pg1c.maven.tune;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.SmallCluster;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Lines;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleInput;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.TuningRule;
import io.github.pg1c.tuning.text.PostgresConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TuningTest {

    private static final String[] NODE = {"pg1c.memory=16GB", "pg1c.cpus=6", "pg1c.connections=200"};

    private final Lines lines = new Lines();
    private final StringBuilder output = new StringBuilder();

    @TempDir
    private Path directory;

    /** What the user writes behind {@code -D}. */
    private final class Wish {
        private final Map<String, String> figures = new LinkedHashMap<>();
        private Path specification = directory.resolve("cluster.yaml");
        private Optional<Language> language = Optional.of(Language.EN);
        private boolean named;
        private List<String> set = List.of();
        private List<String> explain = List.of();
        private Optional<String> node = Optional.empty();
        private Optional<String> cluster = Optional.empty();
        private Optional<String> format = Optional.empty();
        private Optional<String> compare = Optional.empty();
        private Optional<Path> against = Optional.empty();

        Wish(String... properties) {
            Arrays.stream(properties)
                    .map(property -> property.split("=", 2))
                    .forEach(property -> figures.put(property[0], property[1]));
        }

        Wish specification(Path file) {
            specification = file;
            named = true;
            return this;
        }

        GoalResult fulfilled() {
            return new Tuning(lines.speech(directory), output::append, true)
                    .of(
                            new Input(specification, language),
                            new TuneRequest(
                                    figures,
                                    set,
                                    new TuneRequest.Scope(named, cluster, node),
                                    format,
                                    explain,
                                    compare,
                                    against));
        }

        void succeeds() {
            GoalResult outcome = fulfilled();
            assertThat(outcome.sentence()).isEmpty();
            assertThat(outcome.failed()).isFalse();
        }

        void fails(String sentence) {
            GoalResult outcome = fulfilled();
            assertThat(outcome.failed()).isTrue();
            assertThat(outcome.sentence()).isEqualTo(sentence);
        }
    }

    private static String[] node(String... more) {
        String[] all = Arrays.copyOf(NODE, NODE.length + more.length);
        System.arraycopy(more, 0, all, NODE.length, more.length);
        return all;
    }

    @Test
    void faultyRulesOfTheComparedPresetAreProblemsInBothLanguages() {
        TuningRule faulty = new TuningRule() {
            @Override
            public String id() {
                return "acme.work_mem";
            }

            @Override
            public String parameter() {
                return "work_mem";
            }

            @Override
            public Text reason() {
                return Text.of("A test.", "Проверка.");
            }

            @Override
            public RuleResult calculate(RuleInput input) {
                throw new IllegalStateException("no figures");
            }
        };
        TuningPlan plan = Calculator.plan(
                TuningInput.builder(MemorySize.parse("16GB"), 6, 200).build());
        ParameterProblems problems = new ParameterProblems();

        new WithPreset(RuleSets.builtIn().of(Preset.BALANCED).with(faulty)).check(plan, problems);
        problems.tell(lines.speech(directory), Language.RU, Text.of("nothing", "ничего не рассчитано"));

        assertThat(lines.all())
                .anySatisfy(line ->
                        assertThat(line).contains("pg1c.compare", "правило acme.work_mem для work_mem", "no figures»"));
    }

    @ParameterizedTest
    @CsvSource({"general, false", "balanced, true", "its-5866, true"})
    void speaksOf1cOnlyWhereTheRulesAreFor1c(String preset, boolean oneC) {
        new Wish(node("pg1c.preset=" + preset)).succeeds();

        String heading = output.toString().lines().findFirst().orElseThrow();
        assertThat(heading).contains("connections" + (oneC ? " of 1C: 200, " : ": 200, "));
    }

    @ParameterizedTest
    @CsvSource({"1c, balanced, 0", "other, general, [23]"})
    void thePresetFollowsTheApplicationAsInASpecification(String application, String preset, String workers)
            throws IOException {
        String text = Files.readString(SmallCluster.SMALL);
        Path written = Files.writeString(
                directory.resolve("written.yaml"),
                text + "roles: [{name: app}]\ndatabases: [{name: app, owner: app, application: " + application
                        + "}]\n");
        String figure = "pg1c.application=" + application;
        List<Wish> wishes = List.of(
                new Wish(node(figure)),
                new Wish(node(figure, "pg1c.preset=balanced")),
                new Wish(figure).specification(SmallCluster.SMALL),
                new Wish(figure, "pg1c.preset=balanced").specification(SmallCluster.SMALL),
                new Wish().specification(written),
                new Wish("pg1c.preset=balanced").specification(written));

        for (Wish wish : wishes) {
            output.setLength(0);
            wish.succeeds();
            assertThat(output.toString())
                    .contains(", preset " + preset + ", ")
                    .containsPattern("(?m)^  max_parallel_workers_per_gather +" + workers + " ");
        }
    }

    @Test
    void theApplicationOfTheCommandLineReplacesThatOfTheSpecification() throws IOException {
        String text = Files.readString(SmallCluster.SMALL);
        Path mixed = Files.writeString(directory.resolve("mixed.yaml"), text + """
                        roles: [{name: app}]
                        databases: [{name: zup, owner: app}, {name: shop, owner: app, application: other}]
                        """);

        new Wish().specification(mixed).succeeds();
        assertThat(output.toString())
                .contains("preset balanced")
                .containsPattern("(?m)^  max_parallel_workers_per_gather +2 ");

        output.setLength(0);
        new Wish("pg1c.application=1c").specification(mixed).succeeds();
        assertThat(output.toString()).containsPattern("(?m)^  max_parallel_workers_per_gather +0 ");
    }

    @Test
    void whatOnly1cForbidsIsNoErrorForAnotherApplication() {
        new Wish(node("pg1c.pooling=transaction", "pg1c.application=1c")).fails("pg1c: calculated, but with errors: 1");

        new Wish(node("pg1c.pooling=transaction", "pg1c.application=other")).succeeds();
    }

    @Test
    void figuresGiveTheTableWithReasonsAndTheBudget() {
        new Wish(node("pg1c.disk=ssd")).succeeds();

        assertThat(output.toString())
                .startsWith(
                        "16GB, 6 CPU, disk ssd, connections of 1C: 200, databases of 50GB, disk of WAL 40GB (assumed),"
                                + " PostgreSQL 17 (postgrespro-1c), preset balanced, standbys: 2\n")
                .containsPattern("(?m)^  shared_buffers +4GB +node +restart +1C-init, verified +RAM / 4 = 4GB$")
                .contains("The operating system caches the rest")
                .containsPattern("(?m)^Total +\\d+ MB +\\d+ MB$")
                .contains("vm.nr_hugepages", "default_pool_size");
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void eachFigureHasAnEffect() {
        new Wish(node(
                        "pg1c.disk=hdd",
                        "pg1c.databaseSize=300GB",
                        "pg1c.walDisk=100GB",
                        "pg1c.postgresql=18",
                        "pg1c.distribution=1c",
                        "pg1c.lz4=true",
                        "pg1c.standbys=1",
                        "pg1c.synchronous=true",
                        "pg1c.databaseCopies=true",
                        "pg1c.shared=true",
                        "pg1c.memory=64GB",
                        "pg1c.containerMemory=48GB",
                        "pg1c.containerCpus=4"))
                .succeeds();

        assertThat(output.toString())
                .startsWith(
                        "64GB, 6 CPU, disk hdd, connections of 1C: 200, databases of 300GB, disk of WAL 100GB, PostgreSQL"
                                + " 18 (1c), built with LZ4, preset balanced, standbys: 1, synchronous, with copies of databases, shared with a"
                                + " 1C server, container of 48GB + 4.0 CPU\n")
                .containsPattern("(?m)^  random_page_cost +4 ")
                .containsPattern("(?m)^  wal_level +logical ")
                .containsPattern("(?m)^  wal_compression +lz4 ")
                .contains("[container.kernel]");
    }

    @Test
    void allProblemsAreReportedTogether() {
        Wish wish = new Wish(
                "pg1c.memory=16Gb",
                "pg1c.cpus=0",
                "pg1c.connections=many",
                "pg1c.disk=tape",
                "pg1c.containerMemory=1MB",
                "pg1c.containerCpus=-1",
                "pg1c.application=oracle",
                "pg1c.preset=best",
                "pg1c.synchronous=yes");
        wish.set = List.of("fsync");
        wish.compare = Optional.of("pgtune");
        wish.against = Optional.of(directory.resolve("postgresql.conf"));
        wish.format = Optional.of("yaml");
        wish.fails("pg1c: errors: 13; nothing was calculated");

        assertThat(output).isEmpty();
        assertThat(lines.all())
                .contains(
                        "ERROR pg1c.memory: error PG1C-903: '16Gb' is not a size",
                        "ERROR pg1c.cpus: error PG1C-903: '0' is not a number that is possible here",
                        "ERROR     write a number from 1 to 4096",
                        "ERROR pg1c.connections: error PG1C-903: 'many' is not a number that is possible here",
                        "ERROR pg1c.disk: error PG1C-903: 'tape' is not known here",
                        "ERROR     write one of: hdd, ssd, nvme, san",
                        "ERROR pg1c.containerMemory: error PG1C-903: '1MB' is too little",
                        "ERROR     write 512MB or more",
                        "ERROR pg1c.containerCpus: error PG1C-903: '-1' is not a number that is possible here",
                        "ERROR pg1c.application: error PG1C-903: 'oracle' is not known here",
                        "ERROR     write one of: 1c, other",
                        "ERROR pg1c.preset: error PG1C-903: 'best' is not known here",
                        "ERROR pg1c.synchronous: error PG1C-903: 'yes' is not known here",
                        "ERROR pg1c.set: error PG1C-903: 'fsync' has no value",
                        "ERROR pg1c.compare, pg1c.against, pg1c.format: error PG1C-906: these exclude each other",
                        "ERROR pg1c.format: error PG1C-903: 'yaml' is not known here",
                        "ERROR pg1c.compare: error PG1C-903: 'pgtune' is not known here");
    }

    @Test
    void missingFiguresAreProblemsWithoutASpecification() {
        new Wish("pg1c.cpus=6").fails("pg1c: errors: 2; nothing was calculated");

        assertThat(lines.all())
                .contains(
                        "ERROR pg1c.memory: error PG1C-906: there is no specification here, so this figure is needed",
                        "ERROR pg1c.connections: error PG1C-906: there is no specification here, so this figure is needed");
    }

    @Test
    void overridesAreCheckedAndTheRestIsCalculatedFromThem() {
        Wish wish = new Wish(NODE);
        wish.set = List.of("max_connections=300", "shared_preload_libraries=pg_stat_statements", "auto_explain");
        wish.succeeds();
        assertThat(output.toString())
                .contains("given: max_connections, shared_preload_libraries")
                .containsPattern("(?m)^  max_connections +300 ")
                .contains("pg_stat_statements,auto_explain");
    }

    @Test
    void invalidOverridesAreRefusedWithSuggestions() {
        Wish wish = new Wish(NODE);
        wish.set = List.of("work_men=64MB", "fsync=off");
        wish.fails("pg1c: errors: 2; nothing was calculated");
        assertThat(lines.all()).anyMatch(line -> line.contains("work_mem")).anyMatch(line -> line.contains("fsync"));
        assertThat(output).isEmpty();
    }

    @Test
    void whatCannotServe1cIsShownAndFails() {
        new Wish(node("pg1c.memory=1GB")).fails("pg1c: calculated, but with errors: 1");
        assertThat(output).isNotEmpty();
        assertThat(lines.all()).singleElement().asString().startsWith("ERROR memory.typical: a busy hour takes ");

        new Wish(node("pg1c.postgresql=19")).fails("pg1c: calculated, but with errors: 1");
        assertThat(lines.all())
                .anyMatch(line -> line.startsWith("ERROR version.strings: 1C does not work with PostgreSQL 19"));
    }

    @Test
    void aPresetForComparisonIsCalculatedAlthoughItExceedsTheMemory() {
        new Wish(node("pg1c.preset=its-5866")).succeeds();
        assertThat(output.toString()).contains("warning [memory.typical]");
    }

    @Test
    void equalNodesOfASpecificationAreGrouped() {
        new Wish().specification(SmallCluster.SMALL).succeeds();
        assertThat(output.toString()).startsWith("small, n1, n2: 8GB, 4 CPU, disk ssd, ");
        assertThat(output.toString().split("small, ")).hasSize(2);
    }

    @Test
    void figuresReplaceThoseOfTheSpecification() {
        new Wish("pg1c.connections=40").specification(SmallCluster.SMALL).succeeds();
        assertThat(output.toString()).contains("connections of 1C: 40, ").contains("8GB, 4 CPU");
    }

    @Test
    void differentNodesHaveOwnPlansAndShareTheValuesOfTheWeakest() throws IOException {
        Path file = unequal();
        new Wish().specification(file).succeeds();
        assertThat(output.toString())
                .contains("small, n1: 64GB, 64 CPU", "small, n2: 8GB, 4 CPU")
                .containsOnlyOnce("All members share, as the weakest of them needs: ");

        output.setLength(0);
        Wish one = new Wish().specification(file);
        one.node = Optional.of("n2");
        one.succeeds();
        assertThat(output.toString()).startsWith("small, n2: ").doesNotContain("n1", "All members share");

        one.node = Optional.of("pg9");
        one.fails("pg1c: errors: 1; nothing was calculated");
        assertThat(lines.all())
                .contains(
                        "ERROR pg1c.node: error PG1C-905: nothing here is called 'pg9'",
                        "ERROR     name one of: n1, n2");
    }

    @ParameterizedTest
    @CsvSource({"pgdg, lz4", "1c, pglz"})
    void valuesOfTheSpecifiedBuildDoNotApplyToAnotherOne(String build, String compression) throws IOException {
        String text = Files.readString(SmallCluster.SMALL);
        String debian =
                text.replaceFirst("distribution: \\S+", "distribution: pgdg").replaceFirst("os: \\S+", "os: debian-13");
        Path file = Files.writeString(directory.resolve("debian.yaml"), debian);

        new Wish("pg1c.distribution=" + build).specification(file).succeeds();

        assertThat(output.toString()).containsPattern("(?m)^  wal_compression +" + compression + " ");
    }

    /** The first node has more memory, and with it more of what all members share. */
    private Path unequal() throws IOException {
        String text = Files.readString(SmallCluster.SMALL);
        String other =
                text.replaceFirst("(name: n1[^}]*)}", "$1, resources: {memory: 64GB, cpus: 64, walDisk: 400GB}}");
        assertThat(other).isNotEqualTo(text);
        return Files.writeString(directory.resolve("unequal.yaml"), other);
    }

    @Test
    void aSpecificationWithErrorsIsNotCalculated() throws IOException {
        Path file = Files.writeString(
                directory.resolve("bad.yaml"),
                Files.readString(SmallCluster.SMALL).replace("version: ", "version: 1"));
        new Wish().specification(file).fails("pg1c: errors: 1; warnings: 0; nothing was written");
        assertThat(output).isEmpty();
    }

    @Test
    void explainsParametersSettingsAndWhatIsLeftToTheServer() {
        Wish wish = new Wish(NODE);
        wish.explain = List.of("WORK_MEM", "vm.nr_hugepages", "enable_hashjoin");
        wish.succeeds();
        assertThat(output.toString())
                .containsPattern("(?m)^work_mem = 16MB$")
                .contains("its-5866 256MB", "sources differ")
                .containsPattern("(?m)^vm.nr_hugepages = \\d+$")
                .contains("enable_hashjoin\n  balanced leaves it at the server's default, on\n")
                .doesNotContain("shared_buffers =");
    }

    @Test
    void explainsInRussian() {
        Wish wish = new Wish(NODE);
        wish.language = Optional.empty();
        wish.explain = List.of("work_mem");
        wish.succeeds();
        assertThat(output.toString())
                .startsWith("16GB, 6 CPU, диск ssd, соединений 1С: 200")
                .contains("источники расходятся");
    }

    @Test
    void refusesToExplainUnknownParameters() {
        Wish wish = new Wish(NODE);
        wish.explain = List.of("wrok_mem", "no such");
        wish.fails("pg1c: errors: 2; nothing was calculated");
        assertThat(lines.all())
                .contains("ERROR pg1c.explain: error PG1C-903: there is no parameter 'wrok_mem' here")
                .anyMatch(line -> line.contains("work_mem") && !line.contains("wrok_mem"));
    }

    @Test
    void comparesWithAnotherPresetAndSaysWhatThatWouldTake() {
        Wish wish = new Wish(NODE);
        wish.compare = Optional.of("its-5866");
        wish.succeeds();
        assertThat(output.toString())
                .containsPattern("(?m)^Parameter +its-5866 +balanced +needs")
                .containsPattern("(?m)^work_mem +256MB +16MB +reload")
                .doesNotContainPattern("(?m)^shared_buffers ");
        assertThat(output.toString()).containsPattern("(?m)^its-5866: a busy hour takes ");
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void comparesWithAFileByMeaning() throws IOException {
        Wish wish = new Wish(NODE);
        wish.against = Optional.of(Files.writeString(directory.resolve("postgresql.conf"), """
                shared_buffers = 4096MB
                include_dir 'conf.d'
                work_mem = 1GB   # by hand
                statement_timeout = 60s
                listen_addresses = '*'
                """));
        Files.writeString(Files.createDirectory(directory.resolve("conf.d")).resolve("1.conf"), "jit = on\n");
        wish.succeeds();
        assertThat(output.toString())
                .containsPattern("(?m)^Parameter +postgresql.conf +balanced ")
                .containsPattern("(?m)^work_mem +1GB +16MB ")
                .doesNotContainPattern("(?m)^shared_buffers ")
                .containsPattern("(?m)^Not compared, decided elsewhere: listen_addresses$")
                .containsPattern("(?m)^Read: postgresql.conf, conf.d/1.conf$")
                .containsPattern("(?m)^postgresql.conf:4: .*statement_timeout")
                .containsPattern("(?m)^jit +on +off ");
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void aFileThatTheServerWouldRefuseIsNotCompared() throws IOException {
        Wish wish = new Wish(NODE);
        wish.against = Optional.of(Files.writeString(directory.resolve("postgresql.conf"), """
                statment_timeout = 60s
                work_mem = much
                random_page_cost = -2
                oops = = 1
                include 'none.conf'
                """));
        wish.fails("pg1c: errors: 5; nothing was calculated");
        assertThat(lines.all())
                .filteredOn(line ->
                        line.startsWith("ERROR pg1c.against: error PG1C-904: the server would refuse the file: "))
                .extracting(line -> line.replaceFirst(".*refuse the file: ", ""))
                .anyMatch(line -> line.startsWith("postgresql.conf:1: ") && line.contains("statment_timeout"))
                .anyMatch(line -> line.startsWith("postgresql.conf:2: "))
                .anyMatch(line -> line.startsWith("postgresql.conf:3: "))
                .contains(
                        "postgresql.conf:4: syntax error near: = 1",
                        "postgresql.conf:5: there is no " + directory.resolve("none.conf"));
        assertThat(output.toString()).isEmpty();
    }

    @Test
    void aTextOfWhichNoLineIsUnderstoodIsRefusedBriefly() throws IOException {
        Wish wish = new Wish(NODE);
        wish.against = Optional.of(
                Files.writeString(directory.resolve("postgresql.conf"), "this is no configuration\n".repeat(1000)));
        wish.fails("pg1c: errors: 21; nothing was calculated");
        assertThat(lines.all()).anyMatch(line -> line.endsWith("further lines like these: 980"));
    }

    @Test
    void whatCannotBeReadIsUnknownAndNotTheDefault() throws IOException {
        Files.createDirectory(directory.resolve("more.conf"));
        Wish wish = new Wish(NODE);
        wish.against = Optional.of(Files.writeString(directory.resolve("postgresql.conf"), """
                shared_buffers = 1GB
                include 'more.conf'
                work_mem = 1GB
                """));
        wish.succeeds();
        assertThat(output.toString())
                .containsPattern("(?m)^work_mem +1GB +16MB ")
                .containsPattern("(?m)^Not compared, the value there is not known: .*shared_buffers.*jit")
                .containsPattern(
                        "(?m)^postgresql.conf:2: include 'more.conf' could not be read, so its values are not known$")
                .doesNotContain("(default)", "Memory in all");
    }

    @Test
    void wrongFiguresAndAWrongFileAreToldTogether() throws IOException {
        Wish wish = new Wish(node("pg1c.cpus=six"));
        wish.against = Optional.of(Files.writeString(directory.resolve("postgresql.conf"), "oops\n"));
        wish.fails("pg1c: errors: 2; nothing was calculated");
        assertThat(lines.all())
                .anyMatch(line -> line.startsWith("ERROR pg1c.cpus: error PG1C-903: "))
                .anyMatch(line -> line.contains("postgresql.conf:1: a value is missing"));
    }

    @Test
    void aScriptLeavesOpenWhatItDoesNotSet() throws IOException {
        Wish wish = new Wish(NODE);
        wish.against =
                Optional.of(Files.writeString(directory.resolve("tuned.sql"), "ALTER SYSTEM SET work_mem = '1GB';\n"));
        wish.succeeds();
        assertThat(output.toString())
                .containsPattern("(?m)^work_mem +1GB +16MB ")
                .containsPattern("(?m)^Not compared, the value there is not known: .*shared_buffers")
                .contains("tuned.sql: a script of ALTER SYSTEM; what it does not set is not known")
                .doesNotContain("(default)");
    }

    @Test
    void missingFileIsAProblem() {
        Wish wish = new Wish(NODE);
        wish.against = Optional.of(directory.resolve("none.conf"));
        wish.fails("pg1c: errors: 1; nothing was calculated");
        assertThat(lines.all()).anyMatch(line -> line.startsWith("ERROR pg1c.against: error PG1C-904: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"conf", "sql", "patroni-dynamic", "patroni-local"})
    void writesWhatProgramsReadBelowACommentOfWhatItIsFor(String format) {
        Wish wish = new Wish(node("pg1c.distribution=pgdg"));
        wish.format = Optional.of(format);
        wish.succeeds();
        String sign = format.equals("sql") ? "-- " : "# ";
        assertThat(output.toString()).startsWith(sign + "16GB, 6 CPU, ");
        assertThat(lines.all()).singleElement().asString().startsWith("WARNING distribution.without-1c: ");
        if (format.equals("conf")) {
            assertThat(PostgresConf.parse(output.toString()).mistakes()).isEmpty();
            assertThat(PostgresConf.parse(output.toString()).values()).containsEntry("shared_buffers", "4GB");
        }
    }

    @Test
    void commentsOfUnequalNodesStayComments() throws IOException {
        Wish wish = new Wish().specification(unequal());
        wish.format = Optional.of("conf");
        wish.succeeds();
        assertThat(PostgresConf.parse(output.toString()).mistakes()).isEmpty();
        assertThat(output.toString()).contains("\n# All members share");
    }

    @Test
    void jsonIsOneDocument() throws IOException {
        Wish wish = new Wish(NODE);
        wish.format = Optional.of("json");
        wish.succeeds();
        assertThat(new ObjectMapper()
                        .readTree(output.toString())
                        .at("/input/connections")
                        .intValue())
                .isEqualTo(200);

        output.setLength(0);
        Wish specified = new Wish().specification(unequal());
        specified.format = Optional.of("json");
        specified.succeeds();
        JsonNode plans = new ObjectMapper().readTree(output.toString());
        assertThat(plans).hasSize(2);
        assertThat(plans.at("/0/cluster").textValue()).isEqualTo("small");
        assertThat(plans.at("/1/nodes/0").textValue()).isEqualTo("n2");
        assertThat(plans.at("/0/plan/input/memory").longValue()).isEqualTo(64L << 30);
    }
}
