package io.github.pg1c.model.program;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the programs of one component come from.
 *
 * @since 0.1
 */
public record ProgramSource(
        @Key(
                en = "package, archive, python (a virtual environment, Patroni only) or present (only checked). "
                        + "Without it: package, or present where the program is not where the package puts it.",
                ru = "package, archive, python (виртуальное окружение, только Patroni) или present (только "
                        + "проверяется). Если не указано: package или present, когда программа лежит не там, куда "
                        + "её кладёт пакет.",
                example = "archive")
        @Nullable
        ProgramOrigin from,

        @Key(
                en = "File name of the archive, or its path on the nodes.",
                ru = "Имя файла архива или его путь на узлах.",
                example = "etcd-v3.5.21-linux-amd64.tar.gz")
        @Nullable
        String archive,

        @Key(
                en = "SHA-256 of the archive, 64 hexadecimal digits.",
                ru = "SHA-256 архива, 64 шестнадцатеричные цифры.",
                example = "adddda4b06718e68671ffabff2f8cee48488ba61ad82900e639d108f2148501c")
        @Nullable
        String sha256,

        @Key(
                en = "Directory of the virtual environment. Without it: where the program's path leads, or "
                        + "/opt/patroni.",
                ru = "Каталог виртуального окружения. Если не указан: тот, что следует из пути программы, или "
                        + "/opt/patroni.",
                example = "/opt/patroni/venv")
        @Nullable
        String directory,

        @Key(
                en = "What pip installs. Without it: Patroni with etcd3 in its version, and psycopg2-binary.",
                ru = "Что устанавливает pip. Если не указано: Patroni с etcd3 нужной версии и psycopg2-binary.",
                example = "[\"patroni[etcd3]==4.0.7\", psycopg2-binary==2.9.10]")
        List<String> requirements) {

    public ProgramSource {
        requirements = List.copyOf(requirements);
    }

    /** The defaults of a section that the specification leaves out. */
    public static ProgramSource defaults() {
        return KeyDefaults.of(ProgramSource.class);
    }

    /** The same with another {@link #from()}. */
    public ProgramSource withFrom(@Nullable ProgramOrigin value) {
        return new ProgramSource(value, archive, sha256, directory, requirements);
    }

    /** The same with another {@link #archive()}. */
    public ProgramSource withArchive(@Nullable String value) {
        return new ProgramSource(from, value, sha256, directory, requirements);
    }

    /** The same with another {@link #sha256()}. */
    public ProgramSource withSha256(@Nullable String value) {
        return new ProgramSource(from, archive, value, directory, requirements);
    }

    /** The same with another {@link #directory()}. */
    public ProgramSource withDirectory(@Nullable String value) {
        return new ProgramSource(from, archive, sha256, value, requirements);
    }

    /** The same with another {@link #requirements()}. */
    public ProgramSource withRequirements(List<String> value) {
        return new ProgramSource(from, archive, sha256, directory, value);
    }
}
