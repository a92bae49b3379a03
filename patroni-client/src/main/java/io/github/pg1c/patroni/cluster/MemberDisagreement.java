package io.github.pg1c.patroni.cluster;

import io.github.pg1c.base.words.Text;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A point on which the answers of members differ.
 *
 * @since 0.1
 */
public sealed interface MemberDisagreement {
    /** The disagreement as a sentence. */
    default Text sentence() {
        if (this instanceof SeveralLeaders several) {
            return Text.of(
                    "several members say that they lead: " + several.members(),
                    "лидерами себя называют несколько узлов: " + several.members());
        }
        if (this instanceof DifferentLeaders different) {
            return Text.of(
                    "members see different leaders: " + different.leaders(),
                    "узлы видят разных лидеров: " + different.leaders());
        }
        if (this instanceof DifferentTimelines different) {
            return Text.of(
                    "members are on different timelines: " + different.timelines(),
                    "узлы на разных линиях времени: " + different.timelines());
        }
        if (this instanceof StaleView stale) {
            return Text.of(
                    stale.member() + " has not heard from the DCS for longer than others, by "
                            + stale.behind().toSeconds() + " s",
                    stale.member() + " дольше других не получал вестей из DCS, на "
                            + stale.behind().toSeconds() + " с");
        }
        if (this instanceof OwnAnswerDiffers differs) {
            return differs.text();
        }
        DifferentSystems different = (DifferentSystems) this;
        return Text.of(
                "members have data of different database clusters: " + different.identifiers(),
                "на узлах данные разных кластеров баз данных: " + different.identifiers());
    }

    /**
     * More than one member reports that it leads.
     *
     * @param members their names, or addresses where those are not known
     */
    record SeveralLeaders(Set<String> members) implements MemberDisagreement {}

    /**
     * Members see different leaders; the empty name stands for none.
     *
     * @param leaders the leader that each member sees, by its name, or by its address where that is not known
     */
    record DifferentLeaders(Map<String, String> leaders) implements MemberDisagreement {}

    /**
     * Members are on different timelines. That is normal for a short time after a switchover, and for a standby
     * cluster.
     *
     * @param timelines the timeline of each member, by its name, or by its address where that is not known
     */
    record DifferentTimelines(Map<String, Integer> timelines) implements MemberDisagreement {}

    /**
     * A member has not heard from the DCS for more than 30 seconds, the default life of the leader lock, while another
     * member has.
     *
     * @param member its name, or its address where that is not known
     * @param behind the age of its view compared with the other
     */
    record StaleView(String member, Duration behind) implements MemberDisagreement {}

    /**
     * Members have data of different database clusters.
     *
     * @param identifiers PostgreSQL's identifier on each member, by its name, or by its address where that is not known
     */
    record DifferentSystems(Map<String, String> identifiers) implements MemberDisagreement {}

    /**
     * A member's own answer differs from its row in the cluster's list. The own answer is newer: the row is what the
     * member last wrote to the DCS, up to {@code loop_wait} ago.
     *
     * @param member its name
     * @param fact the differing fact
     * @param listed its value in {@code GET /cluster}
     * @param own its value in the member's own answer
     */
    record OwnAnswerDiffers(String member, Fact fact, String listed, String own) implements MemberDisagreement {
        /** Facts in which a member and its row can differ. */
        public enum Fact {
            /** The role. */
            ROLE,
            /** The state of PostgreSQL, and the way a standby gets its WAL. */
            STATE,
            /** The timeline. */
            TIMELINE
        }

        private Text text() {
            return switch (fact) {
                case ROLE ->
                    Text.of(
                            member + " is listed with the role " + listed + ", but reports the role " + own,
                            member + " указан с ролью " + listed + ", а сам сообщает роль " + own);
                case STATE ->
                    Text.of(
                            member + " is listed as " + listed + ", but reports " + own,
                            member + " указан в состоянии «" + listed + "», а сам сообщает «" + own + "»");
                case TIMELINE ->
                    Text.of(
                            member + " is listed on timeline " + listed + ", but reports timeline " + own,
                            member + " указан на линии времени " + listed + ", а сам сообщает " + own);
            };
        }
    }
}
