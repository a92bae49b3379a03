package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.util.List;

/**
 * Everything that takes memory on the node of a database, added up.
 *
 * @param items the lines, in declared order
 * @param typical the sum in a busy hour, when as many sessions are active as the processors can carry
 * @param worst the sum when every session does its most at once
 * @param limit the memory that PostgreSQL and its neighbours may take
 * @since 0.1
 */
public record MemoryBudget(List<BudgetItem> items, MemorySize typical, MemorySize worst, MemorySize limit) {

    public MemoryBudget {
        items = List.copyOf(items);
    }

    public static MemoryBudget of(List<BudgetItem> items, MemorySize limit) {
        MemorySize typical = items.stream().map(BudgetItem::typical).reduce(MemorySize.ZERO, MemorySize::plus);
        MemorySize worst = items.stream().map(BudgetItem::worst).reduce(MemorySize.ZERO, MemorySize::plus);
        return new MemoryBudget(items, typical, worst, limit);
    }

    /** What a busy hour and the worst case mean: the model of concurrency that the sums follow. */
    public static Text model() {
        return Text.of(
                "Busy hour: as many sessions work as twice the processors, each with two hashes at a time; half of the"
                        + " connections have filled their temporary buffers; half of the autovacuum workers and one"
                        + " maintenance command run. Worst case: every connection has grown to the double, has filled its"
                        + " temporary buffers and holds one work_mem; all autovacuum workers and two maintenance commands"
                        + " run.",
                "Час пик: работает столько сеансов, сколько даёт удвоенное число ядер, в каждом два хеша сразу;"
                        + " половина соединений заполнила временные буферы; работают половина процессов автоочистки и одна"
                        + " команда обслуживания. Худший случай: каждое соединение выросло вдвое, заполнило временные буферы"
                        + " и держит один work_mem; работают все процессы автоочистки и две команды обслуживания.");
    }

    /** Whether a busy hour fits into the memory; if not, the description of the cluster is refused. */
    public boolean fits() {
        return typical.compareTo(limit) <= 0;
    }

    /** Whether even the worst case fits; if not, that is worth a warning. */
    public boolean worstFits() {
        return worst.compareTo(limit) <= 0;
    }

    /** The sum line by line, as a table of plain text that ends with a line feed. */
    public String sum(Language language) {
        return BudgetTable.of(this, language);
    }
}
