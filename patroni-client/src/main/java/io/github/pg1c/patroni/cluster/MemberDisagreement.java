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
        return this instanceof DifferentSystems different
                ? Text.of(
                        "members have data of different database clusters: " + different.identifiers(),
                        "на узлах данные разных кластеров баз: " + different.identifiers())
                : Text.same(toString());
    }

    /**
     * More than one member says that it leads.
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
     * Members are on different timelines. For a short time after a switchover, and for a standby cluster, that is
     * usual.
     *
     * @param timelines the timeline of each member, by its name, or by its address where that is not known
     */
    record DifferentTimelines(Map<String, Integer> timelines) implements MemberDisagreement {}

    /**
     * A member has not heard from the DCS for more than 30 seconds, by default the life of the leader lock, while
     * another one has.
     *
     * @param member its name, or its address where that is not known
     * @param behind how much older its view is
     */
    record StaleView(String member, Duration behind) implements MemberDisagreement {}

    /**
     * Members have data of different database clusters.
     *
     * @param identifiers PostgreSQL's identifier on each member, by its name, or by its address where that is not known
     */
    record DifferentSystems(Map<String, String> identifiers) implements MemberDisagreement {}

    /**
     * A member says something else of itself than the cluster lists. The member knows better; the list is what it has
     * last written to the DCS, up to {@code loop_wait} ago.
     *
     * @param member its name
     * @param fact in what they differ
     * @param listed what {@code GET /cluster} says
     * @param own what the member says
     */
    record OwnAnswerDiffers(String member, Fact fact, String listed, String own) implements MemberDisagreement {
        /** In what a member and its row differ. */
        public enum Fact {
            /** The role. */
            ROLE,
            /** What PostgreSQL does, and how a standby gets its WAL. */
            STATE,
            /** The timeline. */
            TIMELINE
        }

        private Text text() {
            return switch (fact) {
                case ROLE ->
                    Text.of(
                            member + " is listed with the role " + listed + ", and says that its role is " + own,
                            member + " указан с ролью " + listed + ", а сам сообщает роль " + own);
                case STATE ->
                    Text.of(
                            member + " is listed as " + listed + ", and says that it is " + own,
                            member + " указан в состоянии «" + listed + "», а сам сообщает «" + own + "»");
                case TIMELINE ->
                    Text.of(
                            member + " is listed on timeline " + listed + ", and says that it is on " + own,
                            member + " указан на линии времени " + listed + ", а сам сообщает " + own);
            };
        }
    }
}
