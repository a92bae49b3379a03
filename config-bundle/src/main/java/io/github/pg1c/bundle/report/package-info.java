/** The report: one page of HTML, a class for each of its sections. */
@NullMarked
package io.github.pg1c.bundle.report;

import org.jspecify.annotations.NullMarked;
