package io.github.pg1c.model.program;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The exact packages of a cluster, as {@code fetch.sh} of its bundle prints them. Without it the hosts take what their
 * repositories have.
 *
 * @since 0.1
 */
public record PackageLock(
        @Key(
                en = "Package and its exact version, as the package manager writes it, for all packages of the "
                        + "components. A host that has another version is refused.",
                ru = "Пакет и его точная версия в записи менеджера пакетов — для всех пакетов компонентов. Хост с "
                        + "другой версией не принимается.",
                example = "{patroni: \"4.0.4-1\", haproxy: \"3.0.11-1+deb13u1\"}")
        Map<String, String> versions,

        @Key(
                en = "Sum over the directory of packages, as fetch.sh prints it, 64 hexadecimal digits: no other "
                        + "directory is taken.",
                ru = "Сумма каталога пакетов, которую печатает fetch.sh, 64 шестнадцатеричные цифры: другой каталог "
                        + "не принимается.",
                example = "adddda4b06718e68671ffabff2f8cee48488ba61ad82900e639d108f2148501c")
        @Nullable
        String sums) {

    public PackageLock {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /** The defaults of a section that the specification leaves out. */
    public static PackageLock defaults() {
        return KeyDefaults.of(PackageLock.class);
    }

    /** The version of a package; empty when none is demanded. */
    public Optional<String> version(String name) {
        return Optional.ofNullable(versions.get(name));
    }

    /** The same with another {@link #versions()}. */
    public PackageLock withVersions(Map<String, String> value) {
        return new PackageLock(value, sums);
    }

    /** The same with another {@link #sums()}. */
    public PackageLock withSums(@Nullable String value) {
        return new PackageLock(versions, value);
    }
}
