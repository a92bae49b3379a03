package io.github.pg1c.model.yaml;

import io.github.pg1c.base.words.Location;
import io.github.pg1c.base.words.Suggestion;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.key.ReaderCodes;
import io.github.pg1c.model.key.SectionKey;
import io.github.pg1c.model.yaml.YamlNode.Entry;
import io.github.pg1c.model.yaml.YamlNode.Mapping;
import io.github.pg1c.model.yaml.YamlNode.Scalar;
import io.github.pg1c.model.yaml.YamlNode.Sequence;
import io.github.pg1c.tuning.preset.RuleSets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Binds nodes to the records of a specification by their {@link io.github.pg1c.model.key.Key}s.
 *
 * <p>A broken value is reported and replaced by a stand-in, so that the rules still apply to everything else.
 */
final class Binder {

    private static final Text MAPPING = Text.of("'key: value' lines", "строки «ключ: значение»");
    private static final Text LIST = Text.of("a list", "список");

    private final FileFindings findings;
    private final KeyLocations places;
    private final ScalarBinder scalars;

    Binder(FileFindings findings, KeyLocations places, RuleSets ruleSets) {
        this.findings = findings;
        this.places = places;
        this.scalars = new ScalarBinder(findings, places, ruleSets);
    }

    Cluster bind(YamlNode document) {
        places.put("", document.at());
        return (Cluster) section(Cluster.class, document, "", document.at());
    }

    private Object section(Class<?> type, YamlNode node, String path, Location at) {
        if (!(node instanceof Mapping mapping)) {
            structure(node, path, at, MAPPING);
            return KeyDefaults.standIn(type);
        }
        List<SectionKey> keys = SectionKey.of(type);
        Map<String, Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> entries.put(entry.key(), entry));
        Set<String> misspelt = unknown(type, keys, mapping, path);
        List<@Nullable Object> values = new ArrayList<>();
        for (SectionKey key : keys) {
            String child = path.isEmpty() ? key.name() : path + "." + key.name();
            Entry entry = entries.get(key.name());
            if (entry == null) {
                values.add(absent(key, child, at, misspelt.contains(key.name())));
            } else {
                places.put(
                        child, entry.value() instanceof Scalar ? entry.value().at() : entry.at());
                values.add(value(key, entry.value(), child, entry.at()));
            }
        }
        return SectionKey.construct(type, values);
    }

    private @Nullable Object absent(SectionKey key, String path, Location section, boolean misspelt) {
        if (misspelt) {
            places.broken(path);
            return KeyDefaults.standIn(key);
        }
        if (key.key().required()) {
            places.broken(path);
            String example = key.key().example().isEmpty() ? "…" : key.key().example();
            findings.error(
                    ReaderCodes.MISSING_KEY,
                    path,
                    section,
                    Text.of("key '" + key.name() + "' is missing", "нет ключа «" + key.name() + "»"),
                    Text.of(
                            "add '" + key.name() + ": " + example + "' ("
                                    + sentence(key.key().en()) + ")",
                            "добавьте «" + key.name() + ": " + example + "» ("
                                    + sentence(key.key().ru()) + ")"));
            return KeyDefaults.standIn(key);
        }
        return KeyDefaults.value(key);
    }

    private @Nullable Object value(SectionKey key, YamlNode node, String path, Location at) {
        if (node instanceof Scalar scalar && scalar.nothing()) {
            findings.error(
                    ReaderCodes.STRUCTURE,
                    path,
                    scalar.at(),
                    Text.of("key '" + key.name() + "' has no value", "у ключа «" + key.name() + "» нет значения"),
                    Text.of("write a value or remove the key", "укажите значение или уберите ключ"));
            places.broken(path);
            return KeyDefaults.standIn(key);
        }
        if (key.type() == Map.class) {
            return map(node, path, at);
        }
        if (key.list()) {
            return list(key, node, path, at);
        }
        if (key.section()) {
            return section(key.type(), node, path, at);
        }
        if (node instanceof Scalar scalar) {
            Optional<Object> value = scalars.value(key.type(), scalar, path);
            return value.isPresent() ? value.get() : KeyDefaults.standIn(key);
        }
        structure(node, path, at, scalars.noun(key.type()));
        return KeyDefaults.standIn(key);
    }

    private Object list(SectionKey key, YamlNode node, String path, Location at) {
        List<Object> elements = new ArrayList<>();
        if (!(node instanceof Sequence sequence)) {
            structure(node, path, at, LIST);
            return KeyDefaults.collect(key, elements);
        }
        for (int i = 0; i < sequence.items().size(); i++) {
            YamlNode item = sequence.items().get(i);
            String child = path + "[" + i + "]";
            places.put(child, item.at());
            if (key.section()) {
                elements.add(section(key.element(), item, child, item.at()));
            } else if (item instanceof Scalar scalar) {
                scalars.value(key.element(), scalar, child).ifPresent(elements::add);
            } else {
                structure(item, child, item.at(), scalars.noun(key.element()));
            }
        }
        return KeyDefaults.collect(key, elements);
    }

    private Object map(YamlNode node, String path, Location at) {
        Map<String, String> values = new TreeMap<>();
        if (!(node instanceof Mapping mapping)) {
            structure(node, path, at, MAPPING);
            return values;
        }
        for (Entry entry : mapping.entries()) {
            String child = path + "." + FileFindings.shown(entry.key());
            places.put(child, entry.value().at());
            if (entry.value() instanceof Scalar scalar) {
                scalars.parameter(scalar, child).ifPresent(value -> values.put(entry.key(), value));
            } else {
                structure(entry.value(), child, entry.value().at(), scalars.noun(String.class));
            }
        }
        return values;
    }

    private void structure(YamlNode node, String path, Location at, Text wanted) {
        places.broken(path);
        if (node instanceof YamlNode.Unknown) {
            return;
        }
        Text found = node instanceof Mapping ? MAPPING : node instanceof Sequence ? LIST : word((Scalar) node);
        findings.error(
                ReaderCodes.STRUCTURE,
                path,
                node instanceof Scalar ? node.at() : at,
                Text.of("found " + found.en(), "здесь " + found.ru()),
                Text.of("write " + wanted.en(), "нужно: " + wanted.ru()));
    }

    private static Text word(Scalar scalar) {
        String text = FileFindings.shown(scalar.text());
        return scalar.nothing() ? Text.of("nothing", "пусто") : Text.of("'" + text + "'", "«" + text + "»");
    }

    /** Reports unknown keys; returns the keys that were probably meant. */
    private Set<String> unknown(Class<?> type, List<SectionKey> keys, Mapping mapping, String path) {
        List<String> known = keys.stream().map(SectionKey::name).toList();
        Set<String> meant = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            boolean forAnchors = type == Cluster.class && entry.key().startsWith("x-");
            if (known.contains(entry.key()) || forAnchors) {
                continue;
            }
            String key = FileFindings.shown(entry.key());
            String all = String.join(", ", known);
            Optional<String> near = Suggestion.of(entry.key(), known);
            near.ifPresent(meant::add);
            findings.error(
                    ReaderCodes.UNKNOWN_KEY,
                    path.isEmpty() ? key : path + "." + key,
                    entry.at(),
                    Text.of("there is no key '" + key + "'", "нет такого ключа: «" + key + "»"),
                    near.map(word ->
                                    Text.of("did you mean '" + word + "'?", "возможно, имелось в виду «" + word + "»?"))
                            .orElse(Text.of("the keys here are " + all, "здесь бывают ключи " + all)));
        }
        return meant;
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
