package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;

/**
 * One line of a disk budget.
 *
 * @param id stable id, for example {@code wal}
 * @param title what takes the space
 * @param formula the calculation with its parameters
 * @param size the most that it takes; zero when nothing limits it
 * @param limited whether anything limits it
 * @since 0.1
 */
public record DiskItem(String id, Text title, Text formula, MemorySize size, boolean limited) {}
