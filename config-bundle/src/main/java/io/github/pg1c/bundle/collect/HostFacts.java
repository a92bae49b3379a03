package io.github.pg1c.bundle.collect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the host of a node has, as {@code nodes/<node>/collect.sh} of the bundle answers: of everything that the bundle
 * needs or brings there, in the order of the bundle, and of what runs.
 *
 * <p>What could not be found out is {@link Answer#UNKNOWN}, or null where a value is, and {@link #why} has the reason.
 * A value is null without a reason where there is nothing that could have one: a missing file has no mode.
 *
 * @param node node whose script it was
 * @param host name that the host has, perhaps with its domain ({@code uname -n})
 * @param time clock of the host when it answered, whole seconds
 * @param system operating system
 * @param packages packages of the components
 * @param programs programs that the files of the bundle call, and libraries that they load
 * @param users users of files and services
 * @param files files of the manifest, those with secrets at the end
 * @param directories directories that the installer makes
 * @param units units of systemd among the files
 * @param kernel parameters of the kernel that the files set
 * @param listeners every TCP port of the host on which something listens; null when unknown
 * @param locales locales of the databases
 * @param clock synchronization of the clock
 * @param unknown what could not be found out
 * @since 0.1
 */
public record HostFacts(
        String node,
        @Nullable String host,
        @Nullable Instant time,
        OperatingSystem system,
        List<InstalledPackage> packages,
        List<Program> programs,
        List<User> users,
        List<File> files,
        List<Directory> directories,
        List<Unit> units,
        List<Parameter> kernel,
        @Nullable List<Listener> listeners,
        List<Locale> locales,
        Clock clock,
        List<Unknown> unknown) {

    /** The format that this version writes and reads. */
    public static final int FORMAT_VERSION = 1;

    public HostFacts {
        packages = List.copyOf(packages);
        programs = List.copyOf(programs);
        users = List.copyOf(users);
        files = List.copyOf(files);
        directories = List.copyOf(directories);
        units = List.copyOf(units);
        kernel = List.copyOf(kernel);
        listeners = copy(listeners);
        locales = List.copyOf(locales);
        unknown = List.copyOf(unknown);
    }

    /**
     * Reads an answer.
     *
     * @throws HostFactsException with everything that is wrong with it
     */
    public static HostFacts parse(String json) {
        return new HostFactsReader().read(json);
    }

    /**
     * The reason why a value is unknown.
     *
     * @param place of the value, as {@code units[etcd.service].load}
     */
    public Optional<String> why(String place) {
        return unknown.stream()
                .filter(one -> one.covers(place))
                .map(Unknown::why)
                .findFirst();
    }

    /**
     * The operating system.
     *
     * @param id {@code ID} of {@code /etc/os-release}, as {@code debian}
     * @param version {@code VERSION_ID} there, as {@code 13}
     * @param kernel release of the kernel ({@code uname -r})
     * @param container whether the host is a container
     * @param selinux mode of SELinux
     * @param appArmor whether the kernel enforces AppArmor's profiles
     */
    public record OperatingSystem(
            @Nullable String id,
            @Nullable String version,
            @Nullable String kernel,
            Answer container,
            @Nullable Selinux selinux,
            Answer appArmor) {}

    /** Mode of SELinux. */
    public enum Selinux {
        ENFORCING,
        PERMISSIVE,
        DISABLED
    }

    /**
     * A package.
     *
     * @param name its name
     * @param installed whether it is installed
     * @param version as the package manager writes it, with epoch (Debian) or release; null when not installed
     */
    public record InstalledPackage(
            String name, Answer installed, @Nullable String version) {}

    /**
     * A program or a library; links are followed.
     *
     * @param path absolute path
     * @param present whether a file is there
     * @param executable whether anybody may execute it; {@link Answer#NO} when it is missing
     * @param sha256 SHA-256 of the content, lower-case hexadecimal; null when it is missing
     */
    public record Program(
            String path,
            Answer present,
            Answer executable,
            @Nullable String sha256) {}

    /**
     * A user.
     *
     * @param name its name
     * @param present whether the host knows it
     * @param uid its number; null when it is missing
     * @param gid number of its own group; null when it is missing
     * @param groups names of all of its groups, the number of one without a name; null when it is missing
     */
    public record User(
            String name,
            Answer present,
            @Nullable Long uid,
            @Nullable Long gid,
            @Nullable List<String> groups) {
        public User {
            groups = copy(groups);
        }
    }

    /**
     * Mode and owner of a file or directory; everything is null where it is missing.
     *
     * @param mode permissions as four octal digits, as in the manifest
     * @param owner user that owns it; its number where that has no name
     * @param group group that owns it; its number where that has no name
     */
    public record Rights(
            @Nullable String mode,
            @Nullable String owner,
            @Nullable String group) {}

    /**
     * A file of the manifest; links are not followed.
     *
     * @param path absolute path
     * @param secret whether its content is secret; nothing of the content is known then
     * @param present whether anything has this path
     * @param rights mode and owner
     * @param type what has this path; null when nothing has
     * @param sha256 SHA-256 of the content, lower-case hexadecimal; null for a secret and for everything but a file
     */
    public record File(
            String path,
            boolean secret,
            Answer present,
            Rights rights,
            @Nullable Type type,
            @Nullable String sha256) {}

    /** What has the path of a file. */
    public enum Type {
        FILE,
        LINK,
        DIRECTORY,
        /** A device, a socket, a named pipe. */
        OTHER
    }

    /**
     * A directory; links are followed.
     *
     * @param path absolute path
     * @param present whether a directory is there
     * @param rights mode and owner
     * @param mount mount point of its file system; null when it is missing
     * @param fileSystem type of the file system, as {@code xfs}; null when it is missing
     * @param bytes size of the file system; null when it is missing
     * @param freeBytes bytes free there for ordinary users; null when it is missing
     */
    public record Directory(
            String path,
            Answer present,
            Rights rights,
            @Nullable String mount,
            @Nullable String fileSystem,
            @Nullable Long bytes,
            @Nullable Long freeBytes) {}

    /**
     * A unit of systemd. When nothing is known of it, {@code load} is null and so is everything else.
     *
     * @param name its name, as {@code etcd.service}
     * @param load {@code LoadState}, as {@code loaded} or {@code not-found}
     * @param enabled {@code UnitFileState}, as {@code enabled}; null when it has no file
     * @param active {@code ActiveState}, as {@code active} or {@code failed}
     * @param sub {@code SubState}, as {@code running}
     * @param since when it became what {@code active} says, whole seconds, as {@code systemctl status} shows; a reload
     *     does not count; null when it never was anything else
     * @param restarts {@code NRestarts}: how often systemd restarted it by itself
     * @param needsReload {@code NeedDaemonReload}: whether its files changed after systemd read them
     * @param fragment {@code FragmentPath}, its file; null when it has none
     * @param dropIns {@code DropInPaths} without those of the bundle
     * @see <a href="https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.systemd1.html">systemd:
     *     properties of units</a>
     */
    public record Unit(
            String name,
            @Nullable String load,
            @Nullable String enabled,
            @Nullable String active,
            @Nullable String sub,
            @Nullable Instant since,
            @Nullable Long restarts,
            Answer needsReload,
            @Nullable String fragment,
            @Nullable List<String> dropIns) {
        public Unit {
            dropIns = copy(dropIns);
        }
    }

    /**
     * A parameter of the kernel.
     *
     * @param key name as in {@code sysctl.conf}, or on the kernel's command line
     * @param present whether this kernel has it
     * @param value value now, one blank between several numbers, of a choice the chosen word; null when it is missing
     */
    public record Parameter(
            String key, Answer present, @Nullable String value) {}

    /**
     * A TCP port on which something listens.
     *
     * @param address as {@code ss} writes it, without brackets: {@code 10.0.0.11}, {@code ::}, {@code 127.0.0.53%lo},
     *     {@code *} for both families
     * @param port its number
     * @param programs names of the processes that have it, each once
     */
    public record Listener(
            String address, int port, @Nullable List<String> programs) {
        public Listener {
            programs = copy(programs);
        }
    }

    /**
     * A locale.
     *
     * @param name as {@code ru_RU.UTF-8}
     * @param present whether the host has it
     */
    public record Locale(String name, Answer present) {}

    /**
     * The clock.
     *
     * @param synchronizedNow {@code NTPSynchronized}: whether the kernel holds it to be synchronized
     * @param services units of time services that are active; empty for none
     */
    public record Clock(Answer synchronizedNow, @Nullable List<String> services) {
        public Clock {
            services = copy(services);
        }
    }

    /**
     * Something that could not be found out.
     *
     * @param what place of the value, or of what it is part of
     * @param why reason, in the language of the cluster
     */
    public record Unknown(String what, String why) {

        /** Whether it is this value, or has it as a part. */
        boolean covers(String place) {
            return place.startsWith(what)
                    && (place.length() == what.length() || ".[".indexOf(place.charAt(what.length())) >= 0);
        }
    }

    private static <T> @Nullable List<T> copy(@Nullable List<T> items) {
        return items == null ? null : List.copyOf(items);
    }
}
