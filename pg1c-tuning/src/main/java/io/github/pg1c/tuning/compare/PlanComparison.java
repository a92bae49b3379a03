package io.github.pg1c.tuning.compare;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.MemoryEffect;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.text.PostgresConf;
import java.util.List;
import java.util.Optional;

/**
 * Differences in meaning between two configurations of one node: {@code 8GB} is {@code 8192MB}, {@code on} is
 * {@code true}, and a parameter with the server's default equals one that is not set.
 *
 * @param parameters differing ones, in the order in which parameters are written
 * @param settings differing ones of the pooler, the kernel and the units; none where the other side is a file
 * @param elsewhere parameters of the file that Patroni or other keys decide, sorted; they are not compared
 * @param unknown parameters of the plan or the file whose earlier value is in a file that was not read, in the order in
 *     which parameters are written; they are not compared
 * @param before the memory of the node with the earlier values; that of the later ones when some are unknown
 * @param after the memory of the node with the later values
 * @since 0.1
 */
public record PlanComparison(
        List<ParameterDifference> parameters,
        List<SettingDifference> settings,
        List<String> elsewhere,
        List<String> unknown,
        MemoryBudget before,
        MemoryBudget after) {

    public PlanComparison {
        parameters = List.copyOf(parameters);
        settings = List.copyOf(settings);
        elsewhere = List.copyOf(elsewhere);
        unknown = List.copyOf(unknown);
    }

    /** From one plan to another. */
    public static PlanComparison of(TuningPlan before, TuningPlan after) {
        return ValueComparison.plans(before, after);
    }

    /** From the values of a file to a plan; what the file leaves unknown is not compared. */
    public static PlanComparison of(PostgresConf before, TuningPlan after) {
        return ValueComparison.fileToPlan(before, after);
    }

    /** Whether both mean the same, as far as that is known. */
    public boolean same() {
        return parameters.isEmpty() && settings.isEmpty() && unknown.isEmpty();
    }

    /** The most that a running server needs for the differing parameters; nothing when there are none. */
    public Optional<Activation> change() {
        return parameters.stream().map(ParameterDifference::change).max(Enum::compareTo);
    }

    /** By how much all changes together alter the budget. */
    public MemoryEffect memory() {
        return MemoryEffect.between(before, after);
    }

    /** The differences as a table of plain text that ends with a line feed. */
    public String table(Language language) {
        return ComparisonTable.of(
                this, ComparisonTable.BEFORE.in(language), ComparisonTable.AFTER.in(language), language);
    }

    /**
     * The same with the names of both sides above their columns, for a comparison that is not about time.
     *
     * @param before for example {@code its-5866}
     * @param after for example {@code balanced}
     */
    public String table(String before, String after, Language language) {
        return ComparisonTable.of(this, before, after, language);
    }
}
