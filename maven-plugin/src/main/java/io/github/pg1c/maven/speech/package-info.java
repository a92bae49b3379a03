/** Sentences of goals in the user's language, for any front end with a {@link io.github.pg1c.maven.speech.Console}. */
@NullMarked
package io.github.pg1c.maven.speech;

import org.jspecify.annotations.NullMarked;
