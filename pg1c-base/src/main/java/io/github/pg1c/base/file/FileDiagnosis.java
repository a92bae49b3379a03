package io.github.pg1c.base.file;

import io.github.pg1c.base.words.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cause of a failed step on the file system, in words for the user. The state of the file system decides, because
 * the exception has the system's words, in the language of the user's locale, or no words at all.
 *
 * @param reason the cause, without the path
 * @param remedy what the user can do
 */
record FileDiagnosis(Text reason, Text remedy) {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 4095;
    private static final long FULL = 1 << 16;

    static final Text DIRECTORY_THERE = Text.of("a directory is there", "там каталог");
    static final Text NAME_A_FILE = Text.of("name a file", "укажите файл");

    private static final Text ELSEWHERE = Text.of("name another directory", "укажите другой каталог");

    // The words of Linux in English and Russian, of macOS and of Windows.
    private static final List<String> NO_SPACE =
            List.of("no space left", "не осталось свободного места", "not enough space", "disk full");
    private static final List<String> QUOTA = List.of("quota exceeded", "дисковая квота", "quota limit");
    private static final List<String> LONG_NAME = List.of("name too long", "длинное имя файла");
    /** Failures that a full disk does not cause. */
    private static final List<String> OTHER_CAUSES =
            List.of("input/output error", "ошибка ввода/вывода", "not permitted", "операция не позволена", "busy");

    private static final List<String> READ_ONLY = List.of("read-only file system", "только для чтения");

    static FileDiagnosis ofWriting(Path path, IOException cause) {
        return space(path, cause)
                .or(() -> longName(path, cause))
                .or(() -> blocked(path))
                .or(() -> taken(path, cause))
                .or(() -> readOnly(path, cause))
                .or(() -> unwritable(path, cause))
                .or(() -> mounted(path))
                .or(() -> missing(path, cause))
                .or(() -> full(path, cause))
                .orElseGet(() -> unknown(cause));
    }

    static FileDiagnosis ofReading(Path path, IOException cause) {
        return longName(path, cause)
                .or(() -> blocked(path))
                .or(() -> unreadable(path, cause))
                .orElseGet(() -> unknown(cause));
    }

    private static Optional<FileDiagnosis> space(Path path, IOException cause) {
        if (says(cause, QUOTA)) {
            return Optional.of(new FileDiagnosis(
                    Text.of("the user's quota of the disk is used up", "исчерпана дисковая квота пользователя"),
                    Text.of("free space, or raise the quota", "освободите место или увеличьте квоту")));
        }
        return says(cause, NO_SPACE) ? Optional.of(fullAt(nearest(path))) : Optional.empty();
    }

