package io.github.pg1c.maven.speech;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;

/** Ends a goal that the file system refused. */
public final class FileFaults {

    private FileFaults() {}

    /** The result of the goal: the file, why it failed, what to do. */
    public static GoalResult of(Speech speech, Language language, FileException fault) {
        return GoalResult.fault("pg1c: " + speech.in(language, fault.sentence()), fault);
    }
}
