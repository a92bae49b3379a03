/**
 * Settings with what makes a change of each effective, from the component that decides them to whoever compares them.
 */
@NullMarked
package io.github.pg1c.bundle.setting;

import org.jspecify.annotations.NullMarked;
