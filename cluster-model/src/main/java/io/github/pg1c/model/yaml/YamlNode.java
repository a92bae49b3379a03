package io.github.pg1c.model.yaml;

import io.github.pg1c.base.words.Location;
import java.util.List;

/** A value of a YAML document with its place; aliases and merge keys are resolved. */
sealed interface YamlNode {

    /** Where it begins. */
    Location at();

    /** Number of values in it, with every alias written out. */
    long weight();

    /**
     * One word, number or text.
     *
     * @param plain whether it has no quotes, so that {@code true} and {@code 5} are not texts
     */
    record Scalar(String text, boolean plain, Location at) implements YamlNode {

        @Override
        public long weight() {
            return 1;
        }

        /** Whether it means "no value": nothing, {@code null} or {@code ~} without quotes. */
        boolean nothing() {
            return plain
                    && (text.isEmpty()
                            || text.equals("~")
                            || text.equals("null")
                            || text.equals("Null")
                            || text.equals("NULL"));
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, Location at, long weight) implements YamlNode {}

    /** Keys and values in the order of the file; no key twice. */
    record Mapping(List<Entry> entries, Location at, long weight) implements YamlNode {}

    /** A value that is not in the file, because its anchor is not; it was reported. */
    record Unknown(Location at) implements YamlNode {

        @Override
        public long weight() {
            return 1;
        }
    }

    /** One key with its value. */
    record Entry(String key, Location at, YamlNode value) {}
}
