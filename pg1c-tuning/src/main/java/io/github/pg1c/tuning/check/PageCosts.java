package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.GucNumber;
import io.github.pg1c.tuning.check.OverrideProblem.Kind;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import io.github.pg1c.tuning.input.TuningInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A sequential page that was made dearer than the random one, which the disk's class decides. */
public final class PageCosts {

    private static final String SEQUENTIAL = "seq_page_cost";
    private static final String RANDOM = "random_page_cost";

    private PageCosts() {}

    public static List<OverrideProblem> check(TuningInput input) {
        Map<String, String> said = new TreeMap<>();
        input.overrides().forEach((name, value) -> said.put(name.toLowerCase(Locale.ROOT), value));
        String value = said.get(SEQUENTIAL);
        if (value == null || said.containsKey(RANDOM)) {
            return List.of();
        }
        OptionalDouble sequential = GucNumber.parse(value, null);
        String planned =
                Calculator.plan(input.withOverrides(Map.of())).value(RANDOM).orElseThrow();
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
}
