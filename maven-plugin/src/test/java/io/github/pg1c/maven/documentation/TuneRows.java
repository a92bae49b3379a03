package io.github.pg1c.maven.documentation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.tuning.input.InputField;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.text.PlanFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What each parameter of the goal {@code tune} means; the calculator says it of what describes a node. */
final class TuneRows {

    /**
     * A row.
     *
     * @param otherwise the default; a dash where there is none
     * @param words what it may be; none where it is a figure or a name
     */
    record Row(String property, Text otherwise, Text meaning, List<String> words) {}

    private static final Text NONE = Text.same("–");
    private static final Text ALL = Text.of("all", "все");

    static final List<Row> ROWS = new ArrayList<>();

    static {
        figure(PropertyNames.MEMORY, InputField.MEMORY);
        figure(PropertyNames.CPUS, InputField.CPUS);
        figure(PropertyNames.CONNECTIONS, InputField.CONNECTIONS);
        figure(PropertyNames.APPLICATION, InputField.APPLICATION);
        figure(PropertyNames.DISK, InputField.DISK);
        figure(PropertyNames.DATABASE_SIZE, InputField.DATABASE_SIZE);
        figure(PropertyNames.WAL_DISK, InputField.WAL_DISK);
        figure(PropertyNames.POSTGRESQL, InputField.MAJOR);
        figure(PropertyNames.DISTRIBUTION, InputField.DISTRIBUTION);
        figure(PropertyNames.LZ4, InputField.LZ4);
        figure(
                PropertyNames.PRESET,
                InputField.PRESET,
                RuleSets.builtIn().presets().stream().map(Preset::id).toList());
        figure(PropertyNames.STANDBYS, InputField.STANDBYS);
        figure(PropertyNames.SYNCHRONOUS, InputField.SYNCHRONOUS);
        figure(PropertyNames.DATABASE_COPIES, InputField.DATABASE_COPIES);
        figure(PropertyNames.SHARED, InputField.SHARED_WITH_1C_SERVER);
        figure(PropertyNames.POOLING, InputField.POOLING);
        row(
                PropertyNames.CONTAINER_MEMORY,
                NONE,
                "memory that a container may take of the node",
                "память узла, которую может занять контейнер");
        row(
                PropertyNames.CONTAINER_CPUS,
                NONE,
                "processors that it may take, as `2.5`",
                "процессоры, которые он может занять, в виде `2.5`");
        row(
                PropertyNames.SET,
                NONE,
                InputField.OVERRIDES.title().en() + ": `work_mem=64MB,jit=off`",
                InputField.OVERRIDES.title().ru() + ": `work_mem=64MB,jit=off`");
        row(PropertyNames.CLUSTER, ALL, "which of the specified clusters", "какой из описанных кластеров");
        row(PropertyNames.NODE, ALL, "which of its nodes", "какой из его узлов");
        ROWS.add(new Row(
                PropertyNames.FORMAT,
                code(PlanFormat.TABLE.id()),
                Text.of("form of the plan", "форма расчёта"),
                Arrays.stream(PlanFormat.values()).map(PlanFormat::id).toList()));
        row(
                PropertyNames.EXPLAIN,
                NONE,
                "only these parameters, `work_mem,vm.nr_hugepages`, with what other presets come to and where sources"
                        + " differ",
                "только эти параметры, `work_mem,vm.nr_hugepages`: что дают другие наборы правил и в чём расходятся"
                        + " источники");
        row(
                PropertyNames.COMPARE,
                NONE,
                "what another preset would make different, by meaning: `8GB` is `8192MB`",
                "чем отличался бы другой набор правил, по смыслу: `8GB` — это `8192MB`");
        row(
                PropertyNames.AGAINST,
                NONE,
                "what differs from a `postgresql.conf` with everything that it includes, or from a script of `ALTER SYSTEM`;"
                        + " what the server would refuse is an error with its line",
                "чем отличается `postgresql.conf` со всем, что он включает, или сценарий `ALTER SYSTEM`;"
                        + " что сервер отклонил бы, — ошибка с её строкой");
        row(
                PropertyNames.OUTPUT_FILE,
                Text.of("standard output", "стандартный вывод"),
                "a file for what is shown",
                "файл для того, что показано");
    }

    private TuneRows() {}

    private static void figure(String property, InputField field) {
        figure(property, field, field.words());
    }

    private static void figure(String property, InputField field, List<String> words) {
        ROWS.add(new Row(property, field.defaultValue().map(TuneRows::code).orElse(NONE), field.title(), words));
    }

    private static Text code(String value) {
        return Text.same("`" + value + "`");
    }

    private static void row(String property, Text otherwise, String en, String ru) {
        ROWS.add(new Row(property, otherwise, Text.of(en, ru), List.of()));
    }
}
