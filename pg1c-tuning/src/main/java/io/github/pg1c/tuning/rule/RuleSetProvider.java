package io.github.pg1c.tuning.rule;

import java.util.List;

/**
 * Provides sets of rules of one's own to specifications. {@link java.util.ServiceLoader} finds the class, for example
 * on the class path of pg1c's Maven plugin.
 *
 * <p>The class is named in {@code META-INF/services/io.github.pg1c.tuning.rule.RuleSetProvider} or in the declaration
 * of its module, and has a public constructor without parameters.
 *
 * @since 0.1
 */
public interface RuleSetProvider {

    /**
     * The sets, each with a name that no other set has.
     *
     * @param balanced the set {@code balanced} that comes with pg1c, to begin with
     */
    List<RuleSet> ruleSets(RuleSet balanced);
}
