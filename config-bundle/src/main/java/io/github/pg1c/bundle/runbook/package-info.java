/** The runbook: its page, its topics, and the chapters that belong to no single component. */
@NullMarked
package io.github.pg1c.bundle.runbook;

import org.jspecify.annotations.NullMarked;
