package io.github.pg1c.secrets;

import io.github.pg1c.bundle.Bundle;
import java.util.SortedMap;
import java.util.TreeMap;

/** The text of every file of a bundle by its path. */
final class BundleTexts {

    private BundleTexts() {}

    static SortedMap<String, String> of(Bundle bundle) {
        SortedMap<String, String> texts = new TreeMap<>();
        bundle.files().forEach(file -> texts.put(file.path(), file.content()));
        return texts;
    }
}
