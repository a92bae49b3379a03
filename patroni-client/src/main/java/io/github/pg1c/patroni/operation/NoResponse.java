package io.github.pg1c.patroni.operation;

import io.github.pg1c.base.words.Text;
import java.util.Optional;

/**
 * There was no answer, or one of a proxy between this program and Patroni. If the request was not sent, nothing was
 * done; otherwise it is not known what was done.
 *
 * @param explanation what went wrong
 * @param delivery how far the request may have got
 * @param seen what the cluster looked like afterwards, if it was looked at and could be seen
 * @since 0.1
 */
public record NoResponse(Text explanation, Delivery delivery, Optional<Observation> seen)
        implements SwitchoverOutcome,
                RestartOutcome,
                ReloadOutcome,
                ReinitializeOutcome,
                CancelOutcome,
                ConfigOutcome {}
