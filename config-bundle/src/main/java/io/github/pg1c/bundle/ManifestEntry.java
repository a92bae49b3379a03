package io.github.pg1c.bundle;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.setting.Setting;
import io.github.pg1c.bundle.text.RelativePaths;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file as the manifest lists it.
 *
 * @param bundlePath path in the bundle; null for a secret file, which stands only in the secrets store
 * @param node node it is for; null for a document
 * @param path absolute path on the node; null for what is not installed there
 * @param mode permissions as four octal digits
 * @param owner user that owns it on the node; null where {@code path} is
 * @param group group that owns it on the node; null where {@code path} is
 * @param sha256 SHA-256 of the content, lower-case hexadecimal; null for a secret file
 * @param need the need of a change that no setting describes
 * @param settings the decisions in it; empty for a document; for a secret file a digest of its parts that are not
 *     secret
 * @since 0.1
 */
public record ManifestEntry(
        @Nullable String bundlePath,
        @Nullable String node,
        @Nullable String path,
        String mode,
        @Nullable String owner,
        @Nullable String group,
        @Nullable String sha256,
        Need need,
        List<Setting> settings) {

    public ManifestEntry {
        settings = List.copyOf(settings);
        if ((bundlePath == null) != (sha256 == null)) {
            throw new IllegalArgumentException("a file of the bundle has a path and a hash, a secret one neither");
        }
        if (bundlePath == null && (node == null || path == null)) {
            throw new IllegalArgumentException("a secret file belongs to a node and has a path there");
        }
        if (bundlePath != null) {
            RelativePaths.check(bundlePath);
        }
    }

    /** Whether the content is secret and only in the secrets store. */
    public boolean secret() {
        return bundlePath == null;
    }

    static ManifestEntry document(BundleFile file) {
        return new ManifestEntry(
                file.path(), null, null, mode(file), null, null, file.sha256(), Need.NOTHING, List.of());
    }

    static ManifestEntry installer(String node, BundleFile file) {
        return new ManifestEntry(
                file.path(), node, null, mode(file), null, null, file.sha256(), Need.NOTHING, List.of());
    }

    static ManifestEntry of(String node, RenderedFile file, BundleFile inBundle) {
        return new ManifestEntry(
                inBundle.path(),
                node,
                file.path(),
                file.mode(),
                file.owner(),
                file.group(),
                inBundle.sha256(),
                file.need(),
                file.settings());
    }

    static ManifestEntry secret(SecretFile file) {
        return new ManifestEntry(
                null,
                file.node().toString(),
                file.path(),
                file.mode(),
                file.owner(),
                file.group(),
                null,
                file.need(),
                List.of(new Setting(Setting.CONTENT, file.content().digest(), "", file.need())));
    }

    private static String mode(BundleFile file) {
        return file.executable() ? "0755" : "0644";
    }
}
