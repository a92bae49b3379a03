package io.github.pg1c.patroni.operation;

import io.github.pg1c.base.words.Text;
import java.util.Optional;

/**
 * There was no answer, or one of a proxy. If the request was not sent, nothing was done; otherwise the outcome is not
 * known.
 *
 * @param explanation what went wrong
 * @param delivery the delivery of the request
 * @param seen the state of the cluster afterwards, if it was asked for and is known
 * @since 0.1
 */
public record NoResponse(Text explanation, Delivery delivery, Optional<Observation> seen)
        implements SwitchoverOutcome,
                RestartOutcome,
                ReloadOutcome,
                ReinitializeOutcome,
                CancelOutcome,
                ConfigOutcome {}
