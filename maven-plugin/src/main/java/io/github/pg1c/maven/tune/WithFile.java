package io.github.pg1c.maven.tune;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.check.OverrideProblem.Kind;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import io.github.pg1c.tuning.compare.PlanComparison;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.text.PostgresConf;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks for the differences from an existing configuration. One that the server would refuse has no answer.
 *
 * @param shown the file as the user sees it
 * @param conf its content
 * @param paths shows a file that it includes
 */
record WithFile(String shown, PostgresConf conf, UnaryOperator<String> paths) implements Question {

    /** What no version and build takes; other mistakes depend on those that the file is for. */
    private static final Set<Kind> REFUSED = EnumSet.of(Kind.UNKNOWN, Kind.WRONG_TYPE, Kind.OUT_OF_BOUNDS);

    private static final int SHOWN = 20;

    /** Adds a problem for each line that the server refuses. */
    void mistakes(ParameterProblems problems) {
        conf.mistakes().stream()
                .limit(SHOWN)
                .forEach(mistake -> refuse(
                        at(mistake.file(), mistake.line(), mistake.message()),
                        Text.of("correct the line", "исправьте строку"),
                        problems));
        if (conf.mistakes().size() > SHOWN) {
            int more = conf.mistakes().size() - SHOWN;
            refuse(
                    Text.of("further lines like these: " + more, "ещё таких строк: " + more),
                    Text.of("is it a postgresql.conf?", "это postgresql.conf?"),
                    problems);
        }
    }

    @Override
    public void check(TuningPlan plan, ParameterProblems problems) {
        values(plan).filter(WithFile::refused).forEach(problem -> refuse(place(problem), problem.remedy(), problems));
    }

    private static void refuse(Text message, Text remedy, ParameterProblems problems) {
        problems.add(
                ParameterProblems.FILE,
                PropertyNames.AGAINST,
                Text.of("the server would refuse the file: " + message.en(), "сервер отклонит файл: " + message.ru()),
                remedy);
    }

    @Override
    public Text answer(TuningPlan plan) {
        PlanComparison comparison = PlanComparison.of(conf, plan);
        String ours = plan.input().preset().id();
        return Text.of(comparison.table(shown, ours, Language.EN), comparison.table(shown, ours, Language.RU));
    }

    @Override
    public List<Text> remarks(TuningPlan plan) {
        List<Text> remarks = new ArrayList<>();
        if (conf.files().size() > 1) {
            String read = conf.files().stream().distinct().map(paths).collect(Collectors.joining(", "));
            remarks.add(Text.of("Read: " + read, "Прочитано: " + read));
        }
        if (conf.script()) {
            remarks.add(Text.of(
                    shown + ": a script of ALTER SYSTEM; what it does not set is not known",
                    shown + ": сценарий ALTER SYSTEM; что он не задаёт, неизвестно"));
        }
        conf.includes()
                .forEach(include -> remarks.add(at(
                        include.file(),
                        include.line(),
                        Text.of(
                                include.directive() + " '" + include.path()
                                        + "' could not be read, so its values are not known",
                                include.directive() + " '" + include.path()
                                        + "' не удалось прочитать, поэтому его значения неизвестны"))));
        values(plan).filter(problem -> !refused(problem)).map(this::place).forEach(remarks::add);
        return remarks;
    }

    /** What is wrong with the values in force. */
    private Stream<OverrideProblem> values(TuningPlan plan) {
        return Calculator.check(plan.input().withOverrides(conf.values()), plan.rules()).stream()
                .filter(problem -> problem.kind() != Kind.MANAGED_BY_PATRONI);
    }

    private static boolean refused(OverrideProblem problem) {
        return problem.severity() == Severity.ERROR && REFUSED.contains(problem.kind());
    }

    /** The problem at the line in force; the last of several. */
    private Text place(OverrideProblem problem) {
        return conf.settings().stream()
                .filter(setting -> setting.name().equalsIgnoreCase(problem.name()))
                .reduce((one, other) -> other)
                .map(setting -> at(setting.file(), setting.line(), problem.message()))
                .orElse(problem.message());
    }

    private Text at(String file, int line, Text remark) {
        String place = paths.apply(file) + (line == 0 ? "" : ":" + line) + ": ";
        return Text.of(place + remark.en(), place + remark.ru());
    }
}
