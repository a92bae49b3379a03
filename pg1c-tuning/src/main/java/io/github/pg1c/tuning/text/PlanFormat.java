package io.github.pg1c.tuning.text;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A form that a plan is written in; the same plan gives the same text, which ends with a line feed.
 *
 * @since 0.1
 */
public enum PlanFormat {
    /** {@code postgresql.conf}: every parameter with its reason above it. */
    POSTGRESQL_CONF("conf", ConfigurationText::conf),
    /** {@code ALTER SYSTEM} statements; where Patroni runs, it decides the parameters of the DCS in spite of them. */
    ALTER_SYSTEM("sql", ConfigurationText::alterSystem),
    /** What {@code patronictl edit-config} takes: the parameters that all members share. */
    PATRONI_DYNAMIC(
            "patroni-dynamic", (plan, language) -> ConfigurationText.patroni(plan, language, ParameterScope.DCS)),
    /** The part of {@code patroni.yml} with the parameters of one node. */
    PATRONI_LOCAL("patroni-local", (plan, language) -> ConfigurationText.patroni(plan, language, ParameterScope.LOCAL)),
    /** JSON with stable names and both languages in it. */
    JSON("json", (plan, language) -> PlanJson.of(plan)),
    /** A table for people: parameters, memory, other settings, and what is worth a look. */
    TABLE("table", PlanTable::of);

    private final String id;
    private final Writing writing;

    PlanFormat(String id, Writing writing) {
        this.id = id;
        this.writing = writing;
    }

    private interface Writing {
        String text(TuningPlan plan, Language language);
    }

    /**
     * The format of an id.
     *
     * @throws IllegalArgumentException for an unknown id; the message lists the known ones
     */
    public static PlanFormat parse(String id) {
        return Arrays.stream(values())
                .filter(format -> format.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown format '" + id + "': write "
                        + Arrays.stream(values()).map(PlanFormat::id).collect(Collectors.joining(", "))));
    }

    /** Its name on a command line. */
    public String id() {
        return id;
    }

    /** A plan in this form. */
    public String text(TuningPlan plan, Language language) {
        return writing.text(plan, language);
    }
}
