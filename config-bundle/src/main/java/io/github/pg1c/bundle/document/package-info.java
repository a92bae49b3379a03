/** What runbook, report and playbook are written from. */
@NullMarked
package io.github.pg1c.bundle.document;

import org.jspecify.annotations.NullMarked;
