package io.github.pg1c.tuning.preset;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.calculation.Sizing;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.ArrayList;
import java.util.List;

/** Rules for libraries loaded at start. */
final class LibraryRules {

    private static final Group GROUP = Group.LIBRARIES;

    private LibraryRules() {}

    static List<PresetRule> rules() {
        return List.of(PresetRule.of(
                "shared_preload_libraries",
                GROUP,
                RuleSources.PG1C,
                LibraryRules::preload,
                "Only what this build brings: without a listed library the server does not start.",
                "Только то, что есть в этой сборке: без указанной библиотеки сервер не запустится."));
    }

    /** As the build's own initdb does. */
    static boolean loadsExtensions1c(Sizing figures) {
        return figures.input()
                .distribution()
                .preloadsExtensions1c(figures.input().major());
    }

    static RuleResult preload(Sizing figures) {
        Distribution build = figures.input().distribution();
        List<String> libraries = new ArrayList<>();
        if (loadsExtensions1c(figures)) {
            libraries.addAll(List.of("mchar", "fasttrun", "fulleq"));
        }
        for (String library : List.of("online_analyze", "plantuner", "pg_stat_statements")) {
            if (build.brings(library)) {
                libraries.add(library);
            }
        }
        return withFurther(
                figures,
                new RuleResult(String.join(",", libraries), Text.of("build " + build.id(), "сборка " + build.id())));
    }

    /** The list with the libraries that extensions of the databases need. */
    static RuleResult withFurther(Sizing figures, RuleResult list) {
        List<String> libraries = new ArrayList<>(
                list.value().isEmpty() ? List.of() : List.of(list.value().split(",")));
        List<String> further = figures.input().libraries().stream()
                .filter(library -> !libraries.contains(library))
                .distinct()
                .toList();
        if (further.isEmpty()) {
            return list;
        }
        libraries.addAll(further);
        String added = String.join(", ", further);
        return new RuleResult(
                String.join(",", libraries),
                Text.of(list.formula().en() + " + " + added, list.formula().ru() + " + " + added));
    }
}
