package io.github.pg1c.bundle.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.runbook.HostCommands;
import io.github.pg1c.bundle.runbook.Runbook;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.value.SqlName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunbookTest {

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern CODE = Pattern.compile("`[^`]*`|\\[[^]]*]\\([^)]*\\)|https?://\\S+");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|is|are|and|with|when|node|nodes|its|every|must|from|after|before|standby|password)\\b");

    static List<Clusters> russian() {
        return Clusters.all(Language.RU);
    }

    static List<Clusters> english() {
        return Clusters.all(Language.EN);
    }

    @ParameterizedTest
    @MethodSource("english")
    void startsAndStopsEveryService(Clusters clusters) {
        DocumentContext context = clusters.input();
        String page = clusters.runbook();
        String start = chapter(page, Topic.START);
        String rollback = chapter(page, Topic.ROLLBACK);
        String end = chapter(page, Topic.DECOMMISSION);

        for (String unit : context.cluster().nodes().stream()
                .flatMap(node -> context.units(node).stream())
                .distinct()
                .toList()) {
            assertThat(start)
                    .as("the component's section of Topic.START starts %s", unit)
                    .containsPattern("(?m)^systemctl (enable --now|start --no-block) " + unit + "$");
            assertThat(rollback)
                    .as("the component's section of Topic.ROLLBACK stops %s", unit)
                    .containsPattern("(?m)^systemctl stop " + unit + "$");
            assertThat(end)
                    .as("the component's section of Topic.DECOMMISSION ends %s", unit)
                    .containsPattern("(?m)^(.+ && )?systemctl disable --now " + unit + "$");
        }
    }

    private static String chapter(String page, Topic topic) {
        String text = page.substring(page.indexOf("<a id=\"" + topic.anchor() + "\"></a>") + 1);
        int end = text.indexOf("<a id=");
        return end < 0 ? text : text.substring(0, end);
    }

    @ParameterizedTest
    @MethodSource({"russian", "english"})
    void hasEveryChapterOnceAndLinksToIt(Clusters clusters) {
        String page = clusters.runbook();

        for (Topic topic : Runbook.chapters(Components.sections(clusters.cluster()))) {
            if (topic.equals(Topic.TAKEOVER) || topic.equals(Topic.SECOND_SITE)) {
                assertThat(page)
                        .as("no database is taken over, and there is one site")
                        .doesNotContain(topic.anchor());
                continue;
            }
            assertThat(page).containsOnlyOnce("<a id=\"" + topic.anchor() + "\"></a>");
            assertThat(page).containsOnlyOnce("\n## " + topic.title(clusters.language()) + "\n");
            assertThat(page).contains("(#" + topic.anchor() + ")");
        }
    }

    @Test
    void numbersItsChaptersWithoutAGap() {
        assertThat(Runbook.chapters(Components.sections(
                                Clusters.together(Language.EN).cluster()))
                        .stream()
                        .map(Topic::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 23).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("english")
    void hasTheSameStructureAndTheSameCommandsInBothLanguages(Clusters english) {
        MarkdownBlocks en = MarkdownBlocks.of(english.runbook());
        MarkdownBlocks ru = MarkdownBlocks.of(new Clusters(
                        Language.RU,
                        english.os(),
                        english.distribution(),
                        english.objectives(),
                        english.pooling(),
                        english.zone(),
                        english.dataDirectory(),
                        english.nodes())
                .runbook());

        assertThat(ru.shape()).isEqualTo(en.shape());
        assertThat(ru.commands()).isEqualTo(en.commands()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("english")
    void englishPageHasNoRussianLetter(Clusters clusters) {
        assertThat(clusters.runbook().lines())
                .noneMatch(line -> CYRILLIC.matcher(line).find());
    }

    @ParameterizedTest
    @MethodSource("russian")
    void russianPageHasNoEnglishSentence(Clusters clusters) {
        assertThat(MarkdownBlocks.of(clusters.runbook()).prose())
                .map(line -> CODE.matcher(line).replaceAll(" "))
                .noneMatch(line -> ENGLISH.matcher(line).find());
    }

    @ParameterizedTest
    @MethodSource("english")
    void namesOnlyPathsThatStandOnTheNodes(Clusters clusters) {
        Set<String> known = knownPaths(clusters);
        Matcher path = Pattern.compile("(?<![\\w./\"])/(etc|usr/local|var|run|opt|usr/lib|root)/[\\w./-]*")
                .matcher(String.join("\n", MarkdownBlocks.of(clusters.runbook()).commands()));

        Set<String> named = new TreeSet<>();
        while (path.find()) {
            named.add(path.group().replaceAll("[.]$", ""));
        }
        // Files of the server in its data, and what a plain server needs when the cluster ends.
        Layout layout = clusters.input().layout();
        named.removeIf(name -> Stream.of(
                        layout.dataDirectory() + "/", "/root/pg1c-plain", "/etc/postgresql/17/main", "/run/postgresql/")
                .anyMatch(name::startsWith));
        assertThat(named).isNotEmpty().isSubsetOf(known);
    }

    private static Set<String> knownPaths(Clusters clusters) {
        Set<String> known = new TreeSet<>(Set.of(HostCommands.PACKAGES));
        DocumentContext input = clusters.input();
        Layout layout = input.context().layout();
        known.addAll(List.of(
                layout.dataDirectory(),
                layout.dataDirectory() + ".failed",
                layout.dataDirectory() + "_20",
                layout.socketDirectory(),
                layout.logDirectory(),
                layout.etcdDataDirectory(),
                layout.etcdDataDirectory() + ".before-recovery",
                layout.binDirectory() + "/psql",
                layout.etcdDataDirectory() + "/member",
                layout.binDirectory() + "/pg_controldata",
                "/var/lib/pg1c",
                "/var/lib/pg1c/installed",
                HostCommands.INBOX,
                HostCommands.INBOX + "/bundle",
                HostCommands.INBOX + "/secrets",
                HostCommands.INBOX + "/bundle/install.sh"));
        input.parts().values().forEach(part -> {
            part.files().forEach(file -> known.add(file.path()));
            part.secrets().forEach(file -> {
                known.add(file.path());
                known.add(file.path().substring(0, file.path().lastIndexOf('/')));
            });
        });
        return known;
    }

    @ParameterizedTest
    @MethodSource("english")
    void managesOnlyUnitsThatTheBundleBrings(Clusters clusters) {
        Set<String> units = new TreeSet<>(Set.of("chrony", "chronyd"));
        // The package's own service, which goes on when the cluster ends.
        units.add(clusters.input().layout().packages().unit());
        clusters.input()
                .parts()
                .values()
                .forEach(part -> part.files().stream()
                        .map(RenderedFile::path)
                        .filter(path -> path.startsWith("/etc/systemd/system/") && path.endsWith(".service"))
                        .forEach(path -> units.add(
                                path.substring("/etc/systemd/system/".length(), path.length() - ".service".length()))));
        Matcher unit = Pattern.compile(
                        "(?:systemctl (?:enable|start|stop|restart|reload|is-active|status)(?: --\\S+)*|journalctl "
                                + "-u) ([a-z0-9-]+)")
                .matcher(clusters.runbook());

        Set<String> named = new TreeSet<>();
        while (unit.find()) {
            named.add(unit.group(1));
        }
        assertThat(named).contains("etcd", "patroni").isSubsetOf(units);
    }

    @ParameterizedTest
    @MethodSource("english")
    void namesOnlyPortsOfTheSpecification(Clusters clusters) {
        DocumentContext context = clusters.input();
        Set<String> ports = new TreeSet<>(Set.of("2379", "2380", "5432", "8008"));
        if (context.proxied()) {
            ports.addAll(Set.of("5000", "5001", "8404"));
        }
        if (context.pooled()) {
            ports.add("6432");
        }
        Matcher port = Pattern.compile("(?:10[.]0[.]0[.]\\d+:|port=|-p |sport = :)(\\d+)")
                .matcher(clusters.runbook());

        Set<String> named = new TreeSet<>();
        while (port.find()) {
            named.add(port.group(1));
        }
        assertThat(named).contains("2379", "8008").isSubsetOf(ports);
    }

    @Test
    void aRoleWithUnusualLettersHasTheStoresFileName() {
        assertThat(PasswordNames.file(PasswordNames.ofRole(SqlName.parse("Зуп 1"))))
                .isEqualTo("passwords/role-%D0%97%D1%83%D0%BF%201");
    }

    @Test
    void withoutHaproxySaysThatClientsArePointedByHand() {
        String page = Clusters.direct(Language.RU).runbook();

        assertThat(page)
                .contains("HAProxy нет", "10.0.0.13 port=5432")
                .doesNotContain("systemctl enable --now haproxy", "port=5000");
    }

    @Test
    void withoutPoolingHasNoWordOfPgbouncer() {
        assertThat(Clusters.direct(Language.EN).runbook().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("pgbouncer");
        assertThat(Clusters.layered(Language.EN).runbook()).contains("systemctl reload pgbouncer");
    }

    @Test
    void givesOneStringOfHostAndPortFor1c() {
        assertThat(Clusters.direct(Language.EN).runbook())
                .containsPattern("`10\\.0\\.0\\.\\d+ port=5432` or `10\\.0\\.0\\.\\d+ port=5432`")
                .contains("`$PG1C_SECRETS/passwords/role-zup`");
    }

    @Test
    void givesOneStringOfLibpqForOtherApplications() {
        assertThat(Clusters.layered(Language.EN).runbook())
                .contains(
                        "`host=10.0.0.16,10.0.0.17 port=5000 dbname=zup user=zup sslmode=verify-ca sslrootcert=ca.pem`")
                .contains("`$PG1C_SECRETS/passwords/role-zup`");
    }

    @Test
    void printsTheWorstCaseWithItsFormula() {
        Clusters clusters = Clusters.layered(Language.RU);
        DocumentContext context = clusters.input();

        assertThat(clusters.runbook())
                .contains(context.timing().formula(context.cluster()).ru())
                .contains("`synchronous_mode_strict`");
    }

    @Test
    void aSwitchoverNamesLeaderAndCandidate() {
        assertThat(Clusters.layered(Language.EN).runbook()).contains("switchover zup --leader pg1 --candidate pg2");
    }

    @Test
    void aSingleNodeHasNoSwitchover() {
        assertThat(MarkdownBlocks.of(Clusters.alone(Language.EN).runbook()).commands())
                .noneMatch(line -> line.contains("switchover") || line.contains("failover") || line.contains("reinit"));
    }
}
