package io.github.pg1c.tuning;

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

    static MemoryBudget of(List<BudgetItem> items, MemorySize limit) {
        MemorySize typical = items.stream().map(BudgetItem::typical).reduce(MemorySize.ZERO, MemorySize::plus);
        MemorySize worst = items.stream().map(BudgetItem::worst).reduce(MemorySize.ZERO, MemorySize::plus);
        return new MemoryBudget(items, typical, worst, limit);
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
