package io.github.pg1c.secrets.generate;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.secrets.PassphraseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the secrets that a generation has made or replaced before it fails. */
final class MadeSecrets {

    private final Path bundle;
    private final Path store;
    private final Map<Path, String> before;

    private MadeSecrets(Path bundle, Path store, Map<Path, String> before) {
        this.bundle = bundle;
        this.store = store;
        this.before = before;
    }

    /** Remembers the files of the store as they are before the first step. */
    static MadeSecrets begin(Path bundle, Path store) {
        return new MadeSecrets(bundle, store, files(store));
    }

    /** The result of a step before the bundle is touched; a failure after secrets were made or replaced says so. */
    <T> T beforeTheBundle(Supplier<T> step) {
        return guard(step, Text.of("nothing was written in " + bundle, "в " + bundle + " ничего не записано"));
    }

    /** Replaces the bundle; a failure after secrets were made or replaced says so. */
    void replacing(Runnable step) {
        guard(
                () -> {
                    step.run();
                    return step;
                },
                Text.of(
                        "the configuration in " + bundle + " is complete, the old or the new one",
                        "конфигурация в " + bundle + " цела: прежняя или новая"));
    }

    private <T> T guard(Supplier<T> step, Text left) {
        try {
            return step.get();
        } catch (PassphraseException e) {
            throw e;
        } catch (FileException e) {
            throw told(e.sentence(), left, e);
        } catch (PkiException e) {
            throw told(e.reason(), left, e);
        }
    }

    private RuntimeException told(Text reason, Text left, RuntimeException cause) {
        Map<Path, String> made = files(store);
        made.entrySet().removeAll(before.entrySet());
        if (made.isEmpty()) {
            return cause;
        }
        return new GenerationException(
                reason,
                Text.of(
                        "secrets were made or replaced already, files: " + made.size() + ", in " + store
                                + "; they stay, and the next run uses them; " + left.en(),
                        "секреты уже созданы или заменены, файлов: " + made.size() + ", в " + store
                                + "; они остаются, и следующий запуск возьмёт их; " + left.ru()),
                List.copyOf(made.keySet()),
                cause);
    }

    /** The files with what differs after a file was replaced. */
    private static SortedMap<Path, String> files(Path store) {
        SortedMap<Path, String> files = new TreeMap<>();
        if (!Files.isDirectory(store, LinkOption.NOFOLLOW_LINKS)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(store)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isRegularFile()
                        && !String.valueOf(file.getFileName()).startsWith(".")) {
                    files.put(
                            file, attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey());
                }
            }
            return files;
        } catch (IOException e) {
            throw FileException.reading(store, e);
        } catch (UncheckedIOException e) {
            throw FileException.reading(store, Objects.requireNonNull(e.getCause()));
        }
    }
}
