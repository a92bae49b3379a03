/** Settings, each with the need of a change, from the component that decides them to the code that compares them. */
@NullMarked
package io.github.pg1c.bundle.setting;

import org.jspecify.annotations.NullMarked;
