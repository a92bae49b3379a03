package io.github.pg1c.bundle.component.diskwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.RenderedNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script as a shell runs it, with other programs in place of those that measure the disk and ask Patroni and the
 * other members.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the script runs on nodes with Linux")
class DiskWatchScriptTest {

    private static final long GIGABYTE = 1L << 30;
    private static final long SIZE = 100 * GIGABYTE;
    /** 5 % would be 5 GB; the limit is 2 GB at most. */
    private static final long LITTLE = GIGABYTE;

    private static final long VERY_LITTLE = GIGABYTE / 4;
    private static final long ENOUGH = 50 * GIGABYTE;

    private static final String WITH_DISK_OF_WAL =
            RenderedNode.BASE.replace("version: 17}", "version: 17, walDirectory: /mnt/wal}");

    @TempDir
    private Path directory;

    private Path data;
    private Path reserve;

    @BeforeEach
    void node() throws IOException {
        data = Files.createDirectories(directory.resolve("data"));
        reserve = Files.createDirectories(data.resolve("pg_stat_tmp")).resolve("pg1c-reserve");
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        Files.createDirectories(directory.resolve("run"));
        Files.writeString(directory.resolve("patroni.env"), """
                PATRONI_REWIND_USERNAME="rewind"
                PATRONI_REWIND_PASSWORD="of-rewind"
                PATRONI_RESTAPI_USERNAME="patroni"
                PATRONI_RESTAPI_PASSWORD="of-\\\\\\"rest"
                """);
        program("fallocate", "for file; do :; done; : > \"$file\"");
        leads(200);
        spares("");
    }

    @Test
    void handsOverToTheMemberThatHasEnough() throws Exception {
        free(LITTLE);
        spares("case $* in *host=10.0.0.12*) echo -1 ;; *host=10.0.0.13*) echo 4096 ;; esac");

        String said = run();

        assertThat(said).contains("little space, < 2048 MB; the leader's role went to pg3");
        assertThat(requests())
                .contains("--data {\"leader\": \"pg1\", \"candidate\": \"pg3\"}", "/switchover")
                .doesNotContain("\"candidate\": \"pg2\"");
    }

