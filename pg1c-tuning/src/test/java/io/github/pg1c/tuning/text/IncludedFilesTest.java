package io.github.pg1c.tuning.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.tuning.text.PostgresConf.Mistake;
import io.github.pg1c.tuning.text.PostgresConf.Mistake.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Included files; {@code ConfigurationFilesIT} asks real servers of missing ones. */
class IncludedFilesTest {

    private static final String MAIN = "/data/postgresql.conf";
    private static final String SECRET = "not for you";

    /** Files by their paths. */
    private record Memory(Map<String, String> texts) implements ConfFiles {

        @Override
        public String resolve(String file, String path) {
            return Path.of(file).resolveSibling(path).normalize().toString().replace('\\', '/');
        }

        @Override
        public Optional<String> text(String path) throws IOException {
            if (SECRET.equals(texts.get(path))) {
                throw new IOException("permission denied");
            }
            return Optional.ofNullable(texts.get(path));
        }

        @Override
        public Optional<List<String>> names(String path) throws IOException {
            if (SECRET.equals(texts.get(path))) {
                throw new IOException("permission denied");
            }
            List<String> names = texts.keySet().stream()
                    .filter(file -> file.matches(path + "/[^/]+"))
                    .map(file -> file.substring(path.length() + 1))
                    .toList();
            return names.isEmpty() ? Optional.empty() : Optional.of(names);
        }
    }

    private final Map<String, String> texts = new HashMap<>();

    private PostgresConf read(String text) {
        return PostgresConf.read(MAIN, text, new Memory(texts));
    }

    @Test
    void anIncludedFileStandsInThePlaceOfItsLine() {
        texts.put("/data/postgresql.base.conf", "work_mem = 1MB\njit = off\n");

        PostgresConf conf = read("jit = on\ninclude 'postgresql.base.conf'\nwork_mem = 2MB\n");

        assertThat(conf.values()).isEqualTo(Map.of("work_mem", "2MB", "jit", "off"));
        assertThat(conf.files()).containsExactly(MAIN, "/data/postgresql.base.conf");
        assertThat(conf.complete()).isTrue();
        assertThat(conf.settings().get(1))
                .isEqualTo(new PostgresConf.Setting("/data/postgresql.base.conf", 1, "work_mem", "1MB"));
    }

    @Test
    void aDirectoryIsReadInTheOrderOfBytesAndOnlyItsConfFiles() {
        texts.put("/data/conf.d/b.conf", "work_mem = 1MB");
        texts.put("/data/conf.d/Z.conf", "work_mem = 2MB\njit = on");
        texts.put("/data/conf.d/.hidden.conf", "jit = off");
        texts.put("/data/conf.d/z.conf.bak", "jit = off");

        PostgresConf conf = read("include_dir = 'conf.d'");

        assertThat(conf.values()).isEqualTo(Map.of("work_mem", "1MB", "jit", "on"));
    }

    @Test
    void pathsAreRelativeToTheFileThatNamesThem() {
        texts.put("/data/a/one.conf", "include '../b/two.conf'");
        texts.put("/data/b/two.conf", "include_if_exists = '/etc/three.conf'");
        texts.put("/etc/three.conf", "jit = off");

        assertThat(read("include 'a/one.conf'").values()).containsEntry("jit", "off");
    }

    @Test
    void whatTheServerMissesIsAMistakeAndWhatItSkipsIsNot() {
        texts.put("/data/one.conf", "jit = off\ninclude 'gone.conf'");

        PostgresConf conf =
                read("include 'one.conf'\ninclude_dir 'none.d'\ninclude_if_exists 'none.conf'\ninclude ''\n");

        assertThat(conf.mistakes())
                .containsExactly(
                        new Mistake("/data/one.conf", 2, Kind.MISSING, "/data/gone.conf"),
                        new Mistake(MAIN, 2, Kind.MISSING, "/data/none.d"),
                        new Mistake(MAIN, 4, Kind.NO_VALUE, ""));
        assertThat(conf.values()).containsEntry("jit", "off");
    }

    @Test
    void aCycleAndTooManyLevelsAreMistakes() {
        texts.put("/data/a.conf", "include 'b.conf'");
        texts.put("/data/b.conf", "include 'a.conf'");
        for (int i = 1; i <= 11; i++) {
            texts.put("/data/" + i + ".conf", "include '" + (i + 1) + ".conf'");
        }
        texts.put("/data/12.conf", "jit = off");

        assertThat(read("include 'a.conf'").mistakes())
                .containsExactly(new Mistake("/data/b.conf", 1, Kind.NESTING, "/data/a.conf"));
        assertThat(read("include '1.conf'").mistakes())
                .containsExactly(new Mistake("/data/10.conf", 1, Kind.NESTING, "/data/11.conf"));
        assertThat(read("include '3.conf'").values()).containsEntry("jit", "off");
    }

    @Test
    void whatCannotBeReadLeavesUnknownWhatIsNotSetBehindIt() {
        texts.put("/data/a.conf", SECRET);

        PostgresConf conf = read("jit = off\ninclude 'a.conf'\nwork_mem = 2MB\n");

        assertThat(conf.complete()).isFalse();
        assertThat(conf.known("WORK_MEM")).isTrue();
        assertThat(conf.known("jit")).isFalse();
        assertThat(conf.known("shared_buffers")).isFalse();
        assertThat(conf.values()).isEqualTo(Map.of("work_mem", "2MB"));
        assertThat(conf.includes()).containsExactly(new PostgresConf.Include(MAIN, 2, "include", "a.conf", 1));
    }

    @Test
    void whatAlterSystemHasWrittenIsReadLast() {
        texts.put("/data/postgresql.auto.conf", "work_mem = '3MB'");
        texts.put("/other/postgresql.auto.conf", "work_mem = '4MB'");

        assertThat(read("work_mem = 2MB").values()).containsEntry("work_mem", "3MB");
        assertThat(read("work_mem = 2MB\ndata_directory = '/other'").values()).containsEntry("work_mem", "4MB");
        assertThat(read("work_mem = 2MB\ndata_directory = '/none'").values()).containsEntry("work_mem", "2MB");

        texts.put("/data/postgresql.auto.conf", SECRET);
        assertThat(read("work_mem = 2MB").known("work_mem")).isFalse();
    }
}
