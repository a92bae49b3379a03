package io.github.pg1c.model.yaml;

import io.github.pg1c.base.words.Location;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.key.ReaderCodes;
import io.github.pg1c.model.yaml.YamlNode.Entry;
import io.github.pg1c.model.yaml.YamlNode.Mapping;
import io.github.pg1c.model.yaml.YamlNode.Scalar;
import io.github.pg1c.model.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Composes the nodes of a document from the parser's events.
 *
 * <p>The engine's own composer builds deep documents recursively without a limit, copies no merge keys and stops at the
 * first duplicate key. A specification needs a limit, merge keys, and a report of every duplicate.
 */
final class YamlComposer {

    static final int DEPTH = 32;
    static final long WEIGHT = 20_000;

    private final ParserImpl events;
    private final FileFindings findings;
    private final Map<String, YamlNode> anchors = new HashMap<>();

    YamlComposer(String text, FileFindings findings) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
        this.findings = findings;
    }

    /**
     * The first document, which should be the only one; empty when the file has none.
     *
     * @throws UnreadableDocumentException when it exceeds a limit
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException when it is not YAML
     */
    Optional<YamlNode> document() {
        events.next();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            return Optional.empty();
        }
        events.next();
        YamlNode node = node(0, "");
        events.next();
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            findings.error(
                    ReaderCodes.SEVERAL_DOCUMENTS,
                    "",
                    place(events.peekEvent()),
                    Text.of("a second document begins here", "здесь начинается второй документ"),
                    Text.of(
                            "describe one cluster per file; remove the line '---'",
                            "в одном файле описывается один кластер; уберите строку «---»"));
        }
        return Optional.of(node);
    }

    private YamlNode node(int depth, String path) {
        Event event = events.next();
        if (depth > DEPTH) {
            throw tooMuch(place(event));
        }
        if (event instanceof AliasEvent alias) {
            YamlNode target = anchors.get(alias.getAlias().getValue());
            if (target == null) {
                findings.alias(path, alias.getAlias().getValue(), place(event));
                return new YamlNode.Unknown(place(event));
            }
            return target;
        }
        YamlNode node;
        if (event instanceof ScalarEvent scalar) {
            tag(path, scalar.getTag(), place(event));
            node = new Scalar(scalar.getValue(), scalar.isPlain(), place(event));
        } else {
            CollectionStartEvent start = (CollectionStartEvent) event;
            tag(path, start.getTag(), place(event));
            node = event instanceof MappingStartEvent
                    ? mapping(depth, path, place(event))
                    : sequence(depth, path, place(event));
        }
        if (node.weight() > WEIGHT) {
            throw tooMuch(node.at());
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        if (anchor.isPresent()) {
            anchors.put(anchor.get().getValue(), node);
        }
        return node;
    }

    private Sequence sequence(int depth, String path, Location at) {
        List<YamlNode> items = new ArrayList<>();
        long weight = 1;
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            YamlNode item = node(depth + 1, path + "[" + items.size() + "]");
            weight += item.weight();
            items.add(item);
            if (weight > WEIGHT) {
                throw tooMuch(at);
            }
        }
        events.next();
        return new Sequence(List.copyOf(items), at, weight);
    }

    private Mapping mapping(int depth, String path, Location at) {
        Map<String, Entry> own = new LinkedHashMap<>();
        Map<String, Entry> merged = new LinkedHashMap<>();
        long weight = 1;
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            Location keyAt = place(events.peekEvent());
            YamlNode key = node(depth + 1, path);
            String child = key instanceof Scalar word ? child(path, word.text()) : path;
            YamlNode value = node(depth + 1, child);
            weight += 1 + value.weight();
            if (weight > WEIGHT) {
                throw tooMuch(at);
            }
            if (key instanceof YamlNode.Unknown) {
                continue;
            }
            if (!(key instanceof Scalar word) || word.nothing()) {
                findings.key(path, keyAt);
            } else if (word.plain() && word.text().equals("<<")) {
                merge(value, path, merged);
            } else {
                Entry first = own.putIfAbsent(word.text(), new Entry(word.text(), keyAt, value));
                if (first != null) {
                    findings.duplicate(child, word.text(), first.at(), keyAt);
                }
            }
        }
        events.next();
        merged.forEach(own::putIfAbsent);
        long total = 1
                + own.values().stream()
                        .mapToLong(entry -> 1 + entry.value().weight())
                        .sum();
        return new Mapping(List.copyOf(own.values()), at, Math.max(weight, total));
    }

    /** Merges keys. The mapping's own keys win, then those of earlier mappings over those of later ones. */
    private void merge(YamlNode value, String path, Map<String, Entry> merged) {
        if (value instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> merged.putIfAbsent(entry.key(), entry));
        } else if (value instanceof Sequence list) {
            for (YamlNode item : list.items()) {
                if (item instanceof Mapping mapping) {
                    mapping.entries().forEach(entry -> merged.putIfAbsent(entry.key(), entry));
                } else {
                    refuse(item, path);
                }
            }
        } else {
            refuse(value, path);
        }
    }

    private void refuse(YamlNode value, String path) {
        if (!(value instanceof YamlNode.Unknown)) {
            findings.merge(path, value.at());
        }
    }

    private void tag(String path, Optional<String> tag, Location at) {
        if (tag.isPresent() && !tag.get().equals("!")) {
            findings.tag(path, tag.get(), at);
        }
    }

    private static String child(String path, String key) {
        return path.isEmpty() ? FileFindings.shown(key) : path + "." + FileFindings.shown(key);
    }

    private static UnreadableDocumentException tooMuch(Location at) {
        return new UnreadableDocumentException(
                ReaderCodes.LIMITS,
                at,
                Text.of(
                        "more than " + DEPTH + " levels or, with aliases written out, " + WEIGHT + " values",
                        "больше " + DEPTH + " уровней вложенности или, с раскрытыми ссылками, " + WEIGHT + " значений"),
                Text.of(
                        "a specification needs far less: remove nested aliases and superfluous lists",
                        "описанию кластера нужно намного меньше: уберите вложенные ссылки и лишние списки"));
    }

    static Location place(Event event) {
        return event.getStartMark().map(YamlComposer::place).orElse(new Location(1, 1));
    }

    static Location place(Mark mark) {
        return new Location(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
