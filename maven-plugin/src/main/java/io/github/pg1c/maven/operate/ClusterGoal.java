package io.github.pg1c.maven.operate;

import io.github.pg1c.maven.speech.GoalResult;

/** What a goal does with one cluster, in sentences. */
@FunctionalInterface
public interface ClusterGoal {

    /**
     * Does it.
     *
     * @throws io.github.pg1c.patroni.protocol.PatroniException when the cluster does not answer a question
     */
    GoalResult on(ClusterSession session);
}
