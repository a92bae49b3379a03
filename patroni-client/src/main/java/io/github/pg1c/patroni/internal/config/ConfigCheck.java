package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import io.github.pg1c.patroni.config.SynchronousMode;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what Patroni would refuse, replace, ignore or fail with. */
public final class ConfigCheck {
    private static final int SHOWN = 60;
    private static final ReleaseSpan ADJUSTS_TIMING = ReleaseSpan.since("3.2.0");
    private static final BigInteger TWO = BigInteger.TWO;
    private static final Set<List<String>> TIMES =
            Set.of(List.of("loop_wait"), List.of("retry_timeout"), List.of("ttl"));
    private static final List<String> SYNCHRONOUS_MODE = List.of("synchronous_mode");
    private static final List<String> SYNCHRONOUS_NAMES =
            List.of("postgresql", "parameters", "synchronous_standby_names");

    private ConfigCheck() {}

    /**
     * The problems of the values of a patch in every release, whatever the configuration of the cluster is. Unknown
     * keys are none, because a release that this library does not know may read them.
     */
    public static List<ConfigProblem> anywhere(JsonNode patch) {
        JsonNode written = withoutNulls(patch);
        Map<PatroniVersion, List<Finding>> found = new LinkedHashMap<>();
        for (PatroniVersion version : Releases.all()) {
            Place place = Place.root(version);
            ConfigKeys.root().check(place, written);
            found.put(
                    version,
                    place.findings().stream()
                            .filter(finding -> !finding.together())
                            .filter(finding -> finding.effect() != Effect.IGNORED)
                            .toList());
        }
        keepCommon(found);
        return problems(found, true, Set.of());
    }

    /**
     * The problems of a change: of the values that it sets, of values together when it sets one of them, and of any
     * value because of which Patroni would not take over the new configuration.
     *
     * @param after the configuration of the cluster with the change
     * @param changes the differences
     * @param versions the versions of the members; when it is empty, problems of all releases are found
     * @param strict false to leave out values that the change does not touch
     */
    public static List<ConfigProblem> of(
            JsonNode after, List<ConfigChange> changes, Collection<PatroniVersion> versions, boolean strict) {
        boolean told = !versions.isEmpty();
        Map<PatroniVersion, List<Finding>> found = new LinkedHashMap<>();
        Set<List<String>> old = new HashSet<>();
        for (PatroniVersion version : told ? new TreeSet<>(versions) : Releases.all()) {
            List<Finding> kept = new ArrayList<>();
            for (Finding finding : findings(after, version)) {
                boolean touched = isTouched(finding, changes);
                if (touched || (strict && finding.effect() == Effect.REJECTED)) {
                    kept.add(finding);
                }
                if (!touched) {
                    old.add(finding.path());
                }
            }
            found.put(version, kept);
        }
        if (!told) {
            keepCommon(found);
        }
        return problems(found, !told, old);
    }

    /** Keeps the findings at places where each version has one. */
    private static void keepCommon(Map<PatroniVersion, List<Finding>> found) {
        Set<List<String>> common = new HashSet<>();
        found.values().iterator().next().forEach(finding -> common.add(finding.path()));
        found.values()
                .forEach(findings ->
                        common.retainAll(findings.stream().map(Finding::path).collect(Collectors.toSet())));
        found.replaceAll((version, findings) -> findings.stream()
                .filter(finding -> common.contains(finding.path()))
                .toList());
    }

    /** Everything in a configuration, as this version reads it. */
    static List<Finding> findings(JsonNode configuration, PatroniVersion version) {
        Place place = Place.root(version);
        ConfigKeys.root().check(place, configuration);
        timing(place, configuration);
        standbyCluster(place, configuration.path("standby_cluster"));
        synchronousNames(place, configuration);
        return place.findings();
    }

    /** Patroni's rule {@code loop_wait + 2 * retry_timeout <= ttl}, by which it lowers the first two. */
    private static void timing(Place place, JsonNode configuration) {
        Optional<BigInteger> loopWait = number(configuration, "loop_wait", 10);
        Optional<BigInteger> retryTimeout = number(configuration, "retry_timeout", 10);
        Optional<BigInteger> ttl = number(configuration, "ttl", 30);
        boolean alone = place.findings().stream().anyMatch(finding -> TIMES.contains(finding.path()));
        if (alone
                || loopWait.isEmpty()
                || retryTimeout.isEmpty()
                || ttl.isEmpty()
                || loopWait.get().add(retryTimeout.get().multiply(TWO)).compareTo(ttl.get()) <= 0) {
            return;
        }
        Text rule = Text.of(
                "loop_wait + 2 × retry_timeout is at most ttl, and here it is " + loopWait.get() + " + 2 × "
                        + retryTimeout.get() + " with a ttl of " + ttl.get(),
                "loop_wait + 2 × retry_timeout не больше ttl, а здесь " + loopWait.get() + " + 2 × "
                        + retryTimeout.get() + " при ttl " + ttl.get());
        if (!ADJUSTS_TIMING.contains(place.version())) {
            place.below("ttl").together(rule, Effect.UNCHECKED, Consequence.USES, TIMES);
            return;
        }
        BigInteger wait = ttl.get().subtract(retryTimeout.get().multiply(TWO));
        String instead = wait.signum() > 0
                ? "loop_wait " + wait
                : "loop_wait 1, retry_timeout "
                        + ttl.get().subtract(BigInteger.ONE).divide(TWO);
        place.below("ttl").together(rule, Effect.REPLACED, Consequence.takes(instead), TIMES);
    }

