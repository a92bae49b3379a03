package io.github.pg1c.patroni.operation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.Doubt;
import io.github.pg1c.patroni.cluster.MemberState;

/**
 * A change during the wait for a leader. Each change is reported once.
 *
 * @since 0.1
 */
public sealed interface LeaderEvent {
    /** The event as a sentence. */
    default Text sentence() {
        if (this instanceof Leads leads) {
            return Text.of(
                    leads.member() + " holds the leader lock and is " + leads.state(),
                    leads.member() + " держит блокировку лидера, состояние «" + leads.state() + "»");
        }
        if (this instanceof Streams streams) {
            return Text.of(streams.member() + " streams from it", streams.member() + " получает от него поток WAL");
        }
        if (this instanceof OutOfSight unseen) {
            return Text.of(
                    "the cluster cannot be seen: " + unseen.explanation().en(),
                    "кластера не видно: " + unseen.explanation().ru());
        }
        if (this instanceof NotConfirmed none) {
            return none.doubt().explanation();
        }
        if (this instanceof NotAwaited apart) {
            return Text.of(
                    apart.member() + " does not stream and is not waited for: " + apart.state(),
                    apart.member() + " не получает поток WAL, и его не ждут: «" + apart.state() + "»");
        }
        return Text.of("nobody holds the leader lock", "блокировку лидера не держит никто");
    }

    /**
     * This member holds the leader lock.
     *
     * @param member its name
     * @param state the state of its PostgreSQL
     */
    record Leads(String member, MemberState state) implements LeaderEvent {}

    /** Nobody holds the leader lock. */
    record NoLeader() implements LeaderEvent {}

    /**
     * A standby follows the leader.
     *
     * @param member its name
     */
    record Streams(String member) implements LeaderEvent {}

    /**
     * A member does not confirm its row in the cluster's list: its own answer differs, or it does not answer.
     *
     * @param doubt the doubt
     */
    record NotConfirmed(Doubt doubt) implements LeaderEvent {}

    /**
     * A standby that is not waited for: its PostgreSQL does not run, or it has the tag {@code nostream}.
     *
     * @param member its name
     * @param state the state of its PostgreSQL
     */
    record NotAwaited(String member, MemberState state) implements LeaderEvent {}

    /**
     * The cluster cannot be seen.
     *
     * @param explanation why
     */
    record OutOfSight(Text explanation) implements LeaderEvent {}
}
