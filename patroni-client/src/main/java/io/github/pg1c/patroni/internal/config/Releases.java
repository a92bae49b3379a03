package io.github.pg1c.patroni.internal.config;

import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The versions of Patroni between which its treatment of the configuration changed. */
enum Releases {
    /** Casts more values to integers, and fails with others. */
    BEFORE_3_0_3("3.0.0", "3.0.0–3.0.2"),
    /** Reads values as PostgreSQL does. */
    SINCE_3_0_3("3.0.3", "3.0.3–3.1"),
    /** Adjusts its timing. */
    SINCE_3_2("3.2.0", "3.2"),
    /** Reads {@code use_slots} as other switches. */
    SINCE_3_3("3.3.0", "3.3"),
    /** Quorum commit. */
    SINCE_4_0("4.0.0", "4.0"),
    /** Slots of one type of cluster. */
    SINCE_4_1("4.1.0", "4.1");

    /** Every version that is known, as {@code 3.0–4.1}. */
    private static final String ALL = values()[0].first.major() + "." + values()[0].first.minor() + "–" + last();

    private final PatroniVersion first;
    private final String label;

    Releases(String first, String label) {
        this.first = PatroniVersion.parse(first).orElseThrow();
        this.label = label;
    }

    /** The first version of each. */
    static List<PatroniVersion> all() {
        List<PatroniVersion> all = new ArrayList<>();
        for (Releases release : values()) {
            all.add(release.first);
        }
        return all;
    }

    /** True for a version behind the last line of versions whose keys are known. */
    static boolean isBehind(PatroniVersion version) {
        PatroniVersion last = values()[values().length - 1].first;
        return version.major() > last.major() || (version.major() == last.major() && version.minor() > last.minor());
    }

    /** The last line of versions whose keys are known, as {@code 4.1}. */
    static String last() {
        return values()[values().length - 1].label;
    }

    /** The versions for people: one that a member has as it is, and whole spans for {@link #all}. */
    static String named(Collection<PatroniVersion> versions, boolean spans) {
        if (!spans) {
            return String.join(
                    ", ",
                    new TreeSet<>(versions)
                            .stream().map(PatroniVersion::toString).toList());
        }
        if (versions.containsAll(all())) {
            return ALL;
        }
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < values().length; i++) {
            if (!versions.contains(values()[i].first)) {
                continue;
            }
            int end = i;
            while (end + 1 < values().length && versions.contains(values()[end + 1].first)) {
                end++;
            }
            String from = values()[i].label.split("–")[0];
            String[] until = values()[end].label.split("–");
            ranges.add(from.equals(until[until.length - 1]) ? from : from + "–" + until[until.length - 1]);
            i = end;
        }
        return String.join(", ", ranges);
    }
}
