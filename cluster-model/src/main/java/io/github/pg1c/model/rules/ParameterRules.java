package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Severity;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.check.OverrideProblem.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** Rules of {@code postgresql.parameters}, as the catalogue of the version and the build knows them. */
final class ParameterRules {

    private static final String EXAMPLE =
            "postgresql:\n  distribution: postgrespro-1c\n  version: 17\n  parameters: {work_mem: 64MB}";
    private static final Set<String> LOSSY = Set.of("off", "local", "false", "no", "0");

    static final List<ClusterRule> ROWS = List.of(
            parameter(321, "Unknown parameter", "Неизвестный параметр")
                    .because(
                            "PostgreSQL does not start with a parameter that it does not know.",
                            "С неизвестным параметром PostgreSQL не запускается.")
                    .mend("Correct the name or remove it.", "Исправьте имя или уберите параметр.")
                    .checkDerived(kind(Kind.UNKNOWN)),
            parameter(322, "The parameter has a value of another type", "Значение параметра другого типа")
                    .because("PostgreSQL does not start with it.", "С таким значением PostgreSQL не запускается.")
                    .mend("Write a value of the parameter's type.", "Укажите значение нужного типа.")
                    .checkDerived(kind(Kind.WRONG_TYPE)),
            parameter(323, "The parameter's value is out of bounds", "Значение параметра вне границ")
                    .because("PostgreSQL does not start with it.", "С таким значением PostgreSQL не запускается.")
                    .mend("Write a value within the bounds.", "Укажите значение в допустимых границах.")
                    .checkDerived(kind(Kind.OUT_OF_BOUNDS)),
            parameter(324, "This version does not have the parameter", "В этой версии нет такого параметра")
                    .because(
                            "Other versions of PostgreSQL have it; this one does not start with it.",
                            "Он есть в других версиях PostgreSQL; эта с ним не запустится.")
                    .mend(
                            "Remove it, or use what has replaced it.",
                            "Уберите его или используйте то, чем его заменили.")
                    .checkDerived(kind(Kind.NOT_IN_MAJOR)),
            parameter(325, "This build does not have the parameter", "В этой сборке нет такого параметра")
                    .because(
                            "Another vendor's build has it; this one does not start with it.",
                            "Он есть в сборке другого поставщика; эта с ним не запустится.")
                    .mend("Remove it.", "Уберите его.")
                    .checkDerived(kind(Kind.NOT_IN_DISTRIBUTION)),
            parameter(
                            326,
                            "The parameter belongs to Patroni or another section",
                            "Параметром управляет Patroni или другой раздел")
                    .because(
                            "The value would be ignored, or would break replication.",
                            "Значение было бы проигнорировано или сломало бы репликацию.")
                    .mend(
                            "Use the key of the specification that decides it.",
                            "Используйте ключ описания, который за него отвечает.")
                    .checkDerived(kind(Kind.MANAGED_BY_PATRONI)),
            parameter(327, "The parameter's value does harm", "Вредное значение параметра")
                    .because(
                            "It breaks 1C's work or endangers the data.",
                            "Оно ломает работу 1С или подвергает опасности данные.")
                    .mend("Leave it to pg1c.", "Доверьте значение pg1c.")
                    .checkDerived(kind(Kind.HARMFUL)),
            parameter(328, "The build does not bring the library", "В сборке нет такой библиотеки")
                    .because(
                            "PostgreSQL does not start when a preloaded library is missing.",
                            "PostgreSQL не запускается, если предзагружаемой библиотеки нет.")
                    .mend(
                            "Remove the library, or choose a build that brings it.",
                            "Уберите библиотеку или выберите сборку, в которой она есть.")
                    .checkDerived(kind(Kind.MISSING_LIBRARY)),
            parameter(329, "synchronous_commit contradicts rpo 0", "synchronous_commit противоречит rpo 0")
                    .because(
                            "With off or local a commit does not wait for the standby: what was acknowledged is "
                                    + "lost with the leader.",
                            "При off и local фиксация не ждёт реплику: подтверждённое теряется вместе с лидером.")
                    .mend(
                            "Remove synchronous_commit, or write rpo: 16MB.",
                            "Уберите synchronous_commit или укажите rpo: 16MB.")
                    .reads("postgresql.parameters", "objectives.rpo")
                    .check((cluster, findings) -> cluster.postgresql()
                            .parameters()
                            .forEach((name, value) -> {
                                if (lossy(cluster, name, value)) {
                                    findings.report(
                                            "postgresql.parameters." + name,
                                            "'" + value + "' with rpo 0 loses acknowledged commits",
                                            "«" + value + "» при rpo 0 теряет подтверждённые транзакции");
                                }
                            })));

    private ParameterRules() {}

    private static ClusterRule parameter(int number, String en, String ru) {
        return ClusterRule.error(number, en, ru)
                .example(EXAMPLE)
                .reads("postgresql.parameters", "postgresql.version", "postgresql.distribution", "objectives.rpo");
    }

    private static BiConsumer<Derivation, RuleFindings> kind(Kind kind) {
        return (facts, findings) -> {
            for (OverrideProblem problem : facts.parameterProblems()) {
                if (problem.kind() == kind && !lossy(facts.cluster(), problem.name(), problem.value())) {
                    findings.report(
                            problem.severity() == OverrideProblem.Severity.ERROR ? Severity.ERROR : Severity.WARNING,
                            "postgresql.parameters." + problem.name(),
                            problem.message(),
                            problem.remedy());
                }
            }
        };
    }

    private static boolean lossy(Cluster cluster, String name, String value) {
        return name.equalsIgnoreCase("synchronous_commit")
                && cluster.objectives().synchronous()
                && LOSSY.contains(value.toLowerCase(Locale.ROOT));
    }
}
