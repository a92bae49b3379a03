package io.github.pg1c.maven.specification;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Problem;
import java.nio.file.Path;

/**
 * A problem and the file it is in.
 *
 * @param language language that the file's author reads
 */
public record FileProblem(Path file, Language language, Problem problem) {

    public boolean isError() {
        return problem.isError();
    }
}
