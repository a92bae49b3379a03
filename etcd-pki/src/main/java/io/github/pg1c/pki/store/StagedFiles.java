package io.github.pg1c.pki.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A draft of a store. Changes are visible at once and written at the end, in the order in which the files were first
 * named. Everything is issued and checked before the first file changes; a dry run discards the draft.
 */
public final class StagedFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StoreFiles files;
    private final Map<Path, Optional<String>> found = new HashMap<>();
    private final Map<Path, Optional<String>> wanted = new LinkedHashMap<>();
    private final Set<Path> unrepeatable = new HashSet<>();

    StagedFiles(StoreFiles files) {
        this.files = files;
    }

    Optional<String> read(Path path) {
        Optional<String> staged = wanted.get(path);
        return staged != null ? staged : found.computeIfAbsent(path, files::read);
    }

    void replace(Path path, String text) {
        wanted.put(path, Optional.of(text));
    }

    /** Replaces a file without a copy in the history, for a plain key that becomes encrypted. */
    void replaceForGood(Path path, String text) {
        replace(path, text);
        unrepeatable.add(path);
    }

    void delete(Path path) {
        wanted.put(path, Optional.empty());
    }

    /** Reserves the place of a file in the order of writing before its content is known. */
    void reserve(Path path) {
        wanted.put(path, read(path));
    }

    /** True when something will be written. */
    boolean changes() {
        return wanted.entrySet().stream().anyMatch(e -> !e.getValue().equals(before(e.getKey())));
    }

    /** Writes the changed files; the replaced ones are kept in {@code history/<time>/}. */
    void write(Instant now) {
        wanted.forEach((path, after) -> {
            Optional<String> before = before(path);
            if (!after.equals(before)) {
                if (!unrepeatable.contains(path)) {
                    before.ifPresent(text -> files.replace(history(path, now), text));
                }
                after.ifPresentOrElse(text -> files.replace(path, text), () -> files.delete(path));
            }
        });
    }

    private Optional<String> before(Path path) {
        return found.computeIfAbsent(path, files::read);
    }

    private Path history(Path path, Instant now) {
        String stamp = STAMP.format(now);
        Path copy = Path.of(StorePaths.HISTORY, stamp).resolve(path);
        for (int n = 2; files.read(copy).isPresent(); n++) {
            copy = Path.of(StorePaths.HISTORY, stamp + "-" + n).resolve(path);
        }
        return copy;
    }
}
