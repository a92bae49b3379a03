package io.github.pg1c.maven.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The goals of the plugin as Maven knows them, from the descriptor that the build has made of the annotations. */
final class PluginDescriptor {

    /**
     * A goal.
     *
     * @param phase the phase that it is bound to, if it is to any
     * @param implementation its class
     * @param descriptions what its help says of its parameters, by their user properties
     */
    record Goal(Optional<String> phase, String implementation, Map<String, String> descriptions) {

        List<String> properties() {
            return List.copyOf(descriptions.keySet());
        }
    }

    private PluginDescriptor() {}

    /** The goals by name. */
    static Map<String, Goal> goals() {
        Map<String, Goal> goals = new TreeMap<>();
        for (Element mojo : children(document().getDocumentElement(), "mojos", "mojo")) {
            Map<String, String> expressions = new LinkedHashMap<>();
            for (Node node = child(mojo, "configuration").orElseThrow().getFirstChild();
                    node != null;
                    node = node.getNextSibling()) {
                if (node instanceof Element parameter) {
                    expressions.put(parameter.getTagName(), parameter.getTextContent());
                }
            }
            Map<String, String> descriptions = new LinkedHashMap<>();
            for (Element parameter : children(mojo, "parameters", "parameter")) {
                String name = text(parameter, "name").orElseThrow();
                String expression = expressions.getOrDefault(name, "");
                if (expression.startsWith("${pg1c.")) {
                    descriptions.put(
                            expression.substring(2, expression.length() - 1),
                            text(parameter, "description").orElse(""));
                }
            }
            goals.put(
                    text(mojo, "goal").orElseThrow(),
                    new Goal(text(mojo, "phase"), text(mojo, "implementation").orElseThrow(), descriptions));
        }
        return goals;
    }

    private static Document document() {
        try (InputStream file = PluginDescriptor.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            if (file == null) {
                throw new IllegalStateException("no plugin descriptor: run this test by Maven");
            }
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> children(Element parent, String list, String name) {
        List<Element> found = new ArrayList<>();
        Node node = child(parent, list).map(Node::getFirstChild).orElse(null);
        while (node != null) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
            node = node.getNextSibling();
        }
        return found;
    }

    private static Optional<String> text(Element parent, String name) {
        return child(parent, name).map(Node::getTextContent).filter(text -> !text.isEmpty());
    }

    private static Optional<Element> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }
}
