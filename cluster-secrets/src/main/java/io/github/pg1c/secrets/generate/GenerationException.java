package io.github.pg1c.secrets.generate;

import io.github.pg1c.base.words.Text;
import java.nio.file.Path;
import java.util.List;

/**
 * A generation ended after it had made or replaced secrets, as renewed certificates. They stay, and the next generation
 * uses them. The bundle is complete: the old one, or the new one when its last step failed.
 *
 * @since 0.1
 */
public final class GenerationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;
    private final transient Text left;
    private final transient List<Path> secrets;

    GenerationException(Text reason, Text left, List<Path> secrets, RuntimeException cause) {
        super(reason.en() + "; " + left.en(), cause);
        this.reason = reason;
        this.left = left;
        this.secrets = List.copyOf(secrets);
    }

    /** Why it ended, with the file or directory and what to do. */
    public Text reason() {
        return reason;
    }

    /** What was left behind. */
    public Text left() {
        return left;
    }

    /** The secret files that were made or replaced, sorted. */
    public List<Path> secrets() {
        return secrets;
    }
}
