package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.FaultyRule;
import io.github.pg1c.tuning.calculation.PlannedValues;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.check.OverrideProblem.Kind;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Warns of a seq_page_cost above the planned random_page_cost, which follows from the disk's class. */
final class PageCosts {

    private static final String SEQUENTIAL = "seq_page_cost";
    private static final String RANDOM = "random_page_cost";

    private PageCosts() {}

    static List<OverrideProblem> check(TuningInput input, ParameterCatalogue catalogue, RuleSet rules) {
        Map<String, String> given = new TreeMap<>();
        input.overrides().forEach((name, value) -> given.put(name.toLowerCase(Locale.ROOT), value));
        String value = given.get(SEQUENTIAL);
        if (value == null || given.containsKey(RANDOM)) {
            return List.of();
        }
        OptionalDouble sequential =
                catalogue.find(SEQUENTIAL).map(spec -> spec.number(value)).orElse(OptionalDouble.empty());
        String planned = planned(input, catalogue, rules);
        if (sequential.isEmpty() || sequential.getAsDouble() <= Double.parseDouble(planned)) {
            return List.of();
        }
        return List.of(new OverrideProblem(
                Kind.HARMFUL,
                Severity.WARNING,
                SEQUENTIAL,
                value,
                Text.of(
                        SEQUENTIAL + " = '" + value + "': above the planned " + RANDOM + " of " + planned
                                + " the planner believes that random reads are the cheaper ones",
                        SEQUENTIAL + " = '" + value + "': больше расчётного " + RANDOM + " " + planned
                                + ", планировщик сочтёт случайное чтение более дешёвым"),
                Text.of("write 1", "напишите 1")));
    }

    /** The planned random_page_cost; the server's default when a rule of the user is faulty, which the plan reports. */
    private static String planned(TuningInput input, ParameterCatalogue catalogue, RuleSet rules) {
        TuningInput plain = input.withOverrides(Map.of());
        try {
            return new PlannedValues(
                            plain,
                            catalogue,
                            Map.of(),
                            rules,
                            (rule, result) -> RuleExamination.require(plain, rule, result))
                    .value(RANDOM)
                    .orElseThrow();
        } catch (FaultyRule fault) {
            return planned(input, catalogue, RuleSet.none());
        }
    }
}
