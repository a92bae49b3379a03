package io.github.pg1c.tuning.text;

import io.github.pg1c.base.text.Quoted;
import io.github.pg1c.base.text.YamlWriter;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.OmittedRule;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans as configuration of programs. */
final class ConfigurationText {

    private static final Text SWITCHED_OFF = Text.of("switched off: ", "отключено: ");
    private static final Text LINE_BREAK = Text.of(
            "ALTER SYSTEM takes no value with a line break: ",
            "ALTER SYSTEM не принимает значение с переводом строки: ");
    private static final Text PATRONI_DECIDES = Text.of(
            "Where Patroni runs, the DCS decides: patronictl edit-config",
            "Под управлением Patroni решает DCS: patronictl edit-config");

    private ConfigurationText() {}

    static String conf(TuningPlan plan, Language language) {
        StringBuilder text = new StringBuilder();
        Group group = null;
        for (PlannedParameter parameter : plan.parameters()) {
            if (parameter.group() != group) {
                group = parameter.group();
                text.append(text.isEmpty() ? "" : "\n")
                        .append(Quoted.comment("", "#", "== " + group.title().in(language) + " =="));
            }
            text.append(Quoted.comment("", "#", because(parameter, language)));
            text.append(parameter.name()).append(" = ").append(Quoted.conf(parameter.value()));
            text.append('\n');
        }
        return text + switchedOff(plan, "#", language);
    }

    static String alterSystem(TuningPlan plan, Language language) {
        ParameterCatalogue catalogue =
                ParameterCatalogue.of(plan.input().major(), plan.input().distribution());
        StringBuilder text = new StringBuilder();
        for (PlannedParameter parameter : plan.parameters()) {
            text.append(Quoted.comment("", "--", because(parameter, language)));
            if (parameter.scope() == ParameterScope.DCS) {
                text.append(Quoted.comment("", "--", PATRONI_DECIDES.in(language)));
            }
            String value = parameter.value();
            if (value.contains("\n") || value.contains("\r")) {
                text.append(Quoted.comment("", "--", LINE_BREAK.in(language) + parameter.name()));
            } else {
                text.append("ALTER SYSTEM SET ").append(parameter.name()).append(" = ");
                text.append(sql(catalogue, parameter)).append(";\n");
            }
        }
        return text + switchedOff(plan, "--", language);
    }

    private static String sql(ParameterCatalogue catalogue, PlannedParameter parameter) {
        Optional<ParameterSpec> spec = catalogue.find(parameter.name());
        if (spec.isEmpty() || parameter.value().isBlank()) {
            return Quoted.sql(parameter.value());
        }
        return spec.get().elements(parameter.value()).stream().map(Quoted::sql).collect(Collectors.joining(", "));
    }

    static String patroni(TuningPlan plan, Language language, ParameterScope scope) {
        YamlWriter yaml = YamlWriter.of(YamlWriter.UNLIMITED, YamlWriter.WORDS);
        yaml.section(
                "postgresql",
                postgresql -> postgresql.section(
                        "parameters",
                        parameters -> plan.parameters().stream()
                                .filter(parameter -> parameter.scope() == scope)
                                .forEach(parameter -> parameters
                                        .comment(because(parameter, language))
                                        .put(parameter.name(), parameter.value()))));
        return yaml + switchedOff(plan, "#", language);
    }

    private static String because(PlannedParameter parameter, Language language) {
        return parameter.formula().in(language) + ". " + parameter.reason().in(language) + " ["
                + parameter.ruleId() + "; " + parameter.source().code() + ", "
                + parameter.confidence().title().in(language) + "]";
    }

    private static String switchedOff(TuningPlan plan, String mark, Language language) {
        StringBuilder text = new StringBuilder();
        for (OmittedRule off : plan.switchedOff()) {
            text.append(Quoted.comment(
                    "",
                    mark,
                    SWITCHED_OFF.in(language) + off.ruleId() + " — "
                            + off.reason().in(language)));
        }
        return text.toString();
    }
}
