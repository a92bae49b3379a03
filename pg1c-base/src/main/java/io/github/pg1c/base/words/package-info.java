/** Sentences in two languages, problems with their place and remedy, and the word that was probably meant. */
@NullMarked
package io.github.pg1c.base.words;

import org.jspecify.annotations.NullMarked;
