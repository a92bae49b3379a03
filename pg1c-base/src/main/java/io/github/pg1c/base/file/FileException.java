package io.github.pg1c.base.file;

import io.github.pg1c.base.words.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file or directory cannot be read, written or locked. The message names the path, never the content.
 *
 * @since 0.1
 */
public final class FileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Text NONE = Text.same("");

    private final transient Path path;
    private final transient Text reason;
    private final transient Text remedy;

    /** An error without a cause. */
    public FileException(Path path, Text reason) {
        this(path, reason, NONE, null);
    }

    /** An error without a cause, and what the user can do about it. */
    public FileException(Path path, Text reason, Text remedy) {
        this(path, reason, remedy, null);
    }

    /** An error with its cause. */
    public FileException(Path path, Text reason, @Nullable Throwable cause) {
        this(path, reason, NONE, cause);
    }

    private FileException(Path path, Text reason, Text remedy, @Nullable Throwable cause) {
        super(sentence(path, reason, remedy).en(), cause);
        this.path = path;
        this.reason = reason;
        this.remedy = remedy;
    }

    /**
     * The failure of a step that makes or changes a file or directory. The state of the file system tells the
     * cause: a full disk, a missing permission, a file in place of a directory.
     *
     * @param path the file or directory that the user knows, not a temporary one
     */
    public static FileException writing(Path path, IOException cause) {
        return failed(path, Text.of("cannot be written", "не удалось записать"), cause);
    }

    /** The failure of a step that removes a file or directory. */
    public static FileException removing(Path path, IOException cause) {
        return failed(path, Text.of("cannot be removed", "не удалось удалить"), cause);
    }

    /** The failure of a step that takes permissions of others from a file or directory. */
    public static FileException protecting(Path path, IOException cause) {
        return failed(path, Text.of("cannot be closed to other users", "не удалось закрыть от других"), cause);
    }

    /** The failure of a step that reads a file or lists a directory. */
    public static FileException reading(Path path, IOException cause) {
        FileDiagnosis found = FileDiagnosis.ofReading(path, cause);
        return new FileException(
                path, joined(Text.of("cannot be read", "не удалось прочитать"), found), found.remedy(), cause);
    }

    /** The file or directory. */
    public Path path() {
        return path;
    }

    /** What is wrong with it, without the path. */
    public Text reason() {
        return reason;
    }

    /** What the user can do about it; empty when that follows from the reason. */
    public Text remedy() {
        return remedy;
    }

    /** Path, reason and remedy. */
    public Text sentence() {
        return sentence(path, reason, remedy);
    }

    private static Text sentence(Path path, Text reason, Text remedy) {
        Text told = Text.of(path + ": " + reason.en(), path + ": " + reason.ru());
        return remedy.equals(NONE) ? told : Text.joined("; ", List.of(told, remedy));
    }

    private static FileException failed(Path path, Text what, IOException cause) {
        FileDiagnosis found = FileDiagnosis.ofWriting(path, cause);
        return new FileException(path, joined(what, found), found.remedy(), cause);
    }

    private static Text joined(Text what, FileDiagnosis found) {
        return Text.joined(": ", List.of(what, found.reason()));
    }
}
