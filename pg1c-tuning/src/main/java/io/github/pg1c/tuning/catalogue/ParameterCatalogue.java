package io.github.pg1c.tuning.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every parameter that a build of one version of PostgreSQL knows, with its bounds.
 *
 * <p>Its data was read from running servers of versions 14 to 18. It knows only documented parameters of the other
 * builds. An unknown name is therefore an error for the community's build. For another build it is a warning, unless it
 * looks like a misspelling.
 *
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-settings.html">PostgreSQL: pg_settings</a>
 * @since 0.1
 */
public final class ParameterCatalogue {

    private final PgMajor major;
    private final Distribution distribution;
    private final Map<String, ParameterSpec> specs;

    private ParameterCatalogue(PgMajor major, Distribution distribution) {
        this.major = major;
        this.distribution = distribution;
        this.specs = CatalogueData.of(nearest(major), distribution);
    }

    /**
     * The catalogue of a version and a build.
     *
     * @param major a version outside of {@value PgMajor#SUPPORTED} gets the nearest catalogue
     */
    public static ParameterCatalogue of(PgMajor major, Distribution distribution) {
        return new ParameterCatalogue(major, distribution);
    }

    private static PgMajor nearest(PgMajor major) {
        return Collections.max(
                List.of(PgMajor.OLDEST_SUPPORTED, Collections.min(List.of(major, PgMajor.NEWEST_SUPPORTED))));
    }

    /** The version that was asked for. */
    public PgMajor major() {
        return major;
    }

    /** The build. */
    public Distribution distribution() {
        return distribution;
    }

    /** The parameter of a name in any case, if this build of this version has it. */
    public Optional<ParameterSpec> find(String name) {
        return Optional.ofNullable(specs.get(name.toLowerCase(Locale.ROOT)));
    }

    /** How a parameter is changed in a cluster, its name in any case; also of one that this build does not have. */
    public ParameterHandling handling(String name) {
        Optional<ParameterSpec> spec = find(name);
        ManagedParameters.Row row = ManagedParameters.of(name);
        return new ParameterHandling(
                spec.map(ParameterSpec::name).orElse(name),
                spec.map(ParameterSpec::context),
                spec.map(ParameterSpec::activation).orElse(Activation.RESTART),
                row.standbyLimit(),
                row.scope(),
                row.owner(),
                row.least());
    }

    /**
     * Parameters that a standby must not set lower than its leader in any version, in the order of PostgreSQL's
     * documentation.
     *
     * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-ADMIN">PostgreSQL: hot standby
     *     parameter reference</a>
     */
    public static List<String> standbyLimits() {
        return ManagedParameters.STANDBY_LIMITS;
    }

    /** Which versions and builds have a parameter, its name in any case; empty when none has it. */
    public static List<ParameterAvailability> availability(String name) {
        return CatalogueData.ROWS.stream()
                .filter(row -> row.name().equalsIgnoreCase(name))
                .map(row -> new ParameterAvailability(
                        new PgMajor(row.from()), new PgMajor(row.to()), Set.copyOf(row.builds())))
                .toList();
    }

    /** All parameters, sorted by name. */
    public Collection<ParameterSpec> parameters() {
        return specs.values();
    }
}
