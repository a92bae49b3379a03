package io.github.pg1c.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a bundle consists of: {@code bundle.json}, the contract with scripts, Ansible and other tools.
 *
 * @param toolVersion version of pg1c that wrote it
 * @param specificationSha256 SHA-256 of the specification's text
 * @param cluster name of the cluster
 * @param services services of each node, in the order of start
 * @param files every file, in the order of the bundle; {@code bundle.json} itself is not among them
 * @since 0.1
 */
public record Manifest(
        String toolVersion,
        String specificationSha256,
        String cluster,
        List<NodeService> services,
        List<ManifestEntry> files) {

    /** Name of the manifest in the bundle's directory. */
    public static final String FILE = "bundle.json";
    /** The format that this version writes and reads. */
    public static final int FORMAT_VERSION = 2;

    public Manifest {
        services = List.copyOf(services);
        files = List.copyOf(files);
    }

    /** The manifest as JSON with a final newline; the same value always gives the same text. */
    public String toJson() {
        return ManifestJson.write(this);
    }

    /**
     * Reads a manifest.
     *
     * @throws ManifestException when the text is not a manifest, or its format is newer
     */
    public static Manifest parse(String json) {
        return ManifestJson.read(json);
    }

    /** The entry of the file with this path in the bundle. */
    public Optional<ManifestEntry> find(String bundlePath) {
        return files.stream()
                .filter(file -> bundlePath.equals(file.bundlePath()))
                .findFirst();
    }

    /** Hash of each file by its path in the bundle, without secret files. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        for (ManifestEntry file : files) {
            if (file.bundlePath() != null && file.sha256() != null) {
                hashes.put(file.bundlePath(), file.sha256());
            }
        }
        return hashes;
    }
}
