package io.github.pg1c.secrets.generate;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A bundle is committed and shared, and secrets are ignored by git and closed to others, so neither directory may
 * contain the other. Symbolic links, second mounts and a file system that ignores case do not hide that they do.
 */
final class SeparateDirectories {

    private SeparateDirectories() {}

    /**
     * Refuses directories that contain each other.
     *
     * @param output parent of the bundles
     * @param bundle directory of the bundle
     * @param secrets parent of the secrets stores
     * @param store directory of the cluster's secrets
     * @throws FileException when they do
     */
    static void check(Path output, Path bundle, Path secrets, Path store) {
        if (contains(bundle, store) || contains(bundle, secrets)) {
            throw new FileException(
                    store,
                    Text.of(
                            "the secrets would be inside the configuration in " + bundle,
                            "секреты оказались бы внутри конфигурации в " + bundle),
                    Text.of(
                            "the secrets need a directory apart from the bundle",
                            "секретам нужен каталог отдельно от конфигурации"));
        }
        if (contains(store, bundle) || contains(secrets, output)) {
            throw new FileException(
                    bundle,
                    Text.of(
                            "the configuration would be inside the directory of the secrets, " + secrets,
                            "конфигурация оказалась бы внутри каталога секретов " + secrets),
                    Text.of(
                            "name an output directory apart from the secrets",
                            "укажите для конфигурации каталог отдельно от секретов"));
        }
    }

    /** Whether the inner path is the outer one or below it. */
    private static boolean contains(Path outer, Path inner) {
        try {
            Path above = real(outer);
            for (Path place = real(inner); place != null; place = place.getParent()) {
                if (same(above, place)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw FileException.reading(inner, e);
        }
    }

    private static boolean same(Path one, Path other) throws IOException {
        if (one.equals(other)) {
            return true;
        }
        if (Files.exists(one) && Files.exists(other)) {
            return Files.isSameFile(one, other);
        }
        return lower(one).equals(lower(other)) && ignoresCase(existing(one));
    }

    /** The path without symbolic links and {@code ..}, whether it exists or not. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path existing = existing(absolute);
        return existing.toRealPath().resolve(existing.relativize(absolute));
    }

    private static Path existing(Path path) {
        @Nullable Path place = path;
        while (place != null && !Files.exists(place)) {
            place = place.getParent();
        }
        return place == null ? path : place;
    }

    /** Whether this directory is found under its name in other letters; of a directory without letters, its parent. */
    private static boolean ignoresCase(Path directory) throws IOException {
        for (Path place = directory; place != null; place = place.getParent()) {
            String name = String.valueOf(place.getFileName());
            String other = name.equals(name.toUpperCase(Locale.ROOT))
                    ? name.toLowerCase(Locale.ROOT)
                    : name.toUpperCase(Locale.ROOT);
            if (place.getFileName() != null && !other.equals(name)) {
                Path swapped = place.resolveSibling(other);
                return Files.exists(swapped) && Files.isSameFile(place, swapped);
            }
        }
        return false;
    }

    private static String lower(Path path) {
        return path.toString().toLowerCase(Locale.ROOT);
    }
}
