package io.github.pg1c.bundle.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pg1c.bundle.ThreeNodes;
import io.github.pg1c.bundle.collect.Answer;
import io.github.pg1c.bundle.collect.HostFacts;
import io.github.pg1c.bundle.collect.HostFacts.InstalledPackage;
import io.github.pg1c.bundle.collect.HostFacts.Listener;
import io.github.pg1c.bundle.collect.HostFacts.Unit;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The collector as a shell runs it on this machine, with other programs in place of those that ask what runs. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the script runs on nodes with Linux")
class CollectorTest {

    /** What the script may call, besides a package manager and what asks systemd and the kernel. */
    private static final List<String> TOOLS = List.of(
            "awk",
            "cat",
            "date",
            "df",
            "getent",
            "id",
            "locale",
            "od",
            "sed",
            "sh",
            "sha256sum",
            "stat",
            "timeout",
            "tr",
            "uname");

    @TempDir
    private Path directory;

    private Path programs;
    private Path script;
    private CollectorRun.Call call;

    @BeforeEach
    void bundle() throws IOException {
        programs = Files.createDirectories(directory.resolve("programs"));
        script = WrittenBundle.of(ThreeNodes.three(), directory).bundle().resolve("nodes/pg1/collect.sh");
        call = CollectorRun.of(script, Files.createDirectories(directory.resolve("work")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash"})
    void answersAboutThisMachineInEveryShell(String shell) {
        assumeTrue(find(shell).isPresent(), shell + " is not installed");

        CollectorRun run = call.by(shell).run();

        assertThat(run.errors()).isEmpty();
        assertThat(run.status()).isZero();
        HostFacts facts = run.facts();
        assertThat(facts.node()).isEqualTo("pg1");
        assertThat(facts.host()).isNotEmpty();
        assertThat(facts.time()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(facts.system().kernel()).isEqualTo(System.getProperty("os.version"));
        assertThat(facts.users())
                .contains(new HostFacts.User("root", Answer.YES, 0L, 0L, List.of("root")))
                .extracting(HostFacts.User::name)
                .contains("etcd", "haproxy", "postgres");
        assertThat(facts.kernel())
                .filteredOn(parameter -> parameter.key().equals("vm.swappiness"))
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.value()).matches("\\d+"));
        assertThat(facts.units())
                .extracting(Unit::name)
                .contains("etcd.service", "patroni.service", "pg1c-huge-pages.service");
        assertThat(facts.directories()).isNotEmpty();
        assertThat(run.output()).matches("\\p{ASCII}*");
    }

    @Test
    void refusesOptionsThatItDoesNotKnow() {
        CollectorRun run = call.run("--fix");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("[--root DIR]");
    }

    @Test
    void readsWhatSystemdSaysOfUnits() throws IOException {
        program("systemctl", """
                [ "$TZ" = UTC ] || exit 1
                while [ "$1" != -- ]; do shift; done; shift
                for unit; do
                  state=inactive since=InactiveEnterTimestamp load=not-found
                  case $unit in
                    chrony*) unit=chrony.service state=active load=loaded ;;
                    etcd*) load=loaded state=active since=ActiveEnterTimestamp
                      printf 'UnitFileState=enabled\\nFragmentPath=/etc/systemd/system/%s\\n' "$unit"
                      printf 'DropInPaths=/run/systemd/system/etcd.service.d/50.conf'
                      printf ' "/etc/systemd/system/etcd.service.d/my \\\\"own\\\\" \\320\\257 \\\\\\\\.conf"\\n' ;;
                    patroni*) load=loaded; printf 'DropInPaths="/etc/without an end\\n' ;;
                  esac
                  printf 'ActiveState=%s\\nSubState=some\\nLoadState=%s\\n' "$state" "$load"
                  printf 'NRestarts=2\\nNeedDaemonReload=yes\\n%s=Mon 2026-11-30 17:00:33 UTC\\n' "$since"
                  printf 'Id=%s\\n\\n' "$unit"
                done
                """);
        program("timedatectl", "echo NTPSynchronized=yes\n");

        HostFacts facts = call.with(programs).run().facts();

        assertThat(facts.units())
                .contains(new Unit(
                        "etcd.service",
                        "loaded",
                        "enabled",
                        "active",
                        "some",
                        Instant.parse("2026-11-30T17:00:33Z"),
                        2L,
                        Answer.YES,
                        "/etc/systemd/system/etcd.service",
                        List.of(
                                "/run/systemd/system/etcd.service.d/50.conf",
                                "/etc/systemd/system/etcd.service.d/my \"own\" Я \\.conf")))
                .filteredOn(unit -> unit.name().equals("haproxy.service"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.load()).isEqualTo("not-found"))
                .satisfies(unit -> assertThat(unit.dropIns()).isEmpty());
        assertThat(facts.why("units[patroni.service].dropIns")).get().asString().contains("\"/etc/without an end");
        assertThat(facts.clock()).isEqualTo(new HostFacts.Clock(Answer.YES, List.of("chrony.service")));
    }

    @Test
    void namesWithQuotesBlanksLineFeedsAndOtherBytesSurvive() throws IOException {
        program("ss", """
                printf 'LISTEN 0 9 10.0.0.11:5432 0.0.0.0:* users:(("postgres",pid=7,fd=3),("postgres",pid=8,fd=3))\\n'
                printf 'LISTEN 0 9 [::]:5000 [::]:* users:(("a "b"\\\\c\\001\\n\\td\\377\\303\\200",pid=1,fd=3),'
                printf '("\\355\\240\\200",pid=2,fd=1))\\n'
                printf 'LISTEN 0 9 *:80 *:* users:(("\\320\\257\\360\\237\\230\\200",pid=1,fd=3))\\n'
                printf 'LISTEN 0 9 127.0.0.53%%lo:53 0.0.0.0:*\\n'
                """);
        program("getent", """
                case $*  in
                  'passwd root') echo 'root:x:0:0::/:/bin/sh' ;;
                  'group '*) printf 'DOM\\\\"users" \\321\\217\\376:x:1:\\n' ;;
                  *) exit 2 ;;
                esac
                """);

        HostFacts facts = call.with(programs).run().facts();

        assertThat(facts.listeners())
                .containsExactly(
                        new Listener("10.0.0.11", 5432, List.of("postgres")),
                        new Listener("::", 5000, List.of("a \"b\"\\c\u0001\n\td\uDCFFÀ", "\uDCED\uDCA0\uDC80")),
                        new Listener("*", 80, List.of("Я😀")),
                        new Listener("127.0.0.53%lo", 53, null));
        assertThat(facts.why("listeners[127.0.0.53%lo:53].programs")).isNotEmpty();
        assertThat(facts.users())
                .filteredOn(user -> user.name().equals("root"))
                .singleElement()
                .satisfies(user -> assertThat(user.groups()).containsExactly("DOM\\\"users\" я\uDCFE"));
    }

    @Test
    void withoutTheProgramsThatAnswerItSaysSoAndAnswersTheRest() throws IOException {
        for (String tool : TOOLS) {
            Files.createSymbolicLink(programs.resolve(tool), find(tool).orElseThrow());
        }
        assumeTrue(!Files.exists(Path.of("/usr/sbin/ss")), "ss stands where the script looks besides the PATH");

        CollectorRun run = call.onlyWith(programs.toString()).run();

        assertThat(run.status()).isZero();
        assertThat(run.errors()).isEmpty();
        HostFacts facts = run.facts();
        assertThat(facts.listeners()).isNull();
        assertThat(facts.why("listeners")).contains("a program is missing: ss");
        assertThat(facts.units()).isNotEmpty().allMatch(unit -> unit.load() == null);
        assertThat(facts.why("units[etcd.service].load")).contains("a program is missing: systemctl");
        assertThat(facts.packages()).isNotEmpty().allMatch(one -> one.installed() == Answer.UNKNOWN);
        assertThat(facts.why("packages[patroni].installed")).contains("a program is missing: dpkg-query");
        assertThat(facts.clock()).isEqualTo(new HostFacts.Clock(Answer.UNKNOWN, null));
        assertThat(facts.users()).contains(new HostFacts.User("root", Answer.YES, 0L, 0L, List.of("root")));
    }

    @Test
    void aProgramThatFailsOrHangsIsAReason() throws IOException {
        program("systemctl", "echo 'Failed to connect to bus: Host is down' >&2; exit 1\n");
        program("ss", "exec sleep 60\n");
        program("timedatectl", "printf 'a banner\\n'\n");
        program("dpkg-query", "exit 2\n");
        program("getent", "exit 1\n");

        HostFacts facts = call.with(programs).run().facts();

        assertThat(facts.why("units[etcd.service].load"))
                .contains("a command failed: systemctl (1): Failed to connect to bus: Host is down");
        assertThat(facts.why("listeners")).contains("a command failed: ss (124)");
        assertThat(facts.clock().synchronizedNow()).isEqualTo(Answer.UNKNOWN);
        assertThat(facts.packages()).allMatch(one -> one.installed() == Answer.UNKNOWN);
        assertThat(facts.users()).allMatch(user -> user.present() == Answer.UNKNOWN);
    }

    @Test
    void knowsThePackagesOfBothManagers() throws IOException {
        program("dpkg-query", """
                printf 'installed patroni 4.0.7-1\\nconfig-files haproxy 2.9\\n'
                exit 1
                """);
        program("rpm", """
                printf 'installed patroni 4.1.0-1.el9\\npackage haproxy is not installed\\n'
                exit 3
                """);

        HostFacts apt = call.with(programs).run().facts();
        String other = Files.readString(script).replace("manager='apt'", "manager='dnf'");
        HostFacts dnf = CollectorRun.of(
                        Files.writeString(directory.resolve("dnf.sh"), other), directory.resolve("work"))
                .with(programs)
                .run()
                .facts();

        assertThat(apt.packages())
                .contains(
                        new InstalledPackage("patroni", Answer.YES, "4.0.7-1"),
                        new InstalledPackage("haproxy", Answer.NO, null),
                        new InstalledPackage("pgbouncer", Answer.NO, null));
        assertThat(dnf.packages())
                .as("rpm said nothing of the last one")
                .contains(
                        new InstalledPackage("patroni", Answer.YES, "4.1.0-1.el9"),
                        new InstalledPackage("haproxy", Answer.NO, null),
                        new InstalledPackage("pgbouncer", Answer.UNKNOWN, null));
    }

    @Test
    void saysWhichPathsItMayNotSee() throws IOException {
        Path root = Files.createDirectories(directory.resolve("root"));
        Path closed = Files.createDirectories(root.resolve("etc/patroni/tls"));
        Files.writeString(root.resolve("etc/patroni/patroni.yml"), "scope: zup\n");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(
                root.resolve("etc/patroni/patroni.yml"), PosixFilePermissions.fromString("-wx------"));
        boolean isRoot = Files.getAttribute(directory, "unix:uid").equals(0);
        assumeTrue(!isRoot || find("setpriv").isPresent(), "setpriv is not installed");

        CollectorRun run = (isRoot
                        ? call.by("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "sh")
                        : call)
                .run("--root", root.toString());

        assertThat(run.status()).isZero();
        HostFacts facts = run.facts();
        assertThat(file(facts, PatroniPaths.TLS + "/ca.pem").present()).isEqualTo(Answer.UNKNOWN);
        assertThat(facts.why("files[" + PatroniPaths.TLS + "/ca.pem].present"))
                .contains("this user may not search a directory above it");
        assertThat(file(facts, "/etc/haproxy/haproxy.cfg").present()).isEqualTo(Answer.NO);
        HostFacts.File unreadable = file(facts, PatroniPaths.CONFIG);
        assertThat(unreadable.rights().mode()).isEqualTo("0300");
        assertThat(unreadable.sha256()).isNull();
        assertThat(facts.why("files[" + PatroniPaths.CONFIG + "].sha256")).contains("this user may not know; root may");
    }

    private static HostFacts.File file(HostFacts facts, String path) {
        return facts.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private void program(String name, String body) throws IOException {
        Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Optional<Path> find(String program) {
        return Stream.of("/usr/bin/", "/bin/", "/usr/sbin/", "/usr/local/bin/")
                .map(bin -> Path.of(bin + program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
