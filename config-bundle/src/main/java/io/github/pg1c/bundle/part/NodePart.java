package io.github.pg1c.bundle.part;

import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.value.NodeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The needs of one component, or of all components together, on a node. Code that installs, documents or checks a node
 * reads them here; {@link #of} merges and sorts them.
 *
 * @param files files without secrets, by path
 * @param secrets secret files, by path
 * @param directories directories, by path
 * @param programs required programs, by package and path
 * @param packages packages to install, in the order of the command, each once
 * @param users required users, with groups of the same name, sorted
 * @param locales required locales, sorted
 * @param services services in the order of start
 * @param listeners ports that its services listen on, in the order of the services
 * @param rivals units of packages that take the same port or data, without {@code .service}, sorted
 * @since 0.1
 */
public record NodePart(
        List<RenderedFile> files,
        List<SecretFile> secrets,
        List<Directory> directories,
        List<Program> programs,
        List<String> packages,
        List<String> users,
        List<String> locales,
        List<Service> services,
        List<Listener> listeners,
        List<String> rivals) {

    /** No needs. */
    public static final NodePart EMPTY = new Builder(null).build();

    public NodePart {
        files = files.stream().sorted(Comparator.comparing(RenderedFile::path)).toList();
        secrets =
                secrets.stream().sorted(Comparator.comparing(SecretFile::path)).toList();
        directories = directories.stream()
                .sorted(Comparator.comparing(Directory::path))
                .toList();
        programs = programs.stream()
                .sorted(Comparator.comparing(Program::packageName).thenComparing(Program::path))
                .toList();
        packages = packages.stream().distinct().toList();
        users = sorted(users);
        locales = sorted(locales);
        services = List.copyOf(services);
        listeners = List.copyOf(listeners);
        rivals = sorted(rivals);
    }

    /** All parts of a node as one. */
    public static NodePart of(Collection<NodePart> parts) {
        Builder all = new Builder(null);
        parts.forEach(all::add);
        return all.build();
    }

    /** The part of a component on a node, under construction. */
    public static Builder builder(NodeName node) {
        return new Builder(node);
    }

    private static List<String> sorted(Collection<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }

    /** Collects the needs of a component on one node; not thread-safe. */
    public static final class Builder {
        private final @Nullable NodeName node;
        private final List<RenderedFile> files = new ArrayList<>();
        private final List<SecretFile> secrets = new ArrayList<>();
        private final List<Directory> directories = new ArrayList<>();
        private final List<Program> programs = new ArrayList<>();
        private final List<String> packages = new ArrayList<>();
        private final List<String> users = new ArrayList<>();
        private final List<String> locales = new ArrayList<>();
        private final List<Service> services = new ArrayList<>();
        private final List<Listener> listeners = new ArrayList<>();
        private final List<String> rivals = new ArrayList<>();

        private Builder(@Nullable NodeName node) {
            this.node = node;
        }

        /** A file without secrets. */
        public Builder file(RenderedFile file) {
            files.add(file);
            return this;
        }

        /** A file that only its user may read. */
        public Builder secret(String path, String owner, Need need, SecretContent content) {
            return secret(path, "0600", owner, need, content);
        }

        /** A file of the secrets store that everybody may read: certificates, revocation lists. */
        public Builder open(String path, String owner, Need need, SecretContent content) {
            return secret(path, "0644", owner, need, content);
        }

        /** A certificate and its key: {@code <path>.pem} and {@code <path>-key.pem}. */
        public Builder certificate(String path, String owner, Need need, NodeCertificate certificate) {
            return open(
                            path + ".pem",
                            owner,
                            need,
                            new SecretContent.Issued(certificate, SecretContent.Half.CERTIFICATE))
                    .secret(
                            path + "-key.pem",
                            owner,
                            need,
                            new SecretContent.Issued(certificate, SecretContent.Half.PRIVATE_KEY));
        }

        private Builder secret(String path, String mode, String owner, Need need, SecretContent content) {
            if (node == null) {
                throw new IllegalStateException("a merged part has no node");
            }
            // The user's group has the same name.
            secrets.add(new SecretFile(node, path, mode, owner, owner, need, content));
            return this;
        }

        /** A directory. */
        public Builder directory(Directory.Rule rule, String mode, String owner, String path) {
            directories.add(new Directory(rule, mode, owner, path));
            return this;
        }

        /** The directory of a file, made when it is missing. */
        public Builder directoryOf(String file) {
            directories.add(Directory.of(file));
            return this;
        }

        /** A required program. */
        public Builder program(String packageName, String path) {
            programs.add(new Program(packageName, path));
            return this;
        }

        /** A package to install. */
        public Builder install(String packageName) {
            packages.add(packageName);
            return this;
        }

        /** Packages to install. */
        public Builder install(List<String> packageNames) {
            packages.addAll(packageNames);
            return this;
        }

        /** A required user, with a group of the same name. */
        public Builder user(String name) {
            users.add(name);
            return this;
        }

        /** A required locale. */
        public Builder locale(String name) {
            locales.add(name);
            return this;
        }

        /** A service of this component. */
        public Builder service(Service service) {
            services.add(service);
            return this;
        }

        /** A port that a service listens on. */
        public Builder listener(Listener listener) {
            listeners.add(listener);
            return this;
        }

        /** A unit of a package that would take the same port or data. */
        public Builder rival(String unit) {
            rivals.add(unit);
            return this;
        }

        private void add(NodePart part) {
            files.addAll(part.files);
            secrets.addAll(part.secrets);
            directories.addAll(part.directories);
            programs.addAll(part.programs);
            packages.addAll(part.packages);
            users.addAll(part.users);
            locales.addAll(part.locales);
            services.addAll(part.services);
            listeners.addAll(part.listeners);
            rivals.addAll(part.rivals);
        }

        /** The part, sorted. */
        public NodePart build() {
            return new NodePart(
                    files, secrets, directories, programs, packages, users, locales, services, listeners, rivals);
        }
    }
}
