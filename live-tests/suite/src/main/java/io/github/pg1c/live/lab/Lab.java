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
 * A laboratory: test hosts, the switch that connects them and this machine, and memory for the files that the hosts
 * write.
 *
 * <p>All addresses are in one {@code /16}, so that every host reaches every other one without a router. There is no
 * route out of it.
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

    /**
     * A new host, which is off.
     *
     * @param disks mount points of its data disks, such as {@code /var/lib/postgresql}
     */
    public Host host(DebianRoot root, String name, String address, String... disks) {
        Host host = Host.make(this, root, name, address, List.of(disks));
        hosts.add(host);
        return host;
    }

    /**
     * Runs an action on several hosts at the same time. A failure on one is thrown after the action has ended on all.
     */
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
     * @param addresses the first is the machine's default source address
     * @param administrator the one that administrators connect from
     */
    public void plugMachine(List<String> addresses, String administrator) {
        administratorAddress = administrator;
        Port.cable(namespace, "machine", leg, ProcessHandle.current().pid(), Port.mac(addresses.get(0)));
        for (String address : addresses) {
            Command.run("ip", "address", "add", address + "/16", "dev", leg).orThrow();
        }
        Command.run("ip", "link", "set", leg, "up").orThrow();
    }

    /** The address that administrators connect from. */
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

    /**
     * Runs commands of a document on this machine as an administrator does.
     *
     * @param directory where they run
     * @param variables of the environment, as {@code PG1C_SECRETS=/path}
     */
    public Output shell(Path directory, List<String> variables, String commands) {
        List<String> all = new ArrayList<>(variables);
        all.add("PG1C_USER=" + Administrator.USER);
        return administrator.shell(administratorAddress(), directory.toAbsolutePath(), all, commands);
    }

    Path work() {
        return work;
    }

    /** Directory of the hosts' files, as processes of the laboratory see it. */
    Path directory() {
        return directory;
    }

    /** The path of a file of the laboratory for this process. */
    Path reach(String file) {
        return Path.of("/proc/" + namespace.pid() + "/root" + directory + "/" + file);
    }

    Namespace namespace() {
        return namespace;
    }

    /** Switches all hosts off after copying their journals. */
    @Override
    public void close() {
        try {
            inParallel(hosts, Host::close);
        } finally {
            namespace.close();
        }
    }
}
