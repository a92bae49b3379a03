package io.github.pg1c.bundle;

import io.github.pg1c.base.text.Sha256;
import io.github.pg1c.bundle.text.RelativePaths;
import java.nio.charset.StandardCharsets;

/**
 * One file of a bundle, as it stands in the bundle's directory.
 *
 * @param path path relative to the bundle's directory, with {@code /} between names: {@code nodes/pg1/install.sh}
 * @param content text, with {@code \n} line ends
 * @param executable whether the file is a program: mode 0755 instead of 0644
 * @since 0.1
 */
public record BundleFile(String path, String content, boolean executable) {

    public BundleFile {
        RelativePaths.check(path);
    }

    /** The content as it is written: UTF-8. */
    public byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of {@link #bytes()}, lower-case hexadecimal. */
    public String sha256() {
        return Sha256.of(bytes());
    }

    @Override
    public String toString() {
        return "BundleFile[" + path + "]";
    }
}
