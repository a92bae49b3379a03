package io.github.pg1c.maven.specification;

import io.github.pg1c.base.words.Language;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The specifications to read.
 *
 * @param specification a file, or a directory of many
 * @param language replaces the language that a specification chooses
 */
public record Input(Path specification, Optional<Language> language) {}
