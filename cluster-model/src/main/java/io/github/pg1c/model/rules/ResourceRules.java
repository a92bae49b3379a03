package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.remedy.MemoryRemedy;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.rule.RuleProblem;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rules of memory, processors and connections. */
final class ResourceRules {

    static final String[] READS = {
        "nodes[*].roles",
        "workload",
        "databases[*].application",
        "postgresql.version",
        "postgresql.distribution",
        "postgresql.parameters",
        "objectives.rpo"
    };
    /** What a user mends by another value, and not by removing the parameter. */
    private static final Set<OverrideProblem.Kind> TO_CORRECT = EnumSet.of(
            OverrideProblem.Kind.UNKNOWN, OverrideProblem.Kind.WRONG_TYPE, OverrideProblem.Kind.OUT_OF_BOUNDS);

    static final String[] FIGURES = {"nodes[*].resources", "nodes[*].shared", "nodes[*].name", "resources"};
    private static final String MEMORY = ".resources.memory";
    private static final String CPUS = ".resources.cpus";
    private static final String EXAMPLE = "resources: {memory: 16GB, cpus: 6, disk: ssd}\nworkload: {connections: 200}";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(
                            401,
                            "Memory or processors of a PostgreSQL node are not known",
                            "Не указаны память или ядра узла PostgreSQL")
                    .because(
                            "Every parameter of memory and parallel work is calculated from them.",
                            "По ним рассчитываются все параметры памяти и параллельной работы.")
                    .mend(
                            "Write resources: {memory: …, cpus: …} for the cluster or for the node.",
                            "Укажите resources: {memory: …, cpus: …} для кластера или для узла.")
                    .example(EXAMPLE)
                    .readsEach("nodes[*].roles", "nodes[*].resources", "nodes[*].name", "resources")
                    .check((cluster, findings) -> NodeRules.each(cluster, (path, node) -> {
                        Resources resources = cluster.resourcesOf(node);
                        if (!node.has(NodeRole.POSTGRESQL)) {
                            return;
                        }
                        String name = findings.name(path, node.name());
                        if (resources.memory() == null && findings.known("resources.memory", path + MEMORY)) {
                            findings.report(
                                    path, "the memory of " + name + " is not known", "не указана память узла " + name);
                        }
                        if (resources.cpus() == null && findings.known("resources.cpus", path + CPUS)) {
                            findings.report(
                                    path,
                                    "the processors of " + name + " are not known",
                                    "не указано число ядер узла " + name);
                        }
                    })),
            ClusterRule.error(
                            402,
                            "Memory or processors are outside of what rules are made for",
                            "Память или ядра вне пределов, для которых есть правила")
                    .because(
                            "Below 512MB PostgreSQL and its neighbours do not fit; numbers beyond 4096 cores are "
                                    + "typing errors.",
                            "Меньше чем в 512MB PostgreSQL с соседями не умещается; больше 4096 ядер — опечатка.")
                    .mend(
                            "Write memory of 512MB or more and 1 to 4096 cpus.",
                            "Укажите memory от 512MB и cpus от 1 до 4096.")
                    .example(EXAMPLE)
                    .readsEach("nodes[*].roles", "nodes[*].resources", "nodes[*].name", "resources")
                    .check((cluster, findings) -> NodeRules.each(cluster, (path, node) -> {
                        MemorySize memory = cluster.resourcesOf(node).memory();
                        Integer cpus = cluster.resourcesOf(node).cpus();
                        if (!node.has(NodeRole.POSTGRESQL)) {
                            return;
                        }
                        // A value that could not be read is absent, and what stands in its place may be the cluster's.
                        String name = findings.name(path, node.name());
                        if (memory != null
                                && memory.compareTo(TuningInput.LEAST_MEMORY) < 0
                                && findings.known(path + MEMORY)) {
                            findings.report(
                                    path, "memory of " + name + " is " + memory, "память узла " + name + ": " + memory);
                        }
                        if (cpus != null && (cpus < 1 || cpus > 4096) && findings.known(path + CPUS)) {
                            findings.report(
                                    path, "cpus of " + name + " is " + cpus, "ядер у узла " + name + ": " + cpus);
                        }
                    })),
            ClusterRule.error(403, "The number of connections is not possible", "Невозможное число соединений")
                    .because(
                            "max_connections, the lock table and the pool are made from it.",
                            "Из него получаются max_connections, таблица блокировок и пул.")
                    .mend("Write 1 to 100000.", "Укажите от 1 до 100000.")
                    .example("workload: {connections: 200}")
                    .reads("workload.connections")
                    .check((cluster, findings) -> {
                        int connections = cluster.workload().connections();
                        if (connections < 1 || connections > TuningInput.MOST_CONNECTIONS) {
                            findings.report(
                                    "workload.connections",
                                    "'" + connections + "' is not within 1 and 100000",
                                    "«" + connections + "» не в пределах 1–100000");
                        }
                    }),
            ClusterRule.error(404, "The connections do not fit into the memory", "Соединения не умещаются в память")
                    .because(
                            "In a busy hour the kernel would kill PostgreSQL (out of memory), and all sessions "
                                    + "would end.",
                            "В час пик ядро завершит PostgreSQL из-за нехватки памяти, и оборвутся все сеансы.")
                    .mend(
                            "Give the node more memory, or 1C fewer connections.",
                            "Добавьте узлу памяти или уменьшите число соединений 1С.")
                    .example(EXAMPLE)
                    .reads(READS)
                    .readsEach(FIGURES)
                    .checkDerived((facts, findings) -> budgeted(facts, findings).forEach((path, input) -> {
                        MemoryBudget budget = facts.plan(input).budget();
                        if (!budget.fits()) {
                            findings.report(
                                    path,
                                    tooMuch(budget),
                                    MemoryRemedy.remedy(input, facts.plan(input).rules()));
                        }
                    })),
            ClusterRule.warning(
                            405, "The worst case does not fit into the memory", "Худший случай не умещается в память")
                    .because(
                            "If every session did its most at the same moment, memory would not suffice; a busy "
                                    + "hour does fit.",
                            "Если все сеансы одновременно возьмут предельное, памяти не хватит; обычный час пик "
                                    + "умещается.")
                    .mend(
                            "Watch memory under load; more memory or fewer connections remove the risk.",
                            "Следите за памятью под нагрузкой; риск снимают дополнительная память или меньше "
                                    + "соединений.")
                    .example(EXAMPLE)
                    .reads(READS)
                    .readsEach(FIGURES)
                    .checkDerived((facts, findings) -> budgeted(facts, findings).forEach((path, input) -> {
                        MemoryBudget budget = facts.plan(input).budget();
                        if (budget.fits() && !budget.worstFits()) {
                            String sum = megabytes(budget.worst()) + " > " + megabytes(budget.limit());
                            findings.report(path, "worst case " + sum, "худший случай: " + sum);
                        }
                    })),
            ClusterRule.error(406, "A parameter leaves too few places", "Параметр оставляет слишком мало мест")
                    .because(
                            "Sessions of 1C would be refused, or a standby could not connect to the leader.",
                            "Сеансы 1С получат отказ, или реплика не подключится к лидеру.")
                    .mend(
                            "Remove max_connections, max_wal_senders and max_replication_slots from "
                                    + "postgresql.parameters.",
                            "Уберите max_connections, max_wal_senders и max_replication_slots из "
                                    + "postgresql.parameters.")
                    .example("workload: {connections: 200}")
                    .reads(READS)
                    .readsEach(FIGURES)
                    .checkDerived((facts, findings) -> ofTheNode(facts, OverrideProblem.Severity.ERROR, findings)),
            ClusterRule.warning(
                            407, "More connections than the processors serve", "Соединений больше, чем обслужат ядра")
                    .because(
                            "1C's own advice is 50 connections for each core; beyond it sessions wait for each other.",
                            "1С советует не более 50 соединений на ядро; сверх этого сеансы ждут друг друга.")
                    .mend(
                            "Give the node more processors, or 1C fewer connections.",
                            "Добавьте узлу ядер или уменьшите число соединений 1С.")
                    .example(EXAMPLE)
                    .reads("nodes[*].roles", "workload")
                    .readsEach(FIGURES)
                    .checkDerived((facts, findings) -> review(facts, "connections.cpus", findings)),
            ClusterRule.warning(408, "The preset is there for comparison", "Этот набор правил — для сравнения")
                    .because(
                            "It repeats its source even where that exceeds the memory or does not survive a failover.",
                            "Он повторяет свой источник даже там, где тот превышает память или не переживёт "
                                    + "смену лидера.")
                    .mend("Use balanced for a cluster at work.", "Для рабочего кластера используйте balanced.")
                    .example("workload: {connections: 200, preset: balanced}")
                    .reads("nodes[*].roles", "workload")
                    .readsEach(FIGURES)
                    .checkDerived((facts, findings) -> review(facts, "preset.reference", findings)),
            ClusterRule.warning(409, "A parameter does not go with the node", "Параметр не подходит узлу")
                    .because(
                            "What is right depends on the node's hardware, by which the other parameters are "
                                    + "calculated.",
                            "Верное значение зависит от оборудования узла, по которому рассчитаны остальные параметры.")
                    .mend("Remove it from postgresql.parameters.", "Уберите его из postgresql.parameters.")
                    .example("workload: {connections: 200}")
                    .reads(READS)
                    .readsEach(FIGURES)
                    .checkDerived((facts, findings) -> ofTheNode(facts, OverrideProblem.Severity.WARNING, findings)),
            ClusterRule.error(
                            410,
                            "A rule of your own comes to a refused value",
                            "Собственное правило даёт недопустимое значение")
                    .because(
                            "PostgreSQL does not start with the value, or the value breaks 1C's work.",
                            "С таким значением PostgreSQL не запускается, или оно ломает работу 1С.")
                    .mend("Correct the rule as the message says.", "Исправьте правило, как сказано в сообщении.")
                    .example("workload: {connections: 200, preset: balanced}")
                    .reads(READS)
                    .readsEach(FIGURES)
                    .checkDerived((facts, findings) -> ownRules(facts, RuleProblem.Kind.VALUE, findings)),
            ClusterRule.error(411, "A rule of your own fails", "Собственное правило не работает")
                    .because(
                            "The rule throws an exception, returns null, or waits for its own value.",
                            "Правило бросает исключение, возвращает null или ждёт собственного значения.")
                    .mend(
                            "Correct the rule, or name a preset without it.",
                            "Исправьте правило или укажите набор правил без него.")
                    .example("workload: {connections: 200, preset: balanced}")
                    .reads(READS)
                    .readsEach(FIGURES)
                    .checkDerived((facts, findings) -> ownRules(facts, RuleProblem.Kind.FAILURE, findings)),
            ClusterRule.warning(
                            412,
                            "A rule of your own comes to a doubtful value",
                            "Собственное правило даёт сомнительное значение")
                    .because(
                            "The value is accepted, but pg1c does not know the parameter of this build, or the value "
                                    + "costs safety or speed.",
                            "Значение принято, но такой параметр этой сборки pg1c не знает, или значение вредит "
                                    + "надёжности либо скорости.")
                    .mend("Check the rule as the message says.", "Проверьте правило, как сказано в сообщении.")
                    .example("workload: {connections: 200, preset: balanced}")
                    .reads(READS)
                    .readsEach(FIGURES)
                    .checkDerived((facts, findings) -> inputs(facts, findings).values().stream()
                            .flatMap(input -> Calculator.review(facts.plan(input)).stream())
                            .filter(finding -> finding.code().equals("rule.value"))
                            .distinct()
                            .forEach(finding ->
                                    findings.report("workload.preset", finding.message(), finding.remedy()))));

    private ResourceRules() {}

    /** Parameters that are wrong only for the hardware of a node; each is reported once. */
    private static void ofTheNode(Derivation facts, OverrideProblem.Severity severity, RuleFindings findings) {
        List<OverrideProblem> known = facts.parameterProblems();
        inputs(facts, findings).values().stream()
                .flatMap(input -> Calculator.check(input, facts.cluster().rules()).stream())
                .filter(problem -> problem.severity() == severity && !known.contains(problem))
                .distinct()
                .forEach(problem -> findings.report(
                        "postgresql.parameters." + problem.name(), problem.message(), problem.remedy()));
    }

    /** Faults of the user's rules; a rule that is faulty for several nodes is reported once. */
    private static void ownRules(Derivation facts, RuleProblem.Kind kind, RuleFindings findings) {
        Set<String> reported = new HashSet<>();
        inputs(facts, findings).values().stream()
                .flatMap(input -> facts.ruleProblems(input).stream())
                .filter(problem -> problem.kind() == kind && reported.add(problem.rule()))
                .forEach(problem -> findings.report("workload.preset", problem.message(), problem.remedy()));
    }

    /** Findings of the calculator with one code, for each node. */
    private static void review(Derivation facts, String code, RuleFindings findings) {
        PgMajor major = facts.cluster().postgresql().version();
        figures(facts, findings).forEach((path, figures) -> {
            TuningInput input = major.supported()
                    ? figures
                    : figures.toBuilder().major(PgMajor.NEWEST_SUPPORTED).build();
            Calculator.review(facts.plan(input)).stream()
                    .filter(finding -> finding.code().equals(code))
                    .forEach(finding -> findings.report(path, finding.message(), finding.remedy()));
        });
    }

    /** Inputs of which the memory can be added up: none while the value of a parameter has to be corrected. */
    static Map<String, TuningInput> budgeted(Derivation facts, RuleFindings findings) {
        boolean known = facts.parameterProblems().stream()
                .noneMatch(problem ->
                        problem.severity() == OverrideProblem.Severity.ERROR && TO_CORRECT.contains(problem.kind()));
        return known ? inputs(facts, findings) : Map.of();
    }

    /** Inputs of the calculator by the node's path; none for an unsupported version. */
    private static Map<String, TuningInput> inputs(Derivation facts, RuleFindings findings) {
        return facts.cluster().postgresql().version().supported() ? figures(facts, findings) : Map.of();
    }

    /** Inputs of the calculator by the node's path, without erroneous nodes and parameters. */
    private static Map<String, TuningInput> figures(Derivation facts, RuleFindings findings) {
        Cluster cluster = facts.cluster();
        Map<String, TuningInput> inputs = new LinkedHashMap<>();
        Map<String, String> parameters = new TreeMap<>(cluster.postgresql().overrides());
        facts.parameterProblems().stream()
                .filter(problem -> problem.severity() == OverrideProblem.Severity.ERROR)
                .forEach(problem -> parameters.keySet().removeIf(problem.name()::equalsIgnoreCase));
        int connections = cluster.workload().connections();
        if (connections < 1
                || connections > TuningInput.MOST_CONNECTIONS
                || cluster.nodesWith(NodeRole.POSTGRESQL).size() > NodeRules.MOST_MEMBERS) {
            return inputs;
        }
        NodeRules.each(cluster, (path, node) -> {
            MemorySize memory = cluster.resourcesOf(node).memory();
            Integer cpus = cluster.resourcesOf(node).cpus();
            if (node.has(NodeRole.POSTGRESQL)
                    && known(path, node, findings)
                    && memory != null
                    && memory.compareTo(TuningInput.LEAST_MEMORY) >= 0
                    && cpus != null
                    && cpus >= 1
                    && cpus <= 4096) {
                inputs.put(path, ClusterTuning.input(cluster, node).withOverrides(parameters));
            }
        });
        return inputs;
    }

    /** Whether every figure of a node was read: each is its own, or the cluster's. */
    private static boolean known(String path, Node node, RuleFindings findings) {
        Resources own = node.resources();
        boolean complete = own != null
                && own.memory() != null
                && own.cpus() != null
                && own.disk() != null
                && own.walDisk() != null
                && own.dataDisk() != null;
        return findings.known(path + ".resources", path + ".shared") && (complete || findings.known("resources"));
    }

    private static Text tooMuch(MemoryBudget budget) {
        String sum = megabytes(budget.typical()) + " > " + megabytes(budget.limit());
        return Text.of(
                "a busy hour needs " + sum + "\n" + budget.sum(Language.EN).stripTrailing(),
                "в час пик нужно " + sum + "\n" + budget.sum(Language.RU).stripTrailing());
    }

    private static String megabytes(MemorySize size) {
        return size.megabytes() + " MB";
    }
}
