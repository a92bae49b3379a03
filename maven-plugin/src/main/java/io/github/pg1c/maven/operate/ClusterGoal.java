package io.github.pg1c.maven.operate;

import io.github.pg1c.maven.speech.GoalResult;

/** A goal for one cluster. */
@FunctionalInterface
public interface ClusterGoal {

    /**
     * Runs the goal.
     *
     * @throws io.github.pg1c.patroni.protocol.PatroniException when the cluster does not answer a question
     */
    GoalResult on(ClusterSession session);
}
