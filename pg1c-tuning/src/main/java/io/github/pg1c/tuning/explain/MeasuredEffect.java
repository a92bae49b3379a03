package io.github.pg1c.tuning.explain;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.input.Preset;
import java.util.List;

/**
 * What one quantity came to when a rule of {@link Preset#BALANCED} was switched off by itself, under a load shaped
 * like 1C on one real server.
 *
 * @param ruleId stable id of the rule
 * @param regime {@code in-memory} or {@code larger}: how the data compares with the memory; empty where nothing was
 *     outside of the noise
 * @param phase of the load, with the number of its clients: {@code reports 8}; empty where nothing was outside of the
 *     noise
 * @param quantity what was measured, for example {@code cpu_ms}
 * @param ratio without the rule to with it: 1.38 means that the rule saves, 0.8 that it costs
 * @param noise how far runs of one and the same configuration were from one another: 0.06 is ±6 %
 * @param rounds in how many rounds it was measured
 * @since 0.1
 */
public record MeasuredEffect(
        String ruleId, String regime, String phase, String quantity, double ratio, double noise, int rounds) {

    /** What was measured of a rule, the strongest effects first; empty for a rule that was not switched off. */
    public static List<MeasuredEffect> of(String ruleId) {
        return MeasuredEffects.of(ruleId);
    }

    /** Whether the rule was switched off and nothing changed by more than the noise. */
    public boolean withinNoise() {
        return phase.isEmpty();
    }

    /** The effect as part of a sentence. */
    public Text text() {
        return MeasuredEffects.text(this);
    }

    /** The effects in one sentence, as the plan's reasons show them. */
    public static Text told(List<MeasuredEffect> effects) {
        return MeasuredEffects.told(effects);
    }
}
