/**
 * What the goals do, for any front end: read specifications, report their problems, generate, tell what happened.
 * Nothing here knows Maven; a {@link io.github.pg1c.maven.run.Console} is handed in.
 */
@NullMarked
package io.github.pg1c.maven.run;

import org.jspecify.annotations.NullMarked;
