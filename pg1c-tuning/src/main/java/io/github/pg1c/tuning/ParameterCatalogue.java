package io.github.pg1c.tuning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every parameter that a build of one version of PostgreSQL knows.
 *
 * @since 0.1
 */
public final class ParameterCatalogue {

    private ParameterCatalogue() {}

    /** The catalogue of a version and a build. */
    public static ParameterCatalogue of(PgMajor major, Distribution distribution) {
        return new ParameterCatalogue();
    }

    /** The parameter of a name, if this build of this version has it. */
    public Optional<ParameterSpec> find(String name) {
        return Optional.empty();
    }

    /** Everything that is wrong with the values, sorted by the parameter's name; empty when all is well. */
    public List<OverrideProblem> check(Map<String, String> overrides) {
        return check(overrides, false);
    }

    /**
     * Everything that is wrong with the values, sorted by the parameter's name; empty when all is well.
     *
     * @param synchronous whether commits are promised to wait for a standby
     */
    public List<OverrideProblem> check(Map<String, String> overrides, boolean synchronous) {
        return List.of();
    }
}
