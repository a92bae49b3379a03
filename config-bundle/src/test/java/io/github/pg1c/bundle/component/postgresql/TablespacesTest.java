package io.github.pg1c.bundle.component.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.RenderedNode;
import io.github.pg1c.bundle.part.Directory;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.render.Components;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TablespacesTest {

    private static final String TWO = with("/spaces/data", "/spaces/index");

    private static String with(String data, String index) {
        return RenderedNode.BASE.replace(
                "version: 17}",
                "version: 17, walDirectory: /wal/17, tablespaces: [{name: v81c_data, directory: " + data
                        + "}, {name: v81c_index, directory: " + index + "}]}");
    }

    @Test
    void theyAreCreatedOnceBeforeTheDatabases() {
        assertThat(RenderedNode.node("pg1", TWO).text(PostgresqlPaths.DATABASES))
                .containsSubsequence(
                        """
                        SELECT 'CREATE TABLESPACE "v81c_data" LOCATION ''/spaces/data'''
                         WHERE NOT EXISTS (SELECT FROM pg_tablespace WHERE spcname = 'v81c_data') \\gexec
                        """,
                        "  FROM pg_tablespace WHERE spcname = 'v81c_data'"
                                + " AND pg_tablespace_location(oid) <> '/spaces/data' \\gexec\n",
                        "GRANT CREATE ON TABLESPACE \"v81c_data\" TO \"zup\";\n",
                        "CREATE TABLESPACE \"v81c_index\"",
                        "CREATE DATABASE");
    }

    /** Patroni renames and removes the directories, so that no disk may be mounted at them. */
    @Test
    void theirDirectoriesAreMadeAnewLikeThatOfWal() {
        PlanContext context = RenderedNode.context(RenderedNode.cluster(TWO));
        List<String> directories = Components.part(
                        context, context.cluster().nodes().get(0))
                .directories()
                .stream()
                .filter(directory -> directory.owner().equals("postgres"))
                .map(directory -> directory.rule() + " " + directory.mode() + " " + directory.path())
                .toList();

        assertThat(directories)
                .containsOnlyOnce(
                        Directory.Rule.DISK + " 0755 /spaces",
                        Directory.Rule.REMADE + " 0700 /spaces/data",
                        Directory.Rule.REMADE + " 0700 /spaces/index",
                        Directory.Rule.REMADE + " 0700 /wal/17");
    }

    @Test
    void aClusterWithoutThemCopiesAsBefore() {
        RenderedNode node = RenderedNode.node("pg1", RenderedNode.BASE);

        assertThat(node.text("/etc/patroni/patroni.yml")).doesNotContain("empty_tablespaces");
        assertThat(node.text(PostgresqlPaths.DATABASES)).doesNotContain("TABLESPACE");
    }

    @EnabledOnOs(value = OS.LINUX, disabledReason = "the script runs on nodes with Linux")
    @Test
    void whatABrokenCopyLeftIsRemovedOnlyWithoutADataDirectory(@TempDir Path directory) throws Exception {
        Path data = Files.createDirectories(directory.resolve("data"));
        Path left = file(directory, "spaces/data/PG_17_202406281/5/16384");
        Path foreign = file(directory, "spaces/data/notes");
        Path other = file(directory, "spaces/index/PG_17_202406281/5/16385");
        Path version = Files.writeString(data.resolve("PG_VERSION"), "17\n");

        run(directory);
        assertThat(left).exists();
        assertThat(other).exists();

        Files.delete(version);
        run(directory);
        assertThat(directory.resolve("spaces/data")).isDirectoryContaining(path -> path.equals(foreign));
        assertThat(directory.resolve("spaces/data/PG_17_202406281")).doesNotExist();
        assertThat(directory.resolve("spaces/index")).isEmptyDirectory();

        Files.delete(data);
        run(directory);
    }

    private static Path file(Path directory, String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(directory.resolve(name.substring(0, name.lastIndexOf('/'))));
        return Files.writeString(file, "page");
    }

    /** Ends with 1, so that Patroni goes on to the next way to copy. */
    private static void run(Path directory) throws IOException, InterruptedException {
        String spaces = directory.resolve("spaces").toString();
        String yaml = with(spaces + "/data", spaces + "/index")
                .replace("walDirectory: /wal/17", "dataDirectory: " + directory.resolve("data"));
        Path script = directory.resolve("empty");
        Files.writeString(script, RenderedNode.node("pg1", yaml).text(PostgresqlPaths.EMPTY_TABLESPACES));
        Process process = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(process.exitValue()).isEqualTo(1);
    }
}
