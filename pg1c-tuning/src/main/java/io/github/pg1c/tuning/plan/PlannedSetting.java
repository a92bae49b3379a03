package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.rule.Confidence;
import io.github.pg1c.tuning.rule.RuleSource;

/**
 * One setting beside PostgreSQL's parameters: of the pooler, of the kernel, or of a systemd unit.
 *
 * @param area what it belongs to
 * @param name as it is written there, for example {@code default_pool_size}
 * @param value as it is written there
 * @param unit what a number counts; empty when it has none
 * @param change what it needs to take effect on the programs that are concerned
 * @param ruleId stable id of the rule
 * @param formula the calculation with its numbers
 * @param reason why
 * @param source where the rule comes from
 * @since 0.1
 */
public record PlannedSetting(
        Area area,
        String name,
        String value,
        String unit,
        Activation change,
        String ruleId,
        Text formula,
        Text reason,
        RuleSource source) {

    /** What a setting belongs to. */
    public enum Area {
        /** {@code pgbouncer.ini}. */
        POOL("PgBouncer", "PgBouncer"),
        /** {@code sysctl.conf} and other settings of the kernel. */
        KERNEL("Linux kernel", "Ядро Linux"),
        /** The systemd units of PostgreSQL and of the pooler. */
        UNIT("systemd units", "Юниты systemd");

        private final Text title;

        Area(String en, String ru) {
            this.title = Text.of(en, ru);
        }

        /** What it is, for people. */
        public Text title() {
            return title;
        }
    }

    /** How well the value is founded. */
    public Confidence confidence() {
        return source.confidence();
    }
}
