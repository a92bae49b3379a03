package io.github.pg1c.live.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A laboratory: test hosts, the switch that they and this machine are plugged into, and memory for what the hosts
 * write.
 *
 * <p>All addresses lie in one {@code /16}, so that every host reaches every other one without a router. Nothing leads
 * out of it.
 *
 * @since 0.1
 */
public final class Lab implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path work;
    private final Path directory;
    private final Namespace namespace;
    private final Administrator administrator;
    private final List<Host> hosts = new ArrayList<>();
    /** Name of this machine's interface, unique for each laboratory of this process. */
    private final String leg = "pg1c" + ProcessHandle.current().pid() + "." + COUNT.incrementAndGet();

    private @Nullable String administratorAddress;

    private Lab(Path work, Path directory, Namespace namespace, Administrator administrator) {
        this.work = work;
        this.directory = directory;
        this.namespace = namespace;
        this.administrator = administrator;
    }

    /**
     * Opens a laboratory without a host.
     *
     * @param work directory of the run, for logs; a host's logs go to a directory of its name in it
     */
    public static Lab open(Path work) {
        try {
            Path absolute = work.toAbsolutePath();
            Path directory = Files.createDirectories(absolute.resolve("lab"));
            Path script = Scripts.unpack("lab.sh", absolute);
            Scripts.unpack("host.sh", absolute);
            Namespace namespace = Namespace.hold(
                    List.of("--mount", "--net"),
                    absolute.resolve("lab.log"),
                    List.of("sh", script.toString(), directory.toString()));
            return new Lab(absolute, directory, namespace, Administrator.with(absolute.resolve("ssh")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new host without a disk of its own, which is off. */
    public Host host(DebianRoot root, String name, String address) {
        return host(root, name, address, null);
    }

    /**
     * A new host with a data disk, which is off.
     *
     * @param mountPoint where the host's disk is mounted, such as {@code /var/lib/postgresql}
     */
    public Host host(DebianRoot root, String name, String address, @Nullable String mountPoint) {
        Host host = Host.make(this, root, name, address, mountPoint);
        hosts.add(host);
        return host;
    }

    /** Does something to hosts at the same time; when it fails on some, the others are done first. */
    public static void inParallel(Collection<Host> hosts, Consumer<Host> work) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, hosts.size()));
        try {
            List<Future<?>> all = new ArrayList<>();
            hosts.forEach(host -> all.add(threads.submit(() -> work.accept(host))));
            List<Throwable> failures = new ArrayList<>();
            for (Future<?> one : all) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            if (!failures.isEmpty()) {
                IllegalStateException failed = new IllegalStateException(failures.get(0));
                failures.stream().skip(1).forEach(failed::addSuppressed);
                throw failed;
            }
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Connects this machine and gives it the addresses.
     *
     * @param addresses the first is the one that the machine uses unless told otherwise
     * @param administrator the one of them from which administrators come
     */
    public void plugMachine(List<String> addresses, String administrator) {
        administratorAddress = administrator;
        Port.cable(namespace, "machine", leg, ProcessHandle.current().pid(), Port.mac(addresses.get(0)));
        for (String address : addresses) {
            Command.run("ip", "address", "add", address + "/16", "dev", leg).orThrow();
        }
        Command.run("ip", "link", "set", leg, "up").orThrow();
    }

    /** The address from which administrators come. */
    String administratorAddress() {
        if (administratorAddress == null) {
            throw new IllegalStateException("this machine is not plugged in");
        }
        return administratorAddress;
    }

    /** The person who works on the hosts from this machine. */
    Administrator administrator() {
        return administrator;
    }

    /**
     * The playbook of a bundle, for the hosts.
     *
     * @param bundle directory of the bundle
     * @param secrets directory of the cluster's secrets
     */
    public Playbook playbook(Path bundle, Path secrets) {
        return new Playbook(bundle.resolve("ansible"), secrets, administrator.ansible(administratorAddress()));
    }

    Path work() {
        return work;
    }

    /** Where the hosts' files are, as the laboratory's own processes see it. */
    Path directory() {
        return directory;
    }

    /** A file of the laboratory as this process reaches it. */
    Path reach(String file) {
        return Path.of("/proc/" + namespace.pid() + "/root" + directory + "/" + file);
    }

    Namespace namespace() {
        return namespace;
    }

    /** Switches all hosts off, and keeps their journals. */
    @Override
    public void close() {
        try {
            inParallel(hosts, Host::close);
        } finally {
            namespace.close();
        }
    }
}
