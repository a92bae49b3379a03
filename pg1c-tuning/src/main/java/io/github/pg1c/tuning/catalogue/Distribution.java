package io.github.pg1c.tuning.catalogue;

import io.github.pg1c.base.words.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A build of PostgreSQL, with the libraries that it adds to the community's sources.
 *
 * <p>1C needs the extensions {@code mchar}, {@code fulleq} and {@code fasttrun}; a build without them cannot hold its
 * databases. A library that a build does not bring must not stand in {@code shared_preload_libraries}: the server would
 * not start.
 *
 * @since 0.1
 */
public enum Distribution {
    /** The community's packages (PGDG); no 1C. */
    PGDG("pgdg", Text.of("PostgreSQL, community packages", "PostgreSQL, пакеты сообщества"), false, Libraries.CONTRIB),
    /** 1C's own build. */
    ONE_C(
            "1c",
            Text.of("PostgreSQL, build by 1C", "PostgreSQL, сборка 1С"),
            true,
            Libraries.CONTRIB,
            "mchar",
            "fulleq",
            "fasttrun",
            "pg_wait_sampling"),
    /** Postgres Pro for 1C. */
    POSTGRES_PRO_1C(
            "postgrespro-1c",
            Text.of("Postgres Pro for 1C", "Postgres Pro для 1С"),
            true,
            Libraries.CONTRIB,
            Libraries.POSTGRES_PRO),
    /** Postgres Pro Standard. */
    POSTGRES_PRO_STD(
            "postgrespro-std", Text.same("Postgres Pro Standard"), true, Libraries.CONTRIB, Libraries.POSTGRES_PRO),
    /** Postgres Pro Enterprise. */
    POSTGRES_PRO_ENT(
            "postgrespro-ent", Text.same("Postgres Pro Enterprise"), true, Libraries.CONTRIB, Libraries.POSTGRES_PRO),
    /** Tantor Special Edition 1C. */
    TANTOR_SE_1C(
            "tantor-se-1c",
            Text.same("Tantor Special Edition 1C"),
            true,
            Libraries.CONTRIB,
            "mchar",
            "fulleq",
            "fasttrun",
            "plantuner",
            "online_analyze",
            "pg_store_plans",
            "pg_wait_sampling"),
    /** Platform V Pangolin. */
    PANGOLIN("pangolin", Text.same("Platform V Pangolin"), true, Libraries.CONTRIB, "mchar", "fulleq", "fasttrun"),
    /** ALT Linux, {@code postgresqlNN-1C}. */
    ALT_1C(
            "alt-1c",
            Text.of("PostgreSQL for 1C of ALT Linux", "PostgreSQL для 1С из ALT Linux"),
            true,
            Libraries.CONTRIB,
            "mchar",
            "fulleq",
            "fasttrun");

    /** Lists that several builds share. */
    private static final class Libraries {
        static final String CONTRIB = "auth_delay auto_explain passwordcheck pg_prewarm pg_stat_statements";
        static final String POSTGRES_PRO =
                "mchar fulleq fasttrun plantuner online_analyze dbcopies_decoding pg_wait_sampling";
    }

    private static final Set<String> NEEDED_BY_1C = Set.of("mchar", "fulleq", "fasttrun");

    private final String id;
    private final Text title;
    private final boolean serves1c;
    private final Set<String> libraries;

    Distribution(String id, Text title, boolean serves1c, String... libraries) {
        this.id = id;
        this.title = title;
        this.serves1c = serves1c;
        this.libraries = sorted(Arrays.stream(libraries)
                .flatMap(list -> Arrays.stream(list.split(" ")))
                .toList());
    }

    /**
     * The distribution of an id.
     *
     * @throws IllegalArgumentException for an unknown id; the message lists the known ones
     */
    public static Distribution parse(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("unknown distribution '" + id + "': write "
                + Arrays.stream(values()).map(Distribution::id).collect(Collectors.joining(", "))));
    }

    /** The distribution of an id, if there is one. */
    public static Optional<Distribution> find(String id) {
        return Arrays.stream(values())
                .filter(distribution -> distribution.id.equals(id))
                .findFirst();
    }

    /** The name in a specification. */
    public String id() {
        return id;
    }

    /** What it is, for people. */
    public Text title() {
        return title;
    }

    /** Whether 1C's databases can live in it; the community's build lacks the type {@code mchar}. */
    public boolean serves1c() {
        return serves1c;
    }

    /** Libraries that it brings and that may stand in {@code shared_preload_libraries}, sorted. */
    public Set<String> libraries() {
        return libraries;
    }

    /** Whether it brings the library. */
    public boolean brings(String library) {
        return libraries.contains(library);
    }

    /**
     * Whether its initdb puts the extensions of 1C into {@code shared_preload_libraries}: 1C's own build does so from
     * version 18 on, and ALT packages the same sources.
     */
    public boolean preloadsExtensions1c(PgMajor major) {
        return switch (this) {
            case ONE_C, ALT_1C -> major.atLeast(18);
            case PGDG, POSTGRES_PRO_1C, POSTGRES_PRO_STD, POSTGRES_PRO_ENT, TANTOR_SE_1C, PANGOLIN -> false;
        };
    }

    /** Extensions that 1C creates in its databases, sorted; none where 1C cannot live. */
    public Set<String> extensions1c() {
        return serves1c ? sorted(NEEDED_BY_1C) : Set.of();
    }

    private static Set<String> sorted(Collection<String> names) {
        return Collections.unmodifiableSet(new TreeSet<>(names));
    }
}
