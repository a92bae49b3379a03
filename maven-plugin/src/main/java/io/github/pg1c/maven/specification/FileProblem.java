package io.github.pg1c.maven.specification;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Problem;
import java.nio.file.Path;

/**
 * A problem and the file it is in.
 *
 * @param language the language of the file's author
 */
public record FileProblem(Path file, Language language, Problem problem) {

    public boolean isError() {
        return problem.isError();
    }
}
