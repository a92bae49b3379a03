package io.github.pg1c.live.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A repository for apt as a vendor publishes it: packages, their index, a signature.
 *
 * @param packages directory of the packages
 * @param index directory of the index, which belongs beside the packages
 * @since 0.1
 */
public record VendorRepository(Path packages, Path index) {

    /** The repository of the packages in a directory, signed with a key made for it. */
    public static VendorRepository of(Path packages, Path work) {
        Path script = Scripts.unpack("vendor-repository.sh", work);
        Path index = work.resolve("vendor");
        Command.run("sh", script.toString(), packages.toString(), index.toString())
                .orThrow();
        return new VendorRepository(packages, index);
    }

    /** The public key, armored. */
    public String key() {
        try {
            return Files.readString(index.resolve("vendor.asc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts packages and index into a directory of a host. */
    public void publish(Host host, String directory) {
        host.shell("mkdir -p " + directory).orThrow();
        host.send(packages, directory).orThrow();
        host.send(index, directory).orThrow();
    }
}
