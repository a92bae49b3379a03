/**
 * What a person reads: the runbook, the report, and the Ansible playbook that brings the bundle to its nodes.
 * Each chapter is one small class that takes its facts from the model, so that no number is written here a second time.
 */
@NullMarked
package io.github.pg1c.bundle.document;

import org.jspecify.annotations.NullMarked;
