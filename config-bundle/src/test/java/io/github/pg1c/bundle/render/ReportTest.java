package io.github.pg1c.bundle.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.Html;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.value.NodeName;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTest {

    static Stream<Clusters> all() {
        return Stream.of(Language.values()).flatMap(language -> Clusters.all(language).stream());
    }

    static List<Clusters> english() {
        return Clusters.all(Language.EN);
    }

    @ParameterizedTest
    @MethodSource("all")
    void isWellFormedAndHasEverySection(Clusters clusters) throws Exception {
        Document page = parse(clusters.document("report.html"));

        assertThat(elements(page, "section").map(section -> section.getAttribute("id")))
                .containsExactly("topology", "objectives", "memory", "disks", "parameters", "kernel", "flows", "files");
        assertThat(page.getDocumentElement().getAttribute("lang"))
                .isEqualTo(clusters.language().code());
    }

    @ParameterizedTest
    @MethodSource("all")
    void needsNothingFromOutside(Clusters clusters) throws Exception {
        Document page = parse(clusters.document("report.html"));

        assertThat(elements(page, "script")).isEmpty();
        assertThat(elements(page, "link")).isEmpty();
        assertThat(elements(page, "img")).isEmpty();
        assertThat(elements(page, "a").map(link -> link.getAttribute("href"))).allMatch(href -> href.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void showsEveryPlannedParameterAndEveryFile(Clusters clusters) throws Exception {
        DocumentContext context = clusters.input();
        Document page = parse(clusters.document("report.html"));
        List<String> codes = elements(page, "code").map(Element::getTextContent).toList();

        context.tuning()
                .plans()
                .values()
                .forEach(plan ->
                        plan.parameters().forEach(parameter -> assertThat(codes).contains(parameter.name())));
        context.tuning().shared().forEach(parameter -> assertThat(codes).contains(parameter.name(), parameter.value()));
        context.parts().values().forEach(part -> {
            part.files().forEach(file -> assertThat(codes).contains(file.path(), file.mode()));
            part.secrets().forEach(file -> assertThat(codes).contains(file.path(), file.mode()));
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void drawsEveryNodeInEachOfItsRoles(Clusters clusters) throws Exception {
        Document page = parse(clusters.document("report.html"));
        int roles =
                clusters.nodes().stream().mapToInt(node -> node.roles().size()).sum();

        assertThat(elements(page, "rect")).hasSize(roles);
    }

    @ParameterizedTest
    @MethodSource("english")
    void englishPageHasNoRussianLetter(Clusters clusters) {
        assertThat(clusters.document("report.html").lines())
                .noneMatch(
                        line -> Pattern.compile("\\p{IsCyrillic}").matcher(line).find());
    }

    @Test
    void tablesAreTheSameInBothLanguages() throws Exception {
        Document en = parse(Clusters.layered(Language.EN).document("report.html"));
        Document ru = parse(Clusters.layered(Language.RU).document("report.html"));

        for (String name : List.of("h2", "h3", "table", "tr", "td", "th")) {
            assertThat(elements(ru, name)).as(name).hasSize((int)
                    elements(en, name).count());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void showsZonesKernelSettingsAndTheEntranceOfEveryNode(Clusters clusters) {
        DocumentContext context = clusters.input();
        String report = Objects.requireNonNull(clusters.documents().get("report.html"));
        String drawing = between(report, "id=\"topology\"", "</section>");
        String kernel = between(report, "id=\"kernel\"", "</section>");
        String objectives = between(report, "id=\"objectives\"", "</section>");

        for (Node node : context.cluster().nodes()) {
            if (node.zone() != null) {
                assertThat(drawing).contains(Html.text(" " + node.zone()).markup());
            }
            String table = Stream.of(kernel.split("<h3>"))
                    .filter(part -> part.split("</h3>")[0].matches("(.*, )?" + node.name() + "(, .*)?"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no kernel settings of " + node.name()));
            RenderedFile file = context.part(node).files().stream()
                    .filter(one -> one.path().equals("/etc/sysctl.d/90-pg1c.conf"))
                    .findFirst()
                    .orElseThrow();
            assertThat(file.settings())
                    .isNotEmpty()
                    .allSatisfy(setting -> assertThat(table).contains("<code>" + setting.path() + "</code>"));
        }
        assertThat(objectives.contains("HAProxy"))
                .isEqualTo(context.cluster().nodes().stream().anyMatch(node -> node.has(NodeRole.HAPROXY)));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        return text.substring(from, text.indexOf(end, from));
    }

    @Test
    void markupInAValueIsEscaped() throws Exception {
        String attack = "/data/<script>alert(1)</script>\"'&";
        DocumentContext input = Clusters.direct(Language.EN).input();
        NodeName node = input.cluster().nodes().get(0).name();
        RenderedFile file = new RenderedFile(attack, "0644", "root", "root", Need.NOTHING, "x\n", List.of());
        Map<NodeName, NodePart> parts = new LinkedHashMap<>(input.parts());
        parts.put(node, NodePart.builder(node).file(file).build());
        DocumentContext attacked = new DocumentContext(input.context(), parts, "0.1");

        String report = Objects.requireNonNull(Documents.render(attacked).get("report.html"));

        assertThat(report).doesNotContain("<script");
        assertThat(elements(parse(report), "code").map(Element::getTextContent)).contains(attack);
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() {
        assertThat(Html.escape("a\u0000b\u001bc\ud800d\n<&>")).isEqualTo("a?b?c?d\n&lt;&amp;&gt;");
    }

    private static Document parse(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setExpandEntityReferences(false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static Stream<Element> elements(Document page, String name) {
        NodeList list = page.getElementsByTagName(name);
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i));
    }
}
