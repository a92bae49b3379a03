package io.github.pg1c.bundle.part;

import io.github.pg1c.base.words.Text;
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
 * @param programs required programs, by path
 * @param packages packages of the components, the same version on every node, in the order of the command, each once
 * @param tools other packages, whose version does not matter
 * @param archives archives with programs
 * @param environments virtual environments with programs
 * @param early lines that stand in files before the packages come
 * @param users required users, with groups of the same name, sorted
 * @param locales required locales, sorted
 * @param services services in the order of start
 * @param listeners ports that its services listen on, in the order of the services
 * @param devices devices that its services open, by path
 * @param kernel parameters of the kernel that the files set, in the order of the files
 * @param rivals units of packages that take the same port or data, without {@code .service}, sorted
 * @param inherited services whose port and data somebody else has until they take over from it, sorted
 * @param scripts scripts of the bundle that an administrator runs, besides those of every node
 * @param destinations ports outside of the cluster that the node connects to
 * @param probes programs that ask something outside of the node before it is changed
 * @since 0.1
 */
public record NodePart(
        List<RenderedFile> files,
        List<SecretFile> secrets,
        List<Directory> directories,
        List<Program> programs,
        List<String> packages,
        List<String> tools,
        List<Archive> archives,
        List<PythonEnvironment> environments,
        List<EarlyLine> early,
        List<String> users,
        List<String> locales,
        List<Service> services,
        List<Listener> listeners,
        List<Device> devices,
        List<KernelParameter> kernel,
        List<String> rivals,
        List<String> inherited,
        List<NodeScript> scripts,
        List<Destination> destinations,
        List<Probe> probes) {

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
                .distinct()
                .sorted(Comparator.comparing(Program::path))
                .toList();
        packages = packages.stream().distinct().toList();
        tools = tools.stream().distinct().toList();
        archives = archives.stream().distinct().toList();
        environments = List.copyOf(environments);
        early = early.stream().distinct().toList();
        users = sorted(users);
        locales = sorted(locales);
        services = List.copyOf(services);
        listeners = List.copyOf(listeners);
        devices = devices.stream().sorted(Comparator.comparing(Device::path)).toList();
        kernel = kernel.stream().distinct().toList();
        rivals = sorted(rivals);
        inherited = sorted(inherited);
        scripts = List.copyOf(scripts);
        destinations = List.copyOf(destinations);
        probes = List.copyOf(probes);
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
        private final List<String> tools = new ArrayList<>();
        private final List<Archive> archives = new ArrayList<>();
        private final List<PythonEnvironment> environments = new ArrayList<>();
        private final List<EarlyLine> early = new ArrayList<>();
        private final List<String> users = new ArrayList<>();
        private final List<String> locales = new ArrayList<>();
        private final List<Service> services = new ArrayList<>();
        private final List<Listener> listeners = new ArrayList<>();
        private final List<Device> devices = new ArrayList<>();
        private final List<KernelParameter> kernel = new ArrayList<>();
        private final List<String> rivals = new ArrayList<>();
        private final List<String> inherited = new ArrayList<>();
        private final List<NodeScript> scripts = new ArrayList<>();
        private final List<Destination> destinations = new ArrayList<>();
        private final List<Probe> probes = new ArrayList<>();

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

        /** A certificate that somebody outside issued, and its key: {@code <path>.pem} and {@code <path>-key.pem}. */
        public Builder given(String path, String owner, Need need, String name, String trusted, boolean nameless) {
            return open(
                            path + ".pem",
                            owner,
                            need,
                            new SecretContent.Given(name, SecretContent.Half.CERTIFICATE, trusted, nameless))
                    .secret(
                            path + "-key.pem",
                            owner,
                            need,
                            new SecretContent.Given(name, SecretContent.Half.PRIVATE_KEY, trusted, nameless));
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
            directories.add(new Directory(rule, mode, owner, path, ""));
            return this;
        }

        /** The directory of a database; the mark is a file in those that this cluster made. */
        public Builder database(String owner, String path, String mark) {
            directories.add(new Directory(Directory.Rule.DATABASE, "0700", owner, path, mark));
            return this;
        }

        /** The directory of a file, made when it is missing. */
        public Builder directoryOf(String file) {
            directories.add(Directory.of(file));
            return this;
        }

        /** A required program, and what brings it. */
        public Builder program(String path, Text source) {
            programs.add(new Program(path, source));
            return this;
        }

        /** Packages of a component, the same version on every node. */
        public Builder install(List<String> packageNames) {
            packages.addAll(packageNames);
            return this;
        }

        /** Other packages. */
        public Builder tools(List<String> packageNames) {
            tools.addAll(packageNames);
            return this;
        }

        /** An archive with programs. */
        public Builder archive(Archive archive) {
            archives.add(archive);
            return this;
        }

        /** A virtual environment with programs. */
        public Builder environment(PythonEnvironment environment) {
            environments.add(environment);
            return this;
        }

        /** A line that must stand in a file before the packages come. */
        public Builder early(String path, String line) {
            early.add(new EarlyLine(path, line));
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

        /** A device that a service opens. */
        public Builder device(Device device) {
            devices.add(device);
            return this;
        }

        /** A parameter of the kernel that a file of this component sets. */
        public Builder kernel(KernelParameter parameter) {
            kernel.add(parameter);
            return this;
        }

        /** A unit of a package that would take the same port or data. */
        public Builder rival(String unit) {
            rivals.add(unit);
            return this;
        }

        /** A service that takes over port and data from one that the cluster did not bring. */
        public Builder inherits(String service) {
            inherited.add(service);
            return this;
        }

        /** A script that an administrator runs at a certain time. */
        public Builder script(NodeScript script) {
            scripts.add(script);
            return this;
        }

        /** A port outside of the cluster that the node connects to. */
        public Builder destination(Destination destination) {
            destinations.add(destination);
            return this;
        }

        /** A program that asks something outside of the node before it is changed. */
        public Builder probe(Probe probe) {
            probes.add(probe);
            return this;
        }

        private void add(NodePart part) {
            files.addAll(part.files);
            secrets.addAll(part.secrets);
            directories.addAll(part.directories);
            programs.addAll(part.programs);
            packages.addAll(part.packages);
            tools.addAll(part.tools);
            archives.addAll(part.archives);
            environments.addAll(part.environments);
            early.addAll(part.early);
            users.addAll(part.users);
            locales.addAll(part.locales);
            services.addAll(part.services);
            listeners.addAll(part.listeners);
            devices.addAll(part.devices);
            kernel.addAll(part.kernel);
            rivals.addAll(part.rivals);
            inherited.addAll(part.inherited);
            scripts.addAll(part.scripts);
            destinations.addAll(part.destinations);
            probes.addAll(part.probes);
        }

        /** The part, sorted. */
        public NodePart build() {
            return new NodePart(
                    files,
                    secrets,
                    directories,
                    programs,
                    packages,
                    tools,
                    archives,
                    environments,
                    early,
                    users,
                    locales,
                    services,
                    listeners,
                    devices,
                    kernel,
                    rivals,
                    inherited,
                    scripts,
                    destinations,
                    probes);
        }
    }
}
