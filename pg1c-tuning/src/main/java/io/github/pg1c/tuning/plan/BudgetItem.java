package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;

/**
 * One line of the memory budget.
 *
 * @param id stable id, for example {@code shared_buffers}
 * @param title what takes the memory
 * @param formula both calculations with their numbers
 * @param typical in a busy hour
 * @param worst when every session does its most at once
 * @since 0.1
 */
public record BudgetItem(String id, Text title, Text formula, MemorySize typical, MemorySize worst) {}
