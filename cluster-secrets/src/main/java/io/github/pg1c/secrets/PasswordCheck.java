package io.github.pg1c.secrets;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.file.PrivateDirectory;
import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.part.SecretContent.ComposedText;
import io.github.pg1c.bundle.part.SecretContent.Password;
import io.github.pg1c.bundle.part.SecretContent.Piece;
import io.github.pg1c.bundle.part.SecretContent.Verifier;
import io.github.pg1c.bundle.part.SecretFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Whether passwords that a person put into the store can be used. Only printable ASCII is accepted, because SASLprep
 * does not change it.
 *
 * @param files the store
 */
record PasswordCheck(PrivateDirectory files) {

    /**
     * Looks at every password that is there before the first is used, so that all mistakes come at once.
     *
     * @throws FileException when one or more cannot be used
     */
    void refuseUnusable(List<SecretFile> secrets) {
        List<FileException> unusable = new ArrayList<>();
        for (String name : names(secrets)) {
            String path = PasswordNames.file(name);
            try {
                files.readText(path).ifPresent(text -> accepted(path, text));
            } catch (FileException e) {
                unusable.add(e);
            }
        }
        if (unusable.size() == 1) {
            throw unusable.get(0);
        } else if (!unusable.isEmpty()) {
            throw together(unusable);
        }
    }

    /**
     * Refuses to go on without the passwords of another cluster's database, and without their verifiers: a pooler logs
     * in with the verifier that the server has.
     *
     * @param matches whether a verifier is that of a password
     * @throws FileException when one or more are missing, or a verifier is that of another password
     */
    void refuseMissing(List<SecretFile> secrets, BiPredicate<Secret, Secret> matches) {
        List<String> missing = new ArrayList<>();
        for (String name : names(secrets)) {
            if (PasswordNames.ofDatabase(name)
                    && files.readText(PasswordNames.file(name)).isEmpty()) {
                missing.add(PasswordNames.file(name));
            }
        }
        for (String name : verified(secrets)) {
            if (PasswordNames.ofDatabase(name) && !fits(name, matches)) {
                missing.add(verifier(name));
            }
        }
        if (!missing.isEmpty()) {
            String list = String.join(", ", missing);
            throw new FileException(
                    files.file("passwords"),
                    Text.of(
                            "this cluster is a copy, so that its roles have the passwords of the primary site, and "
                                    + "none can be made here. Copy from the secrets store there, into the same "
                                    + "places: "
                                    + list,
                            "этот кластер — копия, поэтому пароли ролей — те же, что на основной площадке, и создать "
                                    + "их здесь нельзя. Скопируйте из тамошнего хранилища секретов, на те же места: "
                                    + list));
        }
    }

    private boolean fits(String name, BiPredicate<Secret, Secret> matches) {
        Optional<String> password = files.readText(PasswordNames.file(name)).map(String::stripTrailing);
        Optional<String> verifier = files.readText(verifier(name)).map(String::strip);
        return verifier.isPresent()
                && (password.isEmpty() || matches.test(Secret.of(verifier.get()), Secret.of(password.get())));
    }

    /** The place of a verifier in the store. */
    static String verifier(String name) {
        return "verifiers/" + name;
    }

    /**
     * The password in a file.
     *
     * @throws FileException when it cannot be used
     */
    Secret accepted(String path, String text) {
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (!line.matches("[ -~]+")) {
            throw new FileException(
                    files.file(path),
                    Text.of(
                            "a password is one line of printable ASCII",
                            "пароль — одна строка печатных символов ASCII"));
        }
        return Secret.of(line);
    }

    private static TreeSet<String> names(List<SecretFile> secrets) {
        TreeSet<String> names = new TreeSet<>();
        for (SecretFile file : secrets) {
            if (file.content() instanceof ComposedText text) {
                text.pieces().forEach(piece -> name(piece).ifPresent(names::add));
            }
        }
        return names;
    }

    private static TreeSet<String> verified(List<SecretFile> secrets) {
        TreeSet<String> names = new TreeSet<>();
        for (SecretFile file : secrets) {
            if (file.content() instanceof ComposedText text) {
                text.pieces().forEach(piece -> {
                    if (piece instanceof Verifier one) {
                        names.add(one.name());
                    }
                });
            }
        }
        return names;
    }

    private static Optional<String> name(Piece piece) {
        if (piece instanceof Password one) {
            return Optional.of(one.name());
        }
        return piece instanceof Verifier one ? Optional.of(one.name()) : Optional.empty();
    }

    /** One refusal of several files of one directory. */
    private static FileException together(List<FileException> refusals) {
        Map<Text, List<String>> names = new LinkedHashMap<>();
        for (FileException refusal : refusals) {
            names.computeIfAbsent(refusal.reason(), reason -> new ArrayList<>())
                    .add(String.valueOf(refusal.path().getFileName()));
        }
        List<String> en = new ArrayList<>();
        List<String> ru = new ArrayList<>();
        names.forEach((reason, files) -> {
            en.add(String.join(", ", files) + ": " + reason.en());
            ru.add(String.join(", ", files) + ": " + reason.ru());
        });
        Path directory = Objects.requireNonNull(refusals.get(0).path().getParent());
        return new FileException(directory, Text.of(String.join("; ", en), String.join("; ", ru)));
    }
}
