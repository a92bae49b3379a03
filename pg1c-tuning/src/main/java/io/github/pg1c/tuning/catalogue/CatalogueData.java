package io.github.pg1c.tuning.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the catalogue: parameters that the community's servers report, and parameters that builds add.
 *
 * <p>The servers' rows are generated; the builds' rows are collected from their documentation.
 */
final class CatalogueData {

    /**
     * Values of enumerations that depend on compile options. The servers that the rows were read from lack some of
     * them.
     */
    private static final Map<String, List<String>> COMPILED_IN = Map.of(
            "wal_compression", List.of("lz4", "zstd"),
            "default_toast_compression", List.of("lz4"),
            "io_method", List.of("io_uring"));

    static final List<Row> ROWS = Stream.concat(
                    lines("parameters.tsv").map(CatalogueData::serverRow),
                    lines("fork-parameters.tsv").map(CatalogueData::buildRow))
            .toList();

    private static final Map<String, Set<PgMajor>> MAJORS = ROWS.stream()
            .collect(Collectors.groupingBy(
                    Row::name,
                    TreeMap::new,
                    Collectors.flatMapping(
                            row -> IntStream.rangeClosed(row.from, row.to).mapToObj(PgMajor::new),
                            Collectors.toCollection(TreeSet::new))));

    /** Parsed once: a plan asks for its catalogue many times. */
    private static final List<Known> KNOWN =
            ROWS.stream().map(row -> new Known(row, row.spec())).toList();

    private CatalogueData() {}

    /** A row and the parameter that it describes. */
    private record Known(Row row, ParameterSpec spec) {}

    /** One line of the data: name, first and last version, builds, and the columns after them. */
    record Row(String name, int from, int to, Set<Distribution> builds, List<String> columns) {

        boolean in(PgMajor major, Distribution build) {
            return from <= major.number() && major.number() <= to && builds.contains(build);
        }

        ParameterSpec spec() {
            ParameterType type = ParameterType.valueOf(columns.get(0).toUpperCase(Locale.ROOT));
            return new ParameterSpec(
                    name,
                    type,
                    columns.get(1).isEmpty() ? null : columns.get(1),
                    number(columns.get(2)),
                    number(columns.get(3)),
                    type == ParameterType.ENUM ? words() : List.of(),
                    ParameterContext.parse(columns.get(5)),
                    columns.get(6),
                    Collections.unmodifiableSet(Objects.requireNonNull(MAJORS.get(name))));
        }

        private List<String> words() {
            return Stream.concat(
                            Arrays.stream(columns.get(4).split(",", -1)),
                            COMPILED_IN.getOrDefault(name, List.of()).stream())
                    .distinct()
                    .toList();
        }

        private static @Nullable Double number(String text) {
            return text.isEmpty() ? null : Double.valueOf(text);
        }
    }

    private static final Map<PgMajor, Map<Distribution, Map<String, ParameterSpec>>> CATALOGUES = catalogues();

    private static Map<PgMajor, Map<Distribution, Map<String, ParameterSpec>>> catalogues() {
        Map<PgMajor, Map<Distribution, Map<String, ParameterSpec>>> all = new TreeMap<>();
        for (int number = PgMajor.OLDEST_SUPPORTED.number(); number <= PgMajor.NEWEST_SUPPORTED.number(); number++) {
            PgMajor major = new PgMajor(number);
            Map<Distribution, Map<String, ParameterSpec>> builds = new EnumMap<>(Distribution.class);
            for (Distribution build : Distribution.values()) {
                // Lookup by hash, iteration in the order of names.
                builds.put(build, Collections.unmodifiableMap(new LinkedHashMap<>(read(major, build))));
            }
            all.put(major, builds);
        }
        return all;
    }

    /** The parameters of a version and a build by lower-case name, since PostgreSQL ignores the case of names. */
    static Map<String, ParameterSpec> of(PgMajor major, Distribution build) {
        return Objects.requireNonNull(
                Objects.requireNonNull(CATALOGUES.get(major)).get(build));
    }

    private static Map<String, ParameterSpec> read(PgMajor major, Distribution build) {
        return KNOWN.stream()
                .filter(known -> known.row.in(major, build))
                .map(Known::spec)
                .collect(Collectors.toMap(
                        spec -> spec.name().toLowerCase(Locale.ROOT), Function.identity(), (a, b) -> b, TreeMap::new));
    }

    private static Row serverRow(List<String> columns) {
        return new Row(
                columns.get(0),
                Integer.parseInt(columns.get(1)),
                Integer.parseInt(columns.get(2)),
                EnumSet.allOf(Distribution.class),
                columns.subList(3, columns.size()));
    }

    private static Row buildRow(List<String> columns) {
        Set<Distribution> builds = Arrays.stream(columns.get(1).split(",", -1))
                .map(Distribution::parse)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Distribution.class)));
        return new Row(
                columns.get(0),
                PgMajor.OLDEST_SUPPORTED.number(),
                PgMajor.NEWEST_SUPPORTED.number(),
                builds,
                columns.subList(2, columns.size()));
    }

    private static Stream<List<String>> lines(String resource) {
        try (InputStream stream = Objects.requireNonNull(CatalogueData.class.getResourceAsStream(resource), resource);
                BufferedReader text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return text
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
