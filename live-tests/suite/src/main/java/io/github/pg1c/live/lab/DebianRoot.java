package io.github.pg1c.live.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file system under all test hosts: a release of Debian with the packages that a bundle configures.
 *
 * <p>Built once for a release and its list of packages, and kept in {@code PG1C_LIVE_CACHE}, by default
 * {@code /var/tmp/pg1c-live}. The mirror is {@code PG1C_LIVE_MIRROR}, by default the Debian mirror of this machine's
 * apt.
 *
 * @param path directory of the built root
 * @since 0.1
 */
public record DebianRoot(Path path) {

    /** Environment variables with proxies for apt and debootstrap. */
    private static final List<String> PROXIES = List.of("http_proxy", "https_proxy", "no_proxy");

    /**
     * The root with the programs that a bundle configures, built now unless it is there already.
     *
     * @param release release of the hosts
     * @param environment environment variables
     * @param work directory for the script and its log
     * @throws IllegalStateException when no mirror is known or the root cannot be built
     */
    public static DebianRoot of(DebianRelease release, Map<String, String> environment, Path work) {
        return of(release, environment, work, "prepared", "debian-root.packages", release.postgresqlPackages());
    }

    /** The root of hosts that somebody just installed, without any program of a bundle, as {@link #of}. */
    public static DebianRoot bare(DebianRelease release, Map<String, String> environment, Path work) {
        return of(release, environment, work, "bare", "bare-root.packages", List.of());
    }

    private static DebianRoot of(
            DebianRelease release,
            Map<String, String> environment,
            Path work,
            String state,
            String list,
            List<String> further) {
        Path script = Scripts.unpack("debian-root.sh", work);
        Path packages = Scripts.unpack(list, work);
        Path cache = cache(environment);
        claim(cache);
        Path root = cache.resolve(release.suite() + "-" + hash(String.join(" ", further), script, packages));
        if (!Files.isDirectory(root)) {
            List<String> command = new ArrayList<>(List.of(
                    "sh",
                    script.toString(),
                    root.toString(),
                    release.suite(),
                    mirror(environment),
                    state,
                    packages.toString()));
            command.addAll(further);
            build(work.resolve("debian-root-" + release + ".log"), command);
        }
        return new DebianRoot(root);
    }

    private static Path cache(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("PG1C_LIVE_CACHE", "/var/tmp/pg1c-live"));
    }

    /**
     * The directory of packages that the script of a bundle fetches on such a host with a network; fetched once for a
     * root, a script and archives.
     *
     * @param script {@code fetch.sh} of the bundle
     * @param wheels directory of what pip can find
     * @param archives what is put there by hand
     */
    public Path fetch(Path script, Path wheels, List<Path> archives, Map<String, String> environment, Path work) {
        Path fetch = Scripts.unpack("fetch.sh", work);
        List<Path> all = new ArrayList<>(List.of(script, fetch));
        all.addAll(archives);
        String of = path.getFileName() + "-" + hash(wheels.getFileName().toString(), all.toArray(Path[]::new));
        Path packages = cache(environment).resolve("fetched-" + of);
        List<String> command = new ArrayList<>(List.of(
                "sh", fetch.toString(), path.toString(), script.toString(), packages.toString(), wheels.toString()));
        archives.forEach(archive -> command.add(archive.toString()));
        build(work.resolve("fetch.log"), command);
        return packages;
    }

    /** What the script said that fetched these packages. */
    public static String said(Path packages) {
        try {
            return Files.readString(packages.resolveSibling(packages.getFileName() + ".said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory with the Python distributions of this root as wheels, made once for a root. */
    public Path wheels(Map<String, String> environment, Path work) {
        Path script = Scripts.unpack("wheels.py", work);
        Path wheels = cache(environment).resolve("wheels-" + path.getFileName() + "-" + hash("", script));
        if (!Files.isDirectory(wheels)) {
            String steps =
                    "made=$(mktemp -d \"$3.XXXXXX\") && chroot \"$1\" python3 - < \"$2\" | tar -C \"$made\" -xf - &&"
                            + " chmod 755 \"$made\" && mv -T \"$made\" \"$3\"";
            build(
                    work.resolve("wheels.log"),
                    List.of(
                            "bash",
                            "-o",
                            "pipefail",
                            "-c",
                            steps,
                            "sh",
                            path.toString(),
                            script.toString(),
                            wheels.toString()));
        }
        return wheels;
    }

    /**
     * An archive of programs of this root, as a project publishes them; the same programs give the same bytes.
     *
     * @param programs absolute paths
     */
    public void pack(Path archive, String... programs) {
        List<String> command = new ArrayList<>(List.of(
                "tar",
                "-C",
                path.toString(),
                "--sort=name",
                "--mtime=@0",
                "--owner=0",
                "--group=0",
                "--transform=s|.*/|programs/|",
                "-cf",
                archive.toString()));
        for (String program : programs) {
            command.add("." + program);
        }
        Command.run(command).orThrow();
    }

    /** Checks that root owns the directory, because hosts boot from it as root. */
    private static void claim(Path cache) {
        try {
            if (!Files.exists(cache)) {
                Files.createDirectories(cache);
                Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwx------"));
            }
            if (!Files.getAttribute(cache, "unix:uid").equals(0)) {
                throw new IllegalStateException(cache + " is not root's: remove it or name another PG1C_LIVE_CACHE");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Path log, List<String> command) {
        try {
            ProcessBuilder builder = Command.builder(command);
            PROXIES.forEach(name -> Optional.ofNullable(System.getenv(name))
                    .ifPresent(value -> builder.environment().put(name, value)));
            int status = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("the root of the test hosts could not be built, see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        }
    }

    private static String mirror(Map<String, String> environment) {
        String named = environment.get("PG1C_LIVE_MIRROR");
        if (named != null) {
            return named;
        }
        return Command.run("apt-get", "indextargets", "--format", "$(SITE) $(ORIGIN) $(LABEL)", "Created-By: Packages")
                .orThrow()
                .lines()
                .filter(line -> line.endsWith(" Debian Debian"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("apt knows no mirror of Debian here: name one in PG1C_LIVE_MIRROR"));
    }

    private static String hash(String word, Path... files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(word.getBytes(StandardCharsets.UTF_8));
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
