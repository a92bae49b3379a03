package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.RuleFaults;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import io.github.pg1c.tuning.input.Application;
import io.github.pg1c.tuning.input.PoolMode;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.DiskBudget;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reviews a whole plan: overrides, node, and the sums of the values. */
public final class PlanReview {

    private final TuningPlan plan;
    private final TuningInput input;
    private final List<PlanFinding> findings = new ArrayList<>();

    private PlanReview(TuningPlan plan) {
        this.plan = plan;
        this.input = plan.input();
    }

    /** The findings: errors first, then warnings, each in the order of the checks. */
    public static List<PlanFinding> of(TuningPlan plan) {
        PlanReview review = new PlanReview(plan);
        review.overrides();
        review.ownRules();
        review.version();
        review.pooling();
        review.memory();
        review.disks();
        review.connections();
        review.container();
        review.preset();
        review.findings.sort(Comparator.comparing(PlanFinding::severity));
        return Collections.unmodifiableList(review.findings);
    }

    private void overrides() {
        for (OverrideProblem problem : InputCheck.problems(input, plan.rules())) {
            String kind = problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            findings.add(new PlanFinding(
                    "override." + kind, problem.severity(), problem.name(), problem.message(), problem.remedy()));
        }
    }

    /** Doubtful values of the user's rules; refused ones do not get into a plan. */
    private void ownRules() {
        for (PlannedParameter parameter : plan.parameters()) {
            plan.rules()
                    .rule(parameter.name())
                    .filter(rule -> !(rule instanceof PresetRule))
                    .filter(rule -> !parameter.overridden())
                    .ifPresent(rule -> RuleExamination.problems(input, rule, parameter.value())
                            .forEach(problem -> warning(
                                    "rule.value",
                                    parameter.name(),
                                    RuleFaults.named(rule, problem.message()),
                                    RuleFaults.correction(problem.remedy()))));
        }
    }

    private void version() {
        PgMajor major = input.major();
        if (major.atLeast(19) && input.distribution().serves1c() && of1c()) {
            error(
                    "version.strings",
                    "major",
                    Text.of(
                            "1C does not work with PostgreSQL " + major
                                    + ": standard_conforming_strings can no longer be switched off",
                            "1С не работает с PostgreSQL " + major
                                    + ": standard_conforming_strings больше нельзя выключить"),
                    Text.of("choose 18 or lower", "выберите 18 или ниже"));
        } else if (!major.supported()) {
            error(
                    "version.unknown",
                    "major",
                    Text.of(
                            "PostgreSQL " + major + " is not within " + PgMajor.SUPPORTED,
                            "PostgreSQL " + major + " не входит в " + PgMajor.SUPPORTED),
                    Text.of("choose one of " + PgMajor.SUPPORTED, "выберите одну из " + PgMajor.SUPPORTED));
        }
        if (!input.distribution().serves1c() && of1c()) {
            warning(
                    "distribution.without-1c",
                    "distribution",
                    Text.of(
                            "the build " + input.distribution().id()
                                    + " lacks mchar, fulleq and fasttrun: no infobase can live in it",
                            "в сборке " + input.distribution().id()
                                    + " нет mchar, fulleq и fasttrun: информационную базу в ней не создать"),
                    Text.of("choose a build for 1C", "выберите сборку для 1С"));
        }
    }

    private boolean of1c() {
        return input.application() == Application.ONE_C;
    }

    private void pooling() {
        if (input.pooling() != PoolMode.SESSION && input.pooling() != PoolMode.OFF && of1c()) {
            error(
                    "pooling.mode",
                    "pool_mode",
                    Text.of(
                            "pool_mode = " + input.pooling().id()
                                    + " gives the connection away within a session: 1C loses its temporary tables and the"
                                    + " parameters that it set on connect",
                            "pool_mode = " + input.pooling().id()
                                    + " отдаёт соединение другому посреди сеанса: 1С теряет временные таблицы и параметры,"
                                    + " заданные при подключении"),
                    Text.of("write session", "напишите session"));
        }
    }

