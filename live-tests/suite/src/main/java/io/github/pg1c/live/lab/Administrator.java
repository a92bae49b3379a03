package io.github.pg1c.live.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The person who works on the hosts from this machine: an ordinary user there, who may use {@code sudo}, with an SSH
 * key and the hosts' keys.
 *
 * @param directory of the keys
 */
record Administrator(Path directory) {

    /** The user's name on the hosts. */
    static final String USER = "admin";

    /** Makes the key. */
    static Administrator with(Path directory) {
        try {
            Files.createDirectories(directory);
            Administrator administrator = new Administrator(directory);
            Files.deleteIfExists(administrator.key());
            makeKey(administrator.key());
            Files.writeString(administrator.knownHosts(), "");
            // By default Ansible looks a thousand times a second whether a host has answered.
            Files.writeString(administrator.ansibleConfig(), "[defaults]\ninternal_poll_interval = 0.01\n");
            return administrator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void makeKey(Path file) {
        Command.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test host", "-f", file.toString())
                .orThrow();
    }

    private Path key() {
        return directory.resolve("id");
    }

    private Path knownHosts() {
        return directory.resolve("known_hosts");
    }

    private Path ansibleConfig() {
        return directory.resolve("ansible.cfg");
    }

    /** The public key that a host accepts for the user. */
    String publicKey() {
        try {
            return Files.readString(directory.resolve("id.pub"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores the key of the host at the address as known. */
    synchronized void learn(String address, Path publicKey) throws IOException {
        String line = address + " " + Files.readString(publicKey, StandardCharsets.UTF_8);
        Files.writeString(knownHosts(), line, StandardOpenOption.APPEND);
    }

    /** Options that make Ansible connect from the address, with this key, to known hosts only. */
    List<String> ansible(String from) {
        return List.of(
                "ANSIBLE_CONFIG=" + ansibleConfig(),
                "ANSIBLE_PRIVATE_KEY_FILE=" + key(),
                "ANSIBLE_HOST_KEY_CHECKING=True",
                "ANSIBLE_SSH_ARGS=-F none -b " + from + " -o IdentitiesOnly=yes -o UserKnownHostsFile=" + knownHosts()
                        + " -o ControlMaster=auto -o ControlPersist=15s",
                "ANSIBLE_HOME=" + directory.resolve("ansible"),
                "ANSIBLE_PIPELINING=True",
                "ANSIBLE_FORKS=8",
                "ANSIBLE_NOCOLOR=1");
    }

    /** The command that runs a line of shell on the host at the address, as the user. */
    List<String> ssh(String from, String address, String line) {
        List<String> command = new ArrayList<>(List.of("ssh", "-F", "none", "-b", from, "-i", key().toString()));
        for (String option : List.of(
                "BatchMode=yes",
                "IdentitiesOnly=yes",
                "StrictHostKeyChecking=yes",
                "UserKnownHostsFile=" + knownHosts(),
                "ConnectTimeout=10",
                "ServerAliveInterval=5",
                "LogLevel=ERROR")) {
            command.addAll(List.of("-o", option));
        }
        command.addAll(List.of(USER + "@" + address, line));
        return command;
    }

    /** The directory of an {@code ssh} with the options of the command, for commands that name none; several may ask. */
    private synchronized Path program(List<String> command) {
        List<String> options = command.subList(1, command.size() - 2);
        Path bin = directory.resolve("bin");
        Path program = bin.resolve("ssh");
        try {
            Files.createDirectories(bin);
            if (!Files.isExecutable(program)) {
                Files.writeString(program, "#!/bin/sh\nexec /usr/bin/ssh " + String.join(" ", options) + " \"$@\"\n");
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bin;
    }

    /**
     * Runs commands of a document on this machine, with an {@code ssh} that connects as {@link #ssh} does.
     *
     * @param variables of the environment, as {@code PG1C_USER=admin}
     */
    Output shell(String from, Path directory, List<String> variables, String commands) {
        Path bin = program(ssh(from, "", ""));
        List<String> command = new ArrayList<>(List.of("env", "-C", directory.toString()));
        command.addAll(variables);
        command.addAll(List.of("bash", "-c", "PATH=" + bin + ":$PATH; set -e -o pipefail\n" + commands));
        return Command.run(command);
    }
}
