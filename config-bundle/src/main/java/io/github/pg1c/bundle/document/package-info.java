/** The data of runbook, report and playbook. */
@NullMarked
package io.github.pg1c.bundle.document;

import org.jspecify.annotations.NullMarked;