    private void memory() {
        MemoryBudget budget = plan.budget();
        if (!budget.fits()) {
            // A preset for comparison repeats the sums of its source, also above the memory.
            add(
                    "memory.typical",
                    input.preset().forComparison() ? Severity.WARNING : Severity.ERROR,
                    "memory",
                    Text.of(
                            "a busy hour takes " + budget.typical().megabytes() + " MB of "
                                    + budget.limit().megabytes() + " MB",
                            "в час пик требуется " + budget.typical().megabytes() + " МБ из "
                                    + budget.limit().megabytes() + " МБ"),
                    Text.of(
                            "add memory, or let " + input.application().title().en() + " open fewer connections",
                            "добавьте память или уменьшите число "
                                    + input.application().of("", "соединений").ru()));
        } else if (!budget.worstFits()) {
            warning(
                    "memory.worst",
                    "memory",
                    Text.of(
                            "the worst case takes " + budget.worst().megabytes() + " MB of "
                                    + budget.limit().megabytes() + " MB: "
                                    + percent(budget) + " %",
                            "в худшем случае требуется " + budget.worst().megabytes() + " МБ из "
                                    + budget.limit().megabytes() + " МБ: " + percent(budget) + " %"),
                    input.preset().equals(Preset.BALANCED)
                            ? Text.of(
                                    "add memory, or lower work_mem and temp_buffers",
                                    "добавьте память либо уменьшите work_mem и temp_buffers")
                            : Text.of(
                                    "choose the preset balanced, add memory, or lower work_mem and temp_buffers",
                                    "выберите набор balanced, добавьте память либо уменьшите work_mem и temp_buffers"));
        }
    }

    private void disks() {
        for (DiskBudget disk : plan.disks()) {
            if (!disk.headroomFits()) {
                add(
                        disk.fits() ? "disk.headroom" : "disk.full",
                        disk.fits() ? Severity.WARNING : Severity.ERROR,
                        "walDisk",
                        disk.shortage(),
                        Text.of(
                                "give a larger disk, or lower max_wal_size and max_slot_wal_keep_size",
                                "дайте диск больше или уменьшите max_wal_size и max_slot_wal_keep_size"));
            }
        }
    }

    private static long percent(MemoryBudget budget) {
        return Math.round(100.0 * budget.worst().bytes() / budget.limit().bytes());
    }

    private void connections() {
        int most = 50 * input.usableCpus();
        if (input.connections() > most) {
            warning(
                    "connections.cpus",
                    "connections",
                    Text.of(
                            input.connections() + " connections are more than 50 for each of " + input.usableCpus()
                                    + " processors",
                            "соединений " + input.connections() + " — больше 50 на каждое из ядер, которых "
                                    + input.usableCpus()),
                    Text.of(
                            "add processors, or let "
                                    + input.application().title().en() + " open " + most + " at most",
                            "добавьте ядра или ограничьте "
                                    + input.application().title().ru() + " числом " + most));
        }
    }

    private void container() {
        if (input.container().isPresent()) {
            warning(
                    "container.kernel",
                    "container",
                    Text.of(
                            "the kernel's settings belong to the host and not to the container, huge pages included",
                            "настройки ядра, включая большие страницы, принадлежат хосту, а не контейнеру"),
                    Text.of("apply them on the host", "примените их на хосте"));
        }
    }

    private void preset() {
        if (input.preset().forComparison()) {
            warning(
                    "preset.reference",
                    "preset",
                    Text.of(
                            "the preset " + input.preset().id()
                                    + " is there for comparison: it repeats its source, also where that does not fit a cluster",
                            "набор " + input.preset().id()
                                    + " нужен для сравнения: он повторяет свой источник даже там, где тот не подходит кластеру"),
                    Text.of("use balanced for a cluster at work", "для рабочего кластера используйте balanced"));
        }
    }

    private void error(String code, String subject, Text message, Text remedy) {
        add(code, Severity.ERROR, subject, message, remedy);
    }

    private void warning(String code, String subject, Text message, Text remedy) {
        add(code, Severity.WARNING, subject, message, remedy);
    }

    private void add(String code, Severity severity, String subject, Text message, Text remedy) {
        findings.add(new PlanFinding(code, severity, subject, message, remedy));
    }
}
