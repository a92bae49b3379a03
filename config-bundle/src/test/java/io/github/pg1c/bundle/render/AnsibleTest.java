package io.github.pg1c.bundle.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.install.Installer;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class AnsibleTest {

    private static final Set<String> KEYWORDS = Set.of(
            "name",
            "when",
            "register",
            "until",
            "retries",
            "delay",
            "loop",
            "no_log",
            "run_once",
            "vars",
            "diff",
            "changed_when",
            "failed_when",
            "check_mode",
            "delegate_to",
            "become",
            "tags",
            "block",
            "always");

    static Stream<Clusters> all() {
        return Stream.of(Language.values()).flatMap(language -> Clusters.all(language).stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void inventoryHasEveryNodeWithItsAddressAndRoles(Clusters clusters) {
        DocumentContext context = clusters.input();
        Map<?, ?> pg1c =
                map(map(load(clusters.document("ansible/inventory.yml"))).get("pg1c"));

        for (Node node : clusters.nodes()) {
            assertThat(map(map(pg1c.get("hosts")).get(node.name().toString())))
                    .isEqualTo(Map.of("ansible_host", node.address().toString()));
        }
        Map<?, ?> groups = map(pg1c.get("children"));
        assertThat(hosts(groups, "pg1c_etcd")).isEqualTo(names(context.nodes(NodeRole.ETCD)));
        assertThat(hosts(groups, "pg1c_postgresql")).containsExactlyInAnyOrderElementsOf(names(context.postgresql()));
        assertThat(hosts(groups, "pg1c_postgresql").get(0))
                .isEqualTo(context.first().name().toString());
        assertThat(groups.containsKey("pg1c_haproxy")).isEqualTo(context.proxied());
    }

    @Test
    void theNodeThatMayNotLeadIsNotTheFirst() {
        Clusters clusters = Clusters.direct(Language.EN);
        List<Node> nodes = new ArrayList<>(clusters.nodes());
        Node first = nodes.get(3);
        nodes.set(3, first.withFailover(false));
        Clusters changed = new Clusters(
                Language.EN,
                clusters.os(),
                clusters.distribution(),
                clusters.objectives(),
                clusters.pooling(),
                null,
                null,
                nodes);

        Map<?, ?> pg1c =
                map(map(load(changed.document("ansible/inventory.yml"))).get("pg1c"));

        assertThat(hosts(map(pg1c.get("children")), "pg1c_postgresql")).containsExactly("pg2", "pg1");
    }

    @Test
    void touchesServicesInASafeOrder() {
        assertThat(plays(Clusters.layered(Language.EN)).stream()
                        .map(play ->
                                play.get("hosts") + (play.containsKey("serial") ? " by " + play.get("serial") : "")))
                .containsSubsequence(
                        "pg1c",
                        "pg1c_etcd",
                        "pg1c_etcd by 1",
                        "pg1c_postgresql by 1",
                        "pg1c_postgresql",
                        "pg1c_postgresql",
                        "pg1c_role_standby by 1",
                        "pg1c_role_leader by 1",
                        "pg1c_postgresql by 1",
                        "pg1c_postgresql by 1",
                        "pg1c_haproxy by 1");
    }

    /** A service that no play starts stays stopped, and one that no play restarts never takes its changes. */
    @ParameterizedTest
    @MethodSource("all")
    void startsAndRestartsEveryService(Clusters clusters) {
        DocumentContext context = clusters.input();
        Set<String> states = tasks(clusters).stream()
                .map(task -> task.get("ansible.builtin.systemd"))
                .filter(Objects::nonNull)
                .map(AnsibleTest::map)
                .map(unit -> unit.get("name") + " " + unit.get("state"))
                .collect(Collectors.toSet());

        assertThat(clusters.nodes().stream()
                        .flatMap(node -> context.units(node).stream())
                        .distinct()
                        .flatMap(unit -> Stream.of(unit + " started", unit + " restarted")))
                .filteredOn(state -> !states.contains(state))
                .as("states of units that no play brings about: the component's method plays has them")
                .isEmpty();
    }

    @Test
    void withoutHaproxyHasNoPlayForIt() {
        assertThat(plays(Clusters.direct(Language.EN))).noneMatch(play -> "pg1c_haproxy".equals(play.get("hosts")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void usesOnlyBuiltInModulesOneForEachTask(Clusters clusters) {
        assertThat(tasks(clusters)).hasSizeGreaterThan(20).allSatisfy(task -> {
            List<String> modules = task.keySet().stream()
                    .map(Object::toString)
                    .filter(key -> !KEYWORDS.contains(key))
                    .toList();
            assertThat(modules).hasSize(task.containsKey("block") ? 0 : 1);
            assertThat(modules).allMatch(module -> module.startsWith("ansible.builtin."));
            assertThat(task.get("name")).asString().isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void whateverCopiesSecretsIsNotLogged(Clusters clusters) {
        assertThat(tasks(clusters).stream()
                        .filter(task -> task.get("ansible.builtin.command") instanceof Map<?, ?> command
                                && String.valueOf(command.get("stdin")).matches(".*pg1c_(secrets|store).*")))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.get("no_log")).isEqualTo(true);
                    assertThat(String.valueOf(task)).contains("umask 077");
                });
    }

    @Test
    void restartsTheLeaderOnlyAfterASwitchover() {
        Map<?, ?> leader = plays(Clusters.layered(Language.EN)).get(8);
        String text = leader.toString();

        assertThat(text.indexOf("switchover")).isPositive().isLessThan(text.indexOf("restarted"));
        assertThat(plays(Clusters.alone(Language.EN)).toString()).doesNotContain("switchover");
    }

    @ParameterizedTest
    @MethodSource("all")
    void preparationAndInstallationEndWithTheQuestionWhetherAllNodesHaveIt(Clusters clusters) {
        assertThat(plays(clusters).subList(0, 2)).allSatisfy(play -> {
            List<?> tasks = list(play.get("tasks"));
            assertThat(map(tasks.get(tasks.size() - 1)).get("ansible.builtin.assert"))
                    .asString()
                    .contains("ansible_play_hosts_all | difference(ansible_play_hosts) | length == 0");
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void noRestartBeginsBeforeEveryMemberHasTakenWhatIsShared(Clusters clusters) {
        List<Map<?, ?>> tasks = new ArrayList<>();
        plays(clusters).stream()
                .filter(play -> play.toString().contains("edit-config"))
                .forEach(play -> {
                    assertThat(play.get("hosts")).isEqualTo("pg1c_postgresql");
                    assertThat(play.get("any_errors_fatal")).isEqualTo(true);
                    collect(play.get("tasks"), tasks);
                });

        assertThat(tasks.stream().filter(task -> task.toString().contains("edit-config")))
                .singleElement()
                .satisfies(task -> assertThat(task.get("run_once")).isEqualTo(true));
        assertThat(tasks.stream().filter(task -> task.containsKey("ansible.builtin.slurp")))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.containsKey("run_once")).isFalse();
                    assertThat(map(task.get("ansible.builtin.slurp")).get("src"))
                            .isEqualTo(clusters.input().layout().dataDirectory() + "/patroni.dynamic.json");
                    assertThat(list(task.get("until"))).map(String::valueOf).contains("pg1c_taken");
                });
    }

    @Test
    void comparesEveryLimitThatStandbysMustNotBeBelow() {
        String text = plays(Clusters.layered(Language.EN)).get(6).toString();

        assertThat(ParameterCatalogue.standbyLimits())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(text).contains("{{ pg1c_parameters." + name + " |"));
    }

    @Test
    void thePoolerLetsMoreInOnlyWhenTheServerMayHaveRestarted() {
        String limits = "(pg1c_limits.stdout | default(''))";
        String afterItsRestart = "'raised:max_connections' not in " + limits
                + " or (pg1c_restart | default(true) | bool and 'lowered' not in " + limits + ")";

        assertThat(tasks(Clusters.layered(Language.EN)).stream()
                        .filter(task -> "Reload pgbouncer".equals(task.get("name")) && task.containsKey("block"))
                        .map(task -> list(task.get("when")).toString()))
                .satisfiesExactly(
                        atOnce -> assertThat(atOnce).contains("'lowered:max_connections' in"),
                        standby -> assertThat(standby).contains(afterItsRestart),
                        leader -> assertThat(leader).contains(afterItsRestart),
                        last -> assertThat(last).contains(", pg1c_restart | default(true) | bool,"));
    }

    @Test
    void knowsWhatEachNeedIs() {
        Map<?, ?> actions =
                map(map(plays(Clusters.layered(Language.EN)).get(1).get("vars")).get("pg1c_actions"));

        assertThat(actions.get("restart:etcd")).isEqualTo(List.of("etcd.restart"));
        assertThat(actions.get("reload:haproxy")).isEqualTo(List.of("haproxy.reload"));
        assertThat(actions.get("reload:postgresql")).isEqualTo(List.of("patroni.reload"));
        assertThat(actions.get("restart:postgresql")).isEqualTo(List.of("postgresql.restart"));
        assertThat(actions.get("shared")).isEqualTo(List.of("shared.change"));
        assertThat(actions.get("shared:restart:postgresql:limit"))
                .isEqualTo(List.of("shared.change", "postgresql.restart"));
        assertThat(actions.containsKey("nothing")).isFalse();
        assertThat(actions.containsKey("initialisation")).isFalse();
        assertThat(actions.containsKey("manual")).isFalse();
    }

    /** The playbook reads the installer's output. This test fails when the output changes. */
    @ParameterizedTest
    @MethodSource("all")
    void understandsTheInstaller(Clusters clusters) {
        Node node = clusters.nodes().get(0);
        DocumentContext input = clusters.input();
        String script = Installer.render(
                input.context(), node, Objects.requireNonNull(input.parts().get(node.name())));

        assertThat(script)
                .contains("m_unchanged='" + (clusters.language() == Language.RU ? "без изменений" : "unchanged") + "'")
                .contains("tell \"$m_unchanged\" \"$5\"", "printf '%s  [%s]\\n' \"$m_needs\" \"$word\"", "--secrets)");
    }

    /** Names of services may have digits, hyphens and underscores. */
    @ParameterizedTest
    @ValueSource(strings = {"restart:postgresql", "shared:restart:postgresql:limit", "reload:node_exporter-2"})
    void findsEachNeedInTheInstallersAnswer(String need) {
        String needed = String.valueOf(
                map(plays(Clusters.layered(Language.EN)).get(1).get("vars")).get("pg1c_needed"));
        Matcher expression = Pattern.compile("'regex_findall', '(.*?)'").matcher(needed);

        assertThat(expression.find()).isTrue();
        assertThat(Pattern.compile(expression.group(1))
                        .matcher("needs      [" + need + "]")
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly(need);
    }

    private static List<Map<?, ?>> plays(Clusters clusters) {
        List<Map<?, ?>> plays = new ArrayList<>();
        list(load(clusters.document("ansible/site.yml"))).forEach(play -> plays.add(map(play)));
        return plays;
    }

    private static List<Map<?, ?>> tasks(Clusters clusters) {
        List<Map<?, ?>> tasks = new ArrayList<>();
        plays(clusters).forEach(play -> collect(play.get("tasks"), tasks));
        return tasks;
    }

    private static void collect(@Nullable Object list, List<Map<?, ?>> into) {
        for (Object item : list(list)) {
            Map<?, ?> task = map(item);
            into.add(task);
            for (String inner : List.of("block", "always")) {
                if (task.containsKey(inner)) {
                    collect(task.get(inner), into);
                }
            }
        }
    }

    private static List<String> hosts(Map<?, ?> groups, String group) {
        return map(map(groups.get(group)).get("hosts")).keySet().stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> names(List<Node> nodes) {
        return nodes.stream().map(node -> node.name().toString()).toList();
    }

    private static Object load(String text) {
        return new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(text);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        assertThat(value).isInstanceOf(List.class);
        return (List<?>) Objects.requireNonNull(value);
    }
}
