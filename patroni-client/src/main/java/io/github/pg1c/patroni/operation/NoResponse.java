package io.github.pg1c.patroni.operation;

import java.util.Optional;

/**
 * There was no answer, or none of Patroni but of somebody between, so it is not known what was done, except that nothing was if the request was not sent.
 *
 * @param reason what went wrong, for people
 * @param delivery how far the request may have got
 * @param seen what the cluster looked like afterwards, if it was looked at and could be seen
 * @since 0.1
 */
public record NoResponse(String reason, Delivery delivery, Optional<Observation> seen)
        implements SwitchoverOutcome,
                RestartOutcome,
                ReloadOutcome,
                ReinitializeOutcome,
                CancelOutcome,
                ConfigOutcome {}
