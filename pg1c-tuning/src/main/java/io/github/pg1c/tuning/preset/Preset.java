package io.github.pg1c.tuning.preset;

import io.github.pg1c.base.words.Text;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A named set of rules that parameters are calculated by.
 *
 * @since 0.1
 */
public enum Preset {
    /** Safe under failover and within the memory budget; deviates from 1C's advice where a reason is given. */
    BALANCED(
            "balanced",
            Text.of(
                    "Balanced: fits the memory and survives a failover",
                    "Сбалансированный: укладывается в память и переживает смену лидера")),
    /** Article 5866 of 1C ITS, for comparison: its worst case exceeds the memory many times over. */
    ITS_5866(
            "its-5866",
            Text.of(
                    "1C ITS, article 5866: the figures of the article, whatever they add up to",
                    "ИТС 1С, статья 5866: числа из статьи, сколько бы их сумма ни составила")),
    /** What {@code initdb} of 1C's build of PostgreSQL 18 writes by itself, for comparison. */
    INITDB_1C_18(
            "initdb-1c-18",
            Text.of(
                    "1C's build of PostgreSQL 18: what its initdb writes, with its rounding",
                    "Сборка PostgreSQL 18 от 1С: то, что записывает её initdb, с его округлением"));

    private final String id;
    private final Text title;

    Preset(String id, Text title) {
        this.id = id;
        this.title = title;
    }

    /**
     * The preset of an id.
     *
     * @throws IllegalArgumentException for an unknown id; the message lists the known ones
     */
    public static Preset parse(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("unknown preset '" + id + "': write "
                + Arrays.stream(values()).map(Preset::id).collect(Collectors.joining(", "))));
    }

    /** The preset of an id, if there is one. */
    public static Optional<Preset> find(String id) {
        return Arrays.stream(values()).filter(preset -> preset.id.equals(id)).findFirst();
    }

    /** The name in a specification. */
    public String id() {
        return id;
    }

    /** What it is, for people. */
    public Text title() {
        return title;
    }
}
