package io.github.pg1c.maven;

import io.github.pg1c.maven.operate.ShowHistory;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.Outcome;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows the promotions of a cluster, oldest first.
 *
 * @since 0.1
 */
@Mojo(name = "history", requiresProject = false, aggregator = true, threadSafe = true)
final class HistoryMojo extends OperationMojo {

    /**
     * {@code table}, {@code json}, {@code yaml} or {@code tsv}. Default: {@code table}.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.format")
    private @Nullable String format;

    @Inject
    HistoryMojo(Maven maven) {
        super(maven);
    }

    @Override
    Outcome run(Input input, Speech speech) {
        return onOne(input, speech, ShowHistory.of(said(format)));
    }
}
