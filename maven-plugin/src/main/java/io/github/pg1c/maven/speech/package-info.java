/**
 * How goals speak: in the user's language, to any front end. A {@link io.github.pg1c.maven.speech.Console} is handed
 * in.
 */
@NullMarked
package io.github.pg1c.maven.speech;

import org.jspecify.annotations.NullMarked;