    private static Optional<BigInteger> number(JsonNode configuration, String key, long fallback) {
        JsonNode value = configuration.path(key);
        return value.isMissingNode() ? Optional.of(BigInteger.valueOf(fallback)) : PythonValue.castInt(value);
    }

    private static void standbyCluster(Place place, JsonNode section) {
        boolean counts = Set.of("host", "port", "restore_command").stream()
                .anyMatch(key -> PythonValue.isTrue(section.path(key)));
        if (section.isObject() && !section.isEmpty() && !counts) {
            place.below("standby_cluster")
                    .together(
                            Text.of(
                                    "a standby cluster has a host, a port or a restore_command",
                                    "у резервного кластера есть host, port или restore_command"),
                            Effect.REPLACED,
                            Text.of("makes it no standby cluster", "не сделает его резервным"),
                            Set.of(List.of("standby_cluster")));
        }
    }

    private static void synchronousNames(Place place, JsonNode configuration) {
        SynchronousMode.Kind mode = SynchronousMode.of(PythonValue.text(configuration.path("synchronous_mode")))
                .kind();
        if ((mode == SynchronousMode.Kind.ON || mode == SynchronousMode.Kind.QUORUM)
                && configuration.path("postgresql").path("parameters").hasNonNull("synchronous_standby_names")) {
            place.below("postgresql")
                    .below("parameters")
                    .below("synchronous_standby_names")
                    .together(
                            Text.of(
                                    "Patroni names the standbys itself while synchronous_mode is on",
                                    "при включённом synchronous_mode реплики называет сам Patroni"),
                            Effect.IGNORED,
                            Consequence.SKIPS,
                            Set.of(SYNCHRONOUS_MODE, SYNCHRONOUS_NAMES));
        }
    }

    /** True when the change sets or removes one of the values with the problem, or a part of it. */
    private static boolean isTouched(Finding finding, List<ConfigChange> changes) {
        return finding.places().stream()
                .anyMatch(place -> changes.stream().anyMatch(change -> {
                    int common = Math.min(change.path().size(), place.size());
                    return change.path().subList(0, common).equals(place.subList(0, common));
                }));
    }

    /**
     * The problem of a change to quorum while members have not told their versions: they may be old releases that come
     * back, and read quorum as off.
     *
     * @param after the configuration of the cluster with the change
     * @param silent the names of these members
     */
    public static List<ConfigProblem> ofQuorum(JsonNode after, List<ConfigChange> changes, Set<String> silent) {
        JsonNode mode = after.path("synchronous_mode");
        boolean quorum = SynchronousMode.of(PythonValue.text(mode)).kind() == SynchronousMode.Kind.QUORUM
                && changes.stream().anyMatch(change -> change.path().equals(SYNCHRONOUS_MODE));
        if (!quorum || silent.isEmpty()) {
            return List.of();
        }
        String members = String.join(", ", silent);
        return List.of(new ConfigProblem(
                SYNCHRONOUS_MODE,
                Optional.of(shown(mode)),
                Optional.of(Switches.synchronousMode().allowed()),
                Effect.REPLACED,
                Releases.named(
                        Releases.all().stream()
                                .filter(version -> !Switches.QUORUM.contains(version))
                                .toList(),
                        true),
                Text.of(
                        "quorum came with Patroni 4.0, older versions take it for off, and these members have not told"
                                + " their versions: " + members,
                        "quorum появился в Patroni 4.0, более старые версии примут его за off, а эти узлы не сообщили"
                                + " свою версию: " + members),
                Optional.empty()));
    }

    /** One problem for each finding, with the versions that have it. */
    private static List<ConfigProblem> problems(
            Map<PatroniVersion, List<Finding>> found, boolean spans, Set<List<String>> old) {
        Map<Finding, Set<PatroniVersion>> versions = new LinkedHashMap<>();
        found.forEach((version, findings) -> findings.forEach(finding ->
                versions.computeIfAbsent(finding, key -> new TreeSet<>()).add(version)));
        List<ConfigProblem> problems = new ArrayList<>();
        versions.forEach((finding, where) ->
                problems.add(problem(finding, Releases.named(where, spans), old.contains(finding.path()))));
        return problems;
    }

    private static ConfigProblem problem(Finding finding, String versions, boolean old) {
        Text made = Text.of(
                "Patroni " + versions + " " + finding.made().en(),
                "Patroni " + versions + " " + finding.made().ru());
        Optional<String> value = finding.value().map(ConfigCheck::shown);
        Text explanation = finding.allowed()
                .map(allowed -> finding.value()
                        .map(wrong -> Text.of(
                                shown(wrong) + " is wrong, allowed: " + allowed.en() + "; " + made.en(),
                                "«" + (wrong.isTextual() ? shortened(wrong.textValue()) : shown(wrong))
                                        + "» не подходит, допустимо: " + allowed.ru() + "; " + made.ru()))
                        .orElseGet(() -> Text.of(allowed.en() + "; " + made.en(), allowed.ru() + "; " + made.ru())))
                .orElse(made);
        if (old) {
            explanation = Text.of(
                    explanation.en() + "; the configuration has that value already, so mend or remove it first",
                    explanation.ru() + "; это значение уже есть в конфигурации, сначала исправьте или удалите его");
        }
        return new ConfigProblem(
                finding.path(),
                value,
                finding.allowed(),
                finding.effect(),
                versions,
                explanation,
                finding.suggestion());
    }

    private static String shown(JsonNode value) {
        return shortened(value.toString());
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /** A patch removes what is null in it. */
    private static JsonNode withoutNulls(JsonNode patch) {
        if (!(patch instanceof ObjectNode object)) {
            return patch;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                copy.set(entry.getKey(), withoutNulls(entry.getValue()));
            }
        });
        return copy;
    }
}