    /** Some systems name the lack of space in words that are not known here, or not at all. */
    private static Optional<FileDiagnosis> full(Path path, IOException cause) {
        boolean unspecific = cause.getClass() == IOException.class || cause.getClass() == FileSystemException.class;
        if (!unspecific || says(cause, OTHER_CAUSES)) {
            return Optional.empty();
        }
        Path existing = nearest(path);
        try {
            FileStore store = Files.getFileStore(existing);
            // File systems of the kernel, as /proc, have no size.
            return store.getTotalSpace() > 0 && store.getUsableSpace() < FULL
                    ? Optional.of(fullAt(existing))
                    : Optional.empty();
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static FileDiagnosis fullAt(Path existing) {
        return new FileDiagnosis(
                Text.of(
                        "the disk of " + existing + " has no space left, or no room for another file",
                        "на диске каталога " + existing + " кончилось место или число возможных файлов"),
                Text.of("free space, or " + ELSEWHERE.en(), "освободите место или " + ELSEWHERE.ru()));
    }

    private static Optional<FileDiagnosis> longName(Path path, IOException cause) {
        boolean posix = DurableFiles.posix(path);
        boolean longName = names(path, cause).stream().anyMatch(name -> length(name, posix) > LONGEST_NAME);
        boolean longPath = length(path.toString(), posix) > LONGEST_PATH;
        if (!longName && !longPath && !says(cause, LONG_NAME)) {
            return Optional.empty();
        }
        return Optional.of(new FileDiagnosis(
                Text.of(
                        "a name is too long, systems allow " + LONGEST_NAME + (posix ? " bytes" : " characters")
                                + ", and " + LONGEST_PATH + " for the whole path",
                        "слишком длинное имя, системы допускают " + LONGEST_NAME + (posix ? " байт" : " знаков")
                                + ", а для всего пути " + LONGEST_PATH),
                Text.of("choose a shorter one", "выберите более короткое")));
    }

    /** The names that could not be made: those of what exists are short enough. */
    private static List<String> names(Path path, IOException cause) {
        String file = cause instanceof FileSystemException failed && failed.getFile() != null ? failed.getFile() : "";
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        names.addAll(List.of(file.split("[/\\\\]")));
        Set<String> existing = new HashSet<>();
        nearest(path).forEach(name -> existing.add(name.toString()));
        names.removeAll(existing);
        return names;
    }

    /** Something other than a directory on the way. */
    private static Optional<FileDiagnosis> blocked(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        for (Path place = parent; place != null; place = place.getParent()) {
            if (Files.isSymbolicLink(place) && !Files.exists(place)) {
                return Optional.of(deadLink(place));
            }
            if (Files.exists(place) && !Files.isDirectory(place)) {
                return Optional.of(noDirectory(place));
            }
        }
        return Optional.empty();
    }

    /** What is at the path itself, in place of the file or directory that was to be made. */
    private static Optional<FileDiagnosis> taken(Path path, IOException cause) {
        if (cause instanceof FileSystemException failed
                && path.toString().equals(failed.getOtherFile())
                && Files.isDirectory(path)) {
            return Optional.of(new FileDiagnosis(DIRECTORY_THERE, NAME_A_FILE));
        }
        if (!(cause instanceof FileAlreadyExistsException) || Files.isDirectory(path)) {
            return Optional.empty();
        }
        return Files.isSymbolicLink(path) && !Files.exists(path)
                ? Optional.of(deadLink(path))
                : Optional.of(noDirectory(path));
    }

    private static FileDiagnosis noDirectory(Path file) {
        return new FileDiagnosis(
                Text.of(file + " is a file, not a directory", file + " — файл, а не каталог"),
                Text.of("move the file away, or " + ELSEWHERE.en(), "уберите файл или " + ELSEWHERE.ru()));
    }

    private static FileDiagnosis deadLink(Path link) {
        return new FileDiagnosis(
                Text.of(
                        link + " is a symbolic link that leads nowhere",
                        link + " — символическая ссылка, которая никуда не ведёт"),
                Text.of("correct or remove the link", "исправьте или удалите ссылку"));
    }

    private static Optional<FileDiagnosis> readOnly(Path path, IOException cause) {
        Path existing = nearest(path);
        boolean readOnly = says(cause, READ_ONLY);
        try {
            readOnly |= Files.getFileStore(existing).isReadOnly();
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            // Not known.
        }
        return readOnly
                ? Optional.of(new FileDiagnosis(
                        Text.of(
                                "the file system of " + existing + " is read-only",
                                "файловая система каталога " + existing + " доступна только для чтения"),
                        Text.of(
                                "mount it for writing, or " + ELSEWHERE.en(),
                                "подключите её для записи или " + ELSEWHERE.ru())))
                : Optional.empty();
    }

    private static Optional<FileDiagnosis> unwritable(Path path, IOException cause) {
        Path existing = nearest(path);
        Path directory = directory(existing);
        if (Files.isWritable(directory) && Files.isExecutable(directory) && !(cause instanceof AccessDeniedException)) {
            return Optional.empty();
        }
        Path refused = Files.isWritable(directory) && Files.isExecutable(directory)
                ? file(path, cause).orElse(existing)
                : directory;
        return Optional.of(new FileDiagnosis(
                Text.of(
                        "user " + user() + " may not write in " + refused,
                        "пользователю " + user() + " нельзя писать в " + refused),
                Text.of(
                        "give the user the right to write there, or " + ELSEWHERE.en(),
                        "дайте пользователю право записи туда или " + ELSEWHERE.ru())));
    }

    /** A directory that is the root of another file system cannot be renamed. */
    private static Optional<FileDiagnosis> mounted(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        try {
            if (parent == null
                    || !Files.isDirectory(path)
                    || Files.getFileStore(path).equals(Files.getFileStore(parent))) {
                return Optional.empty();
            }
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            return Optional.empty();
        }
        return Optional.of(new FileDiagnosis(
                Text.of(
                        "another file system is mounted there, so it cannot be replaced as a whole",
                        "там подключена другая файловая система, поэтому каталог нельзя заменить целиком"),
                Text.of("mount it at " + parent, "подключите её к " + parent)));
    }

    private static Optional<FileDiagnosis> missing(Path path, IOException cause) {
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            return Optional.of(deadLink(path));
        }
        return cause instanceof NoSuchFileException
                ? Optional.of(new FileDiagnosis(
                        Text.of(
                                "the directory does not exist, only " + nearest(path),
                                "такого каталога нет, есть только " + nearest(path)),
                        Text.of("make the directory, or " + ELSEWHERE.en(), "создайте каталог или " + ELSEWHERE.ru())))
                : Optional.empty();
    }

    private static Optional<FileDiagnosis> unreadable(Path path, IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return Optional.of(new FileDiagnosis(
                    Text.of("it is not text in UTF-8", "это не текст в UTF-8"),
                    Text.of("save it in UTF-8", "сохраните его в UTF-8")));
        }
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            return Optional.of(deadLink(path));
        }
        if (Files.isDirectory(path) && Files.isReadable(path)) {
            return Optional.of(new FileDiagnosis(Text.of("it is a directory", "это каталог"), NAME_A_FILE));
        }
        Path existing = nearest(path);
        if (!Files.isReadable(existing)
                || Files.isDirectory(existing) && !Files.isExecutable(existing)
                || cause instanceof AccessDeniedException) {
            return Optional.of(new FileDiagnosis(
                    Text.of(
                            "user " + user() + " may not read " + existing,
                            "пользователю " + user() + " нельзя читать " + existing),
                    Text.of("give the user the right to read it", "дайте пользователю право чтения")));
        }
        if (cause instanceof NoSuchFileException) {
            return Optional.of(new FileDiagnosis(
                    Text.of("it does not exist", "его нет"), Text.of("check the path", "проверьте путь")));
        }
        return Optional.empty();
    }

    private static FileDiagnosis unknown(IOException cause) {
        @Nullable String words = cause instanceof FileSystemException failed ? failed.getReason() : cause.getMessage();
        String told = words == null || words.isBlank() ? cause.getClass().getSimpleName() : words.strip();
        return new FileDiagnosis(
                Text.of("the system says “" + told + "”", "система сообщает: «" + told + "»"),
                Text.of("check the disk and the directory", "проверьте диск и каталог"));
    }

    /** The deepest part of the path that exists and can be seen. */
    private static Path nearest(Path path) {
        @Nullable Path place = path.toAbsolutePath();
        while (place != null && !Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            place = place.getParent();
        }
        return place == null ? path.toAbsolutePath() : place;
    }

    /** The directory whose permissions decide: files are replaced, not changed. */
    private static Path directory(Path existing) {
        Path parent = existing.getParent();
        return Files.isDirectory(existing) || parent == null ? existing : parent;
    }

    private static Optional<Path> file(Path path, IOException cause) {
        try {
            return cause instanceof FileSystemException failed && failed.getFile() != null
                    ? Optional.of(path.getFileSystem().getPath(failed.getFile()))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean says(IOException cause, List<String> words) {
        String told = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(told::contains);
    }

    /** Systems with POSIX permissions count bytes, others characters. */
    private static int length(String name, boolean posix) {
        return posix ? name.getBytes(StandardCharsets.UTF_8).length : name.length();
    }

    private static String user() {
        return System.getProperty("user.name", "?");
    }
}
