package io.github.pg1c.live.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * The files that make a host itself, over the root that it shares with others.
 *
 * @param upper the directory of what the host has for itself, as this process reaches it
 */
record HostFiles(Path upper) {

    /** Gives a new host its name, its address, its identity, its SSH keys and its administrator. */
    void make(String name, String address, Path hostKey, Administrator administrator) {
        try {
            write("etc/hostname", "0644", name + "\n");
            write("etc/hosts", "0644", "127.0.0.1 localhost\n127.0.1.1 " + name + "\n");
            write("etc/machine-id", "0444", UUID.randomUUID().toString().replace("-", "") + "\n");
            write("etc/systemd/network/10-eth0.network", "0644", """
                    [Match]
                    Name=eth0
                    [Network]
                    Address=%s/16
                    LinkLocalAddressing=no
                    IPv6AcceptRA=no
                    """.formatted(address));
            Files.deleteIfExists(hostKey);
            Administrator.makeKey(hostKey);
            Path publicKey = hostKey.resolveSibling(hostKey.getFileName() + ".pub");
            write("etc/ssh/" + hostKey.getFileName(), "0600", Files.readString(hostKey));
            write("etc/ssh/" + publicKey.getFileName(), "0644", Files.readString(publicKey));
            administrator.learn(address, publicKey);
            write("etc/ssh/authorized_keys/" + Administrator.USER, "0644", administrator.publicKey());
            write("etc/ssh/authorized_keys/root", "0644", administrator.publicKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file with its mode, whatever the umask; others may enter the directories above it. */
    private void write(String file, String mode, String text) throws IOException {
        Path path = upper.resolve(file);
        Files.createDirectories(path.getParent());
        Path directory = upper;
        for (Path step : upper.relativize(path.getParent())) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            directory = directory.resolve(step);
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, text);
        Files.setAttribute(path, "unix:mode", Integer.parseInt(mode, 8));
    }
}
