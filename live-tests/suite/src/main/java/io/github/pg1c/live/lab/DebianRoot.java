package io.github.pg1c.live.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
     * The root, built now unless it is there already.
     *
     * @param release release of the hosts
     * @param environment environment variables
     * @param work directory for the script and its log
     * @throws IllegalStateException when no mirror is known or the root cannot be built
     */
    public static DebianRoot of(DebianRelease release, Map<String, String> environment, Path work) {
        Path script = Scripts.unpack("debian-root.sh", work);
        Path packages = Scripts.unpack("debian-root.packages", work);
        Path cache = Path.of(environment.getOrDefault("PG1C_LIVE_CACHE", "/var/tmp/pg1c-live"));
        claim(cache);
        Path root = cache.resolve(release.suite() + "-" + hash(release, script, packages));
        if (!Files.isDirectory(root)) {
            Path log = work.resolve("debian-root-" + release + ".log");
            build(
                    log,
                    List.of(
                            "sh",
                            script.toString(),
                            root.toString(),
                            release.suite(),
                            mirror(environment),
                            packages.toString(),
                            release.postgresqlPackage()));
        }
        return new DebianRoot(root);
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

    private static String hash(DebianRelease release, Path... files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(release.postgresqlPackage().getBytes(StandardCharsets.UTF_8));
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
