package io.github.pg1c.tuning.explain;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.PlannedSetting;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is known of one parameter of a plan.
 *
 * @param parameter with its formula, reason and source
 * @param spec its bounds and default; nothing when the catalogue does not know it
 * @param presets the value by each preset of pg1c for the same node; a preset that leaves the parameter to the server
 *     is absent
 * @param measured the effect of switching off this rule alone; empty for a value that has no rule or a rule of another
 *     preset, for a rule that repeats the server's default, and for LZ4, which the measurement did not switch off
 * @param disagreement the different advice of the sources and the decision of {@code balanced}; empty when they agree
 * @since 0.1
 */
public record Explanation(
        PlannedParameter parameter,
        Optional<ParameterSpec> spec,
        Map<Preset, String> presets,
        List<MeasuredEffect> measured,
        Optional<DisputedParameter> disagreement) {

    public Explanation {
        presets = Collections.unmodifiableMap(new LinkedHashMap<>(presets));
        measured = List.copyOf(measured);
    }

    /** The explanation of a parameter, its name in any case; nothing when the plan does not have it. */
    public static Optional<Explanation> of(TuningPlan plan, String name) {
        return plan.parameter(name).map(parameter -> of(plan.input(), parameter));
    }

    private static Explanation of(TuningInput input, PlannedParameter parameter) {
        Map<Preset, String> presets = new LinkedHashMap<>();
        TuningInput plain = input.withOverrides(Map.of());
        for (Preset preset : RuleSets.builtIn().presets()) {
            Calculator.plan(plain.withPreset(preset))
                    .value(parameter.name())
                    .ifPresent(value -> presets.put(preset, value));
        }
        return new Explanation(
                parameter,
                ParameterCatalogue.of(input.major(), input.distribution()).find(parameter.name()),
                presets,
                measured(parameter),
                Arrays.stream(DisputedParameter.values())
                        .filter(one -> one.parameter().equals(parameter.name()))
                        .findFirst());
    }

    /** {@code wal_compression} was switched off while it was pglz; what LZ4 comes to is in the reason. */
    private static List<MeasuredEffect> measured(PlannedParameter parameter) {
        return parameter.value().equals("lz4") ? List.of() : MeasuredEffect.of(parameter.ruleId());
    }

    /** The explanation as plain text that ends with a line feed. */
    public String text(Language language) {
        return ExplanationText.of(this, language);
    }

    /**
     * Everything that is known about a setting beside PostgreSQL's parameters, as plain text that ends with a line
     * feed.
     */
    public static String text(PlannedSetting setting, Language language) {
        return ExplanationText.of(setting, language);
    }
}
