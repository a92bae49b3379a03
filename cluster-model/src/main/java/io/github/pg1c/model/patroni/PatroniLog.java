package io.github.pg1c.model.patroni;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Patroni's own log: in the system's journal, or in files of its own.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/yaml_configuration.html#log">Patroni: log</a>
 * @since 0.1
 */
public record PatroniLog(
        @Key(en = "Least level of a line.", ru = "Наименьший уровень записи.", otherwise = "info")
        Level level,

        @Key(
                en = "Directory of its files; the journal has its lines no longer then.",
                ru = "Каталог файлов; в системный журнал записи тогда не попадают.",
                example = "/var/log/patroni")
        @Nullable
        String directory,

        @Key(
                en = "Size at which a file is full and the next one begins; 25MB when absent.",
                ru = "Размер, при котором файл полон и начинается следующий; без ключа 25MB.",
                example = "50MB")
        @Nullable
        MemorySize fileSize,

        @Key(
                en = "How many full files are kept beside the present one; 4 when absent.",
                ru = "Сколько полных файлов хранить рядом с текущим; без ключа 4.",
                example = "10")
        @Nullable
        Integer files) {

    private static final MemorySize SIZE = MemorySize.parse("25MB");
    private static final int FILES = 4;

    /** The weight of a line. */
    public enum Level {
        /** Every request and query. */
        DEBUG,
        /** What each turn of the loop comes to. */
        INFO,
        /** What may need a person. */
        WARNING,
        /** What failed. */
        ERROR
    }

    /** The defaults of a section that the specification leaves out. */
    public static PatroniLog defaults() {
        return KeyDefaults.of(PatroniLog.class);
    }

    /** Size at which the next file begins. */
    public MemorySize sizeOfFile() {
        return Optional.ofNullable(fileSize).orElse(SIZE);
    }

    /** Full files that are kept. */
    public int fullFiles() {
        return Optional.ofNullable(files).orElse(FILES);
    }

    /** The same with another {@link #level()}. */
    public PatroniLog withLevel(Level value) {
        return new PatroniLog(value, directory, fileSize, files);
    }

    /** The same with another {@link #directory()}. */
    public PatroniLog withDirectory(@Nullable String value) {
        return new PatroniLog(level, value, fileSize, files);
    }

    /** The same with another {@link #fileSize()}. */
    public PatroniLog withFileSize(@Nullable MemorySize value) {
        return new PatroniLog(level, directory, value, files);
    }

    /** The same with other {@link #files()}. */
    public PatroniLog withFiles(@Nullable Integer value) {
        return new PatroniLog(level, directory, fileSize, value);
    }
}
