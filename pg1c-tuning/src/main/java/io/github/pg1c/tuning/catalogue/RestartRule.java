package io.github.pg1c.tuning.catalogue;

import io.github.pg1c.base.words.Text;

/**
 * Which member of a cluster takes a new value first.
 *
 * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-ADMIN">PostgreSQL: hot standby
 *     parameter reference</a>
 * @since 0.1
 */
public enum RestartRule {
    /**
     * Any member. Work is interrupted least when standbys restart one by one and the leader last, after a switchover.
     */
    ANY(Text.of(
            "any order; standbys first and the leader last interrupts work the least",
            "любой порядок; меньше всего прерывает работу перезапуск сначала реплик, затем лидера")),
    /**
     * A standby with a lower value than its leader stops. All standbys restart first to raise the value; the leader
     * restarts first to lower it.
     */
    STANDBYS_FIRST_TO_RAISE(
            Text.of(
                    "to raise it restart all standbys first, then the leader; to lower it the leader first, then the standbys",
                    "для увеличения сначала перезапустите все реплики, затем лидера; для уменьшения — сначала лидера, затем реплики"));

    private final Text title;

    RestartRule(Text title) {
        this.title = title;
    }

    /** The order for a parameter. */
    public static RestartRule of(ParameterHandling parameter) {
        return parameter.standbyLimit() ? STANDBYS_FIRST_TO_RAISE : ANY;
    }

    /** What to do, for people. */
    public Text title() {
        return title;
    }
}
