package io.github.pg1c.tuning.plan;

import io.github.pg1c.tuning.catalogue.MemorySize;

/**
 * The change of the memory budget by a change of parameters.
 *
 * @param typical bytes more in a busy hour, negative when less
 * @param worst bytes more in the worst case, negative when less
 * @since 0.1
 */
public record MemoryEffect(long typical, long worst) {

    /** The difference of two budgets. */
    public static MemoryEffect between(MemoryBudget before, MemoryBudget after) {
        return new MemoryEffect(
                after.typical().bytes() - before.typical().bytes(),
                after.worst().bytes() - before.worst().bytes());
    }

    /** Whether memory is the same. */
    public boolean none() {
        return typical == 0 && worst == 0;
    }

    /** {@code +512MB / -2GB}: a busy hour and the worst case; empty when there is none. */
    public String text() {
        return none() ? "" : signed(typical) + " / " + signed(worst);
    }

    private static String signed(long bytes) {
        MemorySize size = new MemorySize(Math.abs(bytes));
        String text = size.compareTo(MemorySize.ofMegabytes(1)) >= 0 ? size.megabytes() + "MB" : size.toString();
        return bytes < 0 ? "-" + text : "+" + text;
    }
}
