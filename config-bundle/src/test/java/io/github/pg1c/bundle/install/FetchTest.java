package io.github.pg1c.bundle.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.ThreeNodes;
import io.github.pg1c.model.yaml.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fetch.sh} beside an apt whose repositories have one version of everything; the live tests fetch with the real one. */
class FetchTest {

    private static final String PACKAGES = "etcd-client etcd-server haproxy patroni pgbouncer postgresql-17"
            + " python3-dnspython python3-etcd python3-psycopg2";

    @TempDir
    private Path directory;

    private Path programs;
    private Path packages;
    private Path asked;

    @BeforeEach
    void apt() throws IOException {
        programs = Files.createDirectories(directory.resolve("programs"));
        packages = directory.resolve("packages");
        asked = directory.resolve("asked");
        program("id", "echo 0");
        program("apt-get", """
                for word; do
                  case $word in
                    update) exit 0 ;;
                    Dir::Cache::archives=*) to=${word#*=} ;;
                  esac
                done
                echo "$*" > ASKED
                has=$(cat VERSION)
                while [ "$1" != install ]; do shift; done
                shift
                for word; do
                  name=${word%%=*} wanted=${word#"$name"}
                  if [ "${wanted:-=$has}" != "=$has" ]; then
                    echo "E: Version '${wanted#=}' for '$name' was not found" >&2
                    exit 100
                  fi
                  echo "content of $name $has" > "$to/${name}_${has}_all.deb"
                done
                """.replace("ASKED", asked.toString())
                .replace("VERSION", directory.resolve("version").toString()));
        program("dpkg-deb", """
                while [ $# -gt 1 ]; do shift; done
                name=${1##*/}
                name=${name%_all.deb}
                echo "${name%_*} ${name##*_}"
                """);
        repositoriesHave("2.0-1");
    }

    @Test
    void printsWhatWasFoundForTheSpecification() throws IOException {
        CollectorRun run = fetch(ThreeNodes.three());

        assertThat(run.errors()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(lock(run)).contains("  sums: ").contains("\n    patroni: \"2.0-1\"", "\n    haproxy: \"2.0-1\"");
        assertThat(ThreeNodes.cluster(ThreeNodes.with(lock(run))).packages().versions())
                .as("it is a section of the specification")
                .containsOnlyKeys(PACKAGES.split(" "));
    }

    @Test
    void exactVersionsAreFetchedAgainAndNothingIsLeftToWrite() throws IOException {
        Specification exact = ThreeNodes.with(lock(fetch(ThreeNodes.three())));
        packages = directory.resolve("again");

        CollectorRun again = fetch(exact);

        assertThat(again.status()).isZero();
        assertThat(Files.readString(asked)).contains("patroni=2.0-1", "postgresql-17=2.0-1");
        assertThat(again.output()).doesNotContain("packages:");
    }

    @Test
    void aVersionThatIsGoneIsSaidWithTheWayOut() throws IOException {
        Specification exact = ThreeNodes.with(lock(fetch(ThreeNodes.three())));
        packages = directory.resolve("later");
        repositoriesHave("2.1-1");

        CollectorRun refused = fetch(exact);
        CollectorRun latest = fetch(exact, "--latest");

        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).doesNotContain("packages:");
        assertThat(refused.errors()).contains("was not found", "--latest");
        assertThat(latest.status()).isZero();
        assertThat(lock(latest)).contains("\n    patroni: \"2.1-1\"").doesNotContain("2.0-1");
    }

    @Test
    void twoVersionsInOneDirectoryAreRefused() throws IOException {
        fetch(ThreeNodes.three());
        repositoriesHave("2.1-1");

        CollectorRun refused = fetch(ThreeNodes.three());

        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).doesNotContain("packages:");
        assertThat(refused.errors()).contains("2.0-1", "2.1-1", "exactly one version");
    }

    private static String lock(CollectorRun run) {
        assertThat(run.output()).contains("\npackages:\n");
        return run.output().substring(run.output().indexOf("packages:\n"));
    }

    private CollectorRun fetch(Specification specification, String... options) throws IOException {
        Path written = WrittenBundle.of(specification, directory).bundle().resolve("fetch.sh");
        // The machine of the test need not be a Debian.
        Path script = Files.writeString(
                directory.resolve("fetch.sh"), Files.readString(written).replace("is_system ||", "true ||"));
        String[] words = new String[options.length + 1];
        System.arraycopy(options, 0, words, 0, options.length);
        words[options.length] = packages.toString();
        return CollectorRun.of(script, Files.createDirectories(directory.resolve("work")))
                .with(programs)
                .run(words);
    }

    private void repositoriesHave(String version) throws IOException {
        Files.writeString(directory.resolve("version"), version + "\n");
    }

    private void program(String name, String body) throws IOException {
        Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
