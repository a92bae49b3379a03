package io.github.pg1c.tuning.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresConfTest {

    private static Map<String, String> values(String text) {
        PostgresConf conf = PostgresConf.parse(text);
        assertThat(conf.mistakes()).isEmpty();
        return conf.values();
    }

    @Test
    void readsQuotedAndBareValuesWithAndWithoutEqualsSigns() {
        assertThat(values("""
                # a comment, and below one behind a value
                shared_buffers = 8GB   # a quarter
                work_mem='64MB'#close
                \tcheckpoint_timeout   15min
                jit off
                random_page_cost = 1.1
                autovacuum_vacuum_cost_limit = -1
                log_line_prefix = '%m [%p] '
                lc_messages = en_US.UTF-8
                unix_socket_permissions = 0x1FF
                """))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "shared_buffers", "8GB",
                        "work_mem", "64MB",
                        "checkpoint_timeout", "15min",
                        "jit", "off",
                        "random_page_cost", "1.1",
                        "autovacuum_vacuum_cost_limit", "-1",
                        "log_line_prefix", "%m [%p] ",
                        "lc_messages", "en_US.UTF-8",
                        "unix_socket_permissions", "0x1FF"));
    }

    @Test
    void lastLineOfAParameterWinsInAnyCase() {
        PostgresConf conf = PostgresConf.parse("work_mem = 1MB\nWORK_MEM = 2MB\r\nWork_Mem = 3MB");
        assertThat(conf.values()).isEqualTo(Map.of("work_mem", "3MB"));
        assertThat(conf.settings()).extracting(PostgresConf.Setting::line).containsExactly(1, 2, 3);
        assertThat(conf.settings().get(1).name()).isEqualTo("WORK_MEM");
    }

    @Test
    void quotesAndBackslashesAreRead() {
        assertThat(values("""
                a = 'it''s'
                b = 'back\\\\slash'
                c = 'tab\\tline\\nreturn\\rfeed\\fbell\\b'
                d = 'octal \\101\\60'
                e = 'quote \\' in'
                f = ''
                g = 'hash # inside'
                """))
                .isEqualTo(Map.of(
                        "a", "it's",
                        "b", "back\\slash",
                        "c", "tab\tline\nreturn\rfeed\fbell\b",
                        "d", "octal A0",
                        "e", "quote ' in",
                        "f", "",
                        "g", "hash # inside"));
    }

    @Test
    void includedFilesAreNamed() {
        PostgresConf conf =
                PostgresConf.parse("include 'a.conf'\nInclude_Dir = 'conf.d'\ninclude_if_exists = 'b.conf'\njit = on");
        assertThat(conf.includes())
                .containsExactly(
                        new PostgresConf.Include("", 1, "include", "a.conf", 0),
                        new PostgresConf.Include("", 2, "include_dir", "conf.d", 0),
                        new PostgresConf.Include("", 3, "include_if_exists", "b.conf", 0));
        assertThat(conf.values()).containsOnlyKeys("jit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "work_mem",
                "work_mem =",
                "work_mem = # nothing",
                "work_mem = 64 MB",
                "work_mem = 1.5GB",
                "work_mem = 'open",
                "work_mem = 'a' 'b'",
                "work_mem == 1",
                "= 1",
                "1work = 1",
                "lc_messages = en_US.UTF",
                "work_mem = 1e3",
                "work-mem = 1",
                "a.b.c = 1",
                "x = -",
                "'work_mem' = 1",
                "work_mem = 1;",
            })
    void mistakesAreReportedWithTheirLineAndTheOthersRead(String line) {
        PostgresConf conf = PostgresConf.parse("jit = on\n" + line + "\ngeqo = off\n");
        assertThat(conf.mistakes())
                .singleElement()
                .extracting(PostgresConf.Mistake::line)
                .isEqualTo(2);
        assertThat(conf.values()).isEqualTo(Map.of("jit", "on", "geqo", "off"));
    }

    @Test
    void namesOfLibrariesHaveADot() {
        assertThat(values("online_analyze.enable = off")).containsEntry("online_analyze.enable", "off");
    }

    @Test
    void anyTextIsReadWithoutFailing() {
        SplittableRandom random = new SplittableRandom(11);
        String pieces = "ab_1.=' \t\\\n#-+x0/:é\u0000,";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(40); j > 0; j--) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            PostgresConf conf = PostgresConf.parse(text.toString());
            assertThat(conf.settings().size()
                            + conf.includes().size()
                            + conf.mistakes().size())
                    .isLessThanOrEqualTo(text.toString().split("\n", -1).length);
        }
        String quotes = "a = '" + "''".repeat(200_000) + "'";
        assertThat(PostgresConf.parse(quotes).values().get("a")).hasSize(200_000);
    }
}
