package io.github.pg1c.maven.tune;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.compare.PlanComparison;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.text.PostgresConf;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks for the differences from an existing configuration.
 *
 * @param shown the file as the user sees it
 * @param conf its content
 */
record WithFile(String shown, PostgresConf conf) implements Question {

    @Override
    public Text answer(TuningPlan plan) {
        PlanComparison comparison = PlanComparison.of(conf, plan);
        String ours = plan.input().preset().id();
        return Text.of(comparison.table(shown, ours, Language.EN), comparison.table(shown, ours, Language.RU));
    }

    @Override
    public List<Text> remarks(TuningPlan plan) {
        List<Text> remarks = new ArrayList<>();
        conf.mistakes()
                .forEach(mistake -> remarks.add(at(
                        mistake.line(),
                        Text.of(
                                "the server would refuse the file because of: " + mistake.text(),
                                "сервер отклонит файл из-за: " + mistake.text()))));
        conf.includes()
                .forEach(include -> remarks.add(at(
                        include.line(),
                        Text.of(
                                include.directive() + " '" + include.path() + "' was not read",
                                include.directive() + " '" + include.path() + "' не читался"))));
        Calculator.check(plan.input().withOverrides(conf.values()), plan.rules()).stream()
                .filter(problem -> problem.kind() != OverrideProblem.Kind.MANAGED_BY_PATRONI)
                .forEach(problem -> remarks.add(at(line(problem.name()), problem.message())));
        return remarks;
    }

    /** The line in force; the last of several. */
    private int line(String name) {
        return conf.settings().stream()
                .filter(setting -> setting.name().equalsIgnoreCase(name))
                .mapToInt(PostgresConf.Setting::line)
                .max()
                .orElse(1);
    }

    private Text at(int line, Text remark) {
        String place = shown + ":" + line + ": ";
        return Text.of(place + remark.en(), place + remark.ru());
    }
}
