package io.github.pg1c.maven.specification;

import io.github.pg1c.tuning.preset.RuleSets;

/** The sets of rules on the plugin's class path: those of pg1c, and those of the plugin's dependencies. */
public final class InstalledRuleSets {

    private static final RuleSets SETS = RuleSets.installed(InstalledRuleSets.class.getClassLoader());

    private InstalledRuleSets() {}

    /** All sets that a specification or {@code -Dpg1c.preset} may name. */
    public static RuleSets all() {
        return SETS;
    }
}
