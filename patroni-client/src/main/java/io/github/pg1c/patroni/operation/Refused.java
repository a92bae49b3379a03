package io.github.pg1c.patroni.operation;

import io.github.pg1c.base.words.Text;

/**
 * Nothing was done, for a known reason.
 *
 * @param reason the reason
 * @param explanation the reason with its details; Patroni's own words are quoted
 * @since 0.1
 */
public record Refused(RefusalReason reason, Text explanation)
        implements SwitchoverOutcome, RestartOutcome, ReloadOutcome, ReinitializeOutcome, CancelOutcome, ConfigOutcome {
    /** A refusal in the words of Patroni. */
    public static Refused inWordsOfPatroni(RefusalReason reason, String words) {
        return new Refused(reason, Text.of(words, reason.meaning().ru() + ": «" + words + "»"));
    }
}
