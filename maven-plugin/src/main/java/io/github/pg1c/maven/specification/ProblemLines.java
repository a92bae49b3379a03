package io.github.pg1c.maven.specification;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.maven.speech.Console.Level;
import io.github.pg1c.maven.speech.Console.Style;
import io.github.pg1c.maven.speech.Speech;

/** Shows problems as {@code file:line:column: error PG1C-nnn: message}, which editors and terminals turn into links. */
public final class ProblemLines {

    private final Speech speech;

    public ProblemLines(Speech speech) {
        this.speech = speech;
    }

    public void show(Specifications specifications) {
        specifications.findings().stream()
                .filter(finding -> finding.isError() || speech.isNews(finding.toString()))
                .forEach(this::show);
    }

    private void show(FileProblem finding) {
        Problem problem = finding.problem();
        Level level = finding.isError() ? Level.ERROR : Level.WARNING;
        Style style = finding.isError() ? Style.FAILURE : Style.WARNING;
        String kind = speech.in(finding.language(), problem.severity().title());
        String where = speech.path(finding.file())
                + problem.location()
                        .map(location -> ":" + location.line() + ":" + location.column())
                        .orElse("");
        String key = problem.path().isEmpty() ? "" : problem.path() + ": ";
        speech.console()
                .say(
                        level,
                        speech.paint(Style.STRONG, where) + ": " + speech.paint(style, kind + " " + problem.code())
                                + ": " + key + speech.in(finding.language(), problem.message()));
        String remedy = speech.in(finding.language(), problem.remedy());
        if (!remedy.isEmpty()) {
            speech.console().say(level, "    " + remedy);
        }
    }
}