    @Test
    void showsNoPasswordToOtherUsersOfTheHost() throws Exception {
        free(LITTLE);
        spares("echo 4096");

        run();

        assertThat(requests()).contains("stdin: user = \"patroni:of-\\\\\\\"rest\"");
        assertThat(requests().lines().filter(line -> line.startsWith("curl ")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("of-"));
        assertThat(asked()).contains("host=10.0.0.12").doesNotContain("of-rewind");
    }

    @Test
    void staysWhereNobodyHasMoreAndSaysWhoDoesNotTell() throws Exception {
        free(LITTLE);
        spares("case $* in *host=10.0.0.12*) echo -1 ;; esac");

        String said = run();

        assertThat(said)
                .containsOnlyOnce("no other member has twice the limit free; pg3: does not tell its space")
                .doesNotContain("pg2: does not tell");
        assertThat(requests()).doesNotContain("/switchover");
    }

    @Test
    void saysWhyPatroniRefuses() throws Exception {
        free(LITTLE);
        spares("echo 4096");
        answers(200, "{\"pause\": false}", "candidate is not healthy (412)");

        assertThat(run()).contains("Patroni refused the switchover to pg2: candidate is not healthy (412)");
    }

    @Test
    void leavesAPausedClusterAlone() throws Exception {
        free(LITTLE);
        spares("echo 4096");
        answers(200, "{\"pause\": true}", "(200)");

        assertThat(run()).contains("the leader's role stays here: the cluster is paused");
        assertThat(requests()).doesNotContain("/switchover");
    }

    @Test
    void aStandbyOnlyTellsThatItHasLittleSpace() throws Exception {
        free(LITTLE);
        spares("echo 4096");
        leads(503);

        assertThat(run()).containsOnlyOnce("little space, < 2048 MB\n");
        assertThat(requests()).doesNotContain("/switchover");
        assertThat(data.resolve("pg_stat_tmp/pg1c-room")).hasContent(Long.toString(LITTLE - 4 * GIGABYTE));
    }

    @Test
    void setsAReserveAsideAndFreesItWhenItIsNeeded() throws Exception {
        free(ENOUGH);
        assertThat(run()).contains("a reserve was set aside, 1024 MB");
        assertThat(reserve).exists();

        free(LITTLE);
        run();
        assertThat(reserve).exists();

        free(VERY_LITTLE);
        assertThat(run()).contains("the reserve was freed");
        assertThat(reserve).doesNotExist();
    }

    @Test
    void setsNoReserveAsideBelowADiskThatIsNotMounted() throws Exception {
        Path wal = Files.createDirectories(directory.resolve("wal"));
        free(ENOUGH);

        assertThat(run()).contains(data + ": a reserve was set aside").doesNotContain(wal + ": ");
        assertThat(wal).isEmptyDirectory();

        Files.createDirectory(wal.resolve("archive_status"));
        assertThat(run()).contains(wal + ": a reserve was set aside");
    }

    @Test
    void watchesTheDiskOfTablespacesAndKeepsItsReserveBesideThem() throws Exception {
        Path spaces = Files.createDirectories(directory.resolve("spaces"));
        String yaml = RenderedNode.BASE.replace(
                "version: 17}",
                "version: 17, tablespaces: [{name: one, directory: " + spaces + "/one}, {name: two, directory: "
                        + spaces + "/two}]}");
        free(ENOUGH);
        assertThat(run(yaml)).doesNotContain(spaces.toString());

        Path one = Files.createDirectory(spaces.resolve("one"));
        assertThat(run(yaml)).containsOnlyOnce(spaces + "/one: a reserve was set aside");
        assertThat(one).isEmptyDirectory();
        assertThat(spaces.resolve(".pg1c-reserve")).exists();
    }

    @Test
    void removesFilesOfTheServersLogThatAreKeptLongEnough() throws Exception {
        Path logs = Files.createDirectories(directory.resolve("logs"));
        Path old = file(logs, "postgresql-2026-01-01.log", 31);
        Path archived = file(logs, "postgresql-2026-01-01.log.2.gz", 31);
        List<Path> staying = List.of(
                file(logs, "postgresql-2026-01-31.log", 29),
                file(logs, "notes", 31),
                file(Files.createDirectory(logs.resolve("deeper")), "postgresql-2026-01-01.log", 31));
        free(ENOUGH);

        run(RenderedNode.BASE);
        assertThat(old).as("without a retention").exists();

        String said = run(RenderedNode.BASE.replace("version: 17}", "version: 17, logs: {retention: 30d}}"));
        assertThat(said).contains(old + ": kept long enough, removed");
        assertThat(old).doesNotExist();
        assertThat(archived).doesNotExist();
        assertThat(staying).allSatisfy(path -> assertThat(path).exists());
    }

    private static Path file(Path logs, String name, int days) throws IOException {
        Path file = Files.writeString(logs.resolve(name), "LOG:  line\n");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(days))));
    }

    private void free(long bytes) throws IOException {
        program("df", "echo '1B-blocks Avail'; echo " + SIZE + " " + bytes);
    }

    private void spares(String answer) throws IOException {
        program("psql", "echo \"$*\" >> '" + directory + "/asked'; " + answer);
    }

    private void leads(int status) throws IOException {
        answers(status, "{\"pause\": false}", "Successfully switched over (200)");
    }

    private void answers(int leader, String status, String switchover) throws IOException {
        program("curl", """
                { echo "curl $*"; sed 's/^/stdin: /'; } >> '%s/requests'
                case $* in
                  */leader) echo %d ;;
                  */patroni) echo '%s' ;;
                  */switchover) echo '%s' ;;
                esac
                """.formatted(directory, leader, status, switchover));
    }

    /** Runs the script for three looks, and between them until what it began aside has ended. */
    private String run() throws Exception {
        return run(WITH_DISK_OF_WAL);
    }

    private String run(String yaml) throws Exception {
        Files.deleteIfExists(directory.resolve("looks"));
        program("sleep", """
                echo >> '%1$s/looks'
                aside() { grep -lx "PPid:[[:blank:]]*$PPID" /proc/[0-9]*/status 2> /dev/null | grep -qv "/$$/"; }
                while aside; do /bin/sleep 0.1; done
                [ "$(wc -l < '%1$s/looks')" -lt 3 ] || kill "$PPID"
                """.formatted(directory));
        Path script = directory.resolve("watch");
        Files.writeString(
                script,
                RenderedNode.node("pg1", yaml)
                        .text(DiskWatchScript.PATH)
                        .replace("/var/lib/postgresql/17/main", data.toString())
                        .replace(
                                "/var/log/postgresql", directory.resolve("logs").toString())
                        .replace("/mnt/wal", directory.resolve("wal").toString())
                        .replace(
                                "/usr/lib/postgresql/17/bin/psql",
                                directory.resolve("bin/psql").toString())
                        .replace(
                                "/etc/patroni/patroni.env",
                                directory.resolve("patroni.env").toString())
                        .replace(
                                "/run/pg1c-disk-watch", directory.resolve("run").toString()));
        ProcessBuilder command = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
        command.environment().merge("PATH", directory.resolve("bin").toString(), (path, first) -> first + ":" + path);
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    private String requests() throws IOException {
        return Files.readString(directory.resolve("requests"));
    }

    private String asked() throws IOException {
        return Files.readString(directory.resolve("asked"));
    }

    private void program(String name, String body) throws IOException {
        Path file = Files.createDirectories(directory.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
