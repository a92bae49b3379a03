package io.github.pg1c.maven.operate;

import io.github.pg1c.maven.speech.Outcome;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shows the configuration that all members share. */
public final class ShowConfiguration implements Operation {

    private final Format format;

    private ShowConfiguration(Format format) {
        this.format = format;
    }

    /** What the parameters say; YAML if they do not say a format. */
    public static Function<Complaints, Operation> of(Optional<String> format) {
        Map<String, Format> words = new LinkedHashMap<>();
        words.put("yaml", Format.YAML);
        words.put("json", Format.JSON);
        return complaints -> new ShowConfiguration(
                complaints.word("pg1c.format", format, words).orElse(Format.YAML));
    }

    @Override
    public Outcome on(Session session) {
        DynamicConfiguration configuration = session.patroni().configuration();
        session.output().accept(format.render(Patches.map(configuration.raw().json())));
        return Outcome.success();
    }
}
