package io.github.pg1c.model.program;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.value.ArmoredKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A repository of packages that every node gets beside those of its operating system. What it holds is installed only
 * with a signature of its key, see sources.list(5) and dnf.conf(5).
 *
 * @since 0.1
 */
public record PackageRepository(
        @Key(
                en = "Name of its file on the nodes.",
                ru = "Имя файла репозитория на узлах.",
                example = "vendor",
                required = true)
        String name,

        @Key(
                en = "Address without user and password.",
                ru = "Адрес без имени пользователя и пароля.",
                example = "https://mirror.example.org/postgresql",
                required = true)
        String url,

        @Key(
                en = "For apt: the suite, or a directory that ends with a slash.",
                ru = "Для apt: дистрибутив (suite) или каталог с косой чертой в конце.",
                example = "trixie-pgdg")
        @Nullable
        String suite,

        @Key(
                en = "For apt: the components of the suite. Without them: main.",
                ru = "Для apt: компоненты дистрибутива. Если не указаны: main.",
                example = "[main]",
                otherwise = "[]")
        List<String> components,

        @Key(
                en = "Public key of its signatures: the armored text.",
                ru = "Открытый ключ подписей в текстовом виде (armor).",
                example = "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEZ1c1\n-----END PGP PUBLIC KEY BLOCK-----",
                required = true)
        ArmoredKey key) {

    public PackageRepository {
        components = List.copyOf(components);
    }

    /** Whether the suite is a directory, which has no components. */
    public boolean isFlat() {
        return suite != null && suite.endsWith("/");
    }

    /** The same with another {@link #name()}. */
    public PackageRepository withName(String value) {
        return new PackageRepository(value, url, suite, components, key);
    }

    /** The same with another {@link #url()}. */
    public PackageRepository withUrl(String value) {
        return new PackageRepository(name, value, suite, components, key);
    }

    /** The same with another {@link #suite()}. */
    public PackageRepository withSuite(@Nullable String value) {
        return new PackageRepository(name, url, value, components, key);
    }

    /** The same with other {@link #components()}. */
    public PackageRepository withComponents(List<String> value) {
        return new PackageRepository(name, url, suite, value, key);
    }

    /** The same with another {@link #key()}. */
    public PackageRepository withKey(ArmoredKey value) {
        return new PackageRepository(name, url, suite, components, value);
    }
}
