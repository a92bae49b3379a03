package io.github.pg1c.bundle;

import io.github.pg1c.model.value.ClusterName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small bundles for tests of the writer. */
public final class Bundles {

    private Bundles() {}

    /** A bundle of the cluster {@code zup} with these files; a name that ends with {@code .sh} is a program. */
    public static Bundle of(Map<String, String> texts) {
        List<BundleFile> files = new ArrayList<>();
        List<ManifestEntry> entries = new ArrayList<>();
        new TreeMap<>(texts).forEach((path, text) -> {
            BundleFile file = new BundleFile(path, text, path.endsWith(".sh"));
            files.add(file);
            entries.add(ManifestEntry.document(file));
        });
        Manifest manifest = new Manifest("0.1", "spec", "zup", entries);
        files.add(new BundleFile(Manifest.FILE, manifest.toJson(), false));
        return new Bundle(ClusterName.parse("zup"), files, manifest);
    }

    /** Texts of the bundle's files by path. */
    public static SortedMap<String, String> texts(Bundle bundle) {
        SortedMap<String, String> texts = new TreeMap<>();
        bundle.files().forEach(file -> texts.put(file.path(), file.content()));
        return texts;
    }
}
