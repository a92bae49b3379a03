package io.github.pg1c.bundle.text;

import io.github.pg1c.base.text.YamlWriter;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.setting.Need;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A file of YAML. Its keys are settings.
 *
 * <p>Lines stay within 80 characters, yamllint's default: long strings continue on the next line after a backslash.
 */
public final class YamlText {

    private static final Pattern BARE_KEYS = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9]\\d{0,17}");

    private final YamlWriter yaml;
    private final Settings settings;
    private final int depth;
    private final String path;
    private final Need need;

    private YamlText(YamlWriter yaml, Settings settings, int depth, String path, Need need) {
        this.yaml = yaml;
        this.settings = settings;
        this.depth = depth;
        this.path = path;
        this.need = need;
    }

    /**
     * A file.
     *
     * @param need the need of most of its settings
     */
    public static YamlText document(Wording wording, String purpose, Need need) {
        YamlWriter yaml = YamlWriter.of(LineText.WIDTH, BARE_KEYS).document();
        return new YamlText(yaml, new Settings(), 0, "", need)
                .comment(purpose)
                .comment(wording.heading())
                .blank();
    }

    /** A comment, which is the reason of the settings below it. */
    public YamlText comment(String words) {
        Prose.wrap(words, LineText.WIDTH - 2 * depth - 2).forEach(yaml::comment);
        settings.reason(words);
        return this;
    }

    /** An empty line; the reason above does not apply after it. */
    public YamlText blank() {
        settings.reason("");
        yaml.blank();
        return this;
    }

    /** A string. */
    public YamlText put(String key, String value) {
        return put(key, value, need);
    }

    /** A string with another need than the settings around it. */
    public YamlText put(String key, String value, Need ownNeed) {
        return setting(key, value, value, ownNeed);
    }

    /** A number. */
    public YamlText put(String key, long value) {
        return setting(key, Long.toString(value), value, need);
    }

    /** A boolean. */
    public YamlText put(String key, boolean value) {
        return setting(key, Boolean.toString(value), value, need);
    }

    /** A value in PostgreSQL's spelling: a whole number is bare, everything else is a string. */
    public YamlText parameter(String key, String value, Need ownNeed) {
        boolean number = WHOLE_NUMBER.matcher(value).matches();
        return setting(key, value, number ? Long.valueOf(value) : value, ownNeed);
    }

    /** A list of strings, which is one setting. */
    public YamlText list(String key, Collection<String> items) {
        return setting(key, String.join("\n", items), items, need);
    }

    private YamlText setting(String key, String value, Object written, Need ownNeed) {
        settings.add(path + key, value, ownNeed);
        yaml.put(key, written);
        return this;
    }

    /** A section with the need of the settings around it. */
    public YamlText section(String key, Consumer<YamlText> content) {
        return section(key, need, content);
    }

    /** A section with another need. */
    public YamlText section(String key, Need ownNeed, Consumer<YamlText> content) {
        settings.reason("");
        yaml.section(key, below -> content.accept(new YamlText(below, settings, depth + 1, path + key + ".", ownNeed)));
        // The last comment in a section is no reason of the settings after the section.
        settings.reason("");
        return this;
    }

    /** A list whose items are a word, or a word with a value, as initdb's options are; each item is a setting. */
    public YamlText options(String key, Map<String, String> options, Need ownNeed) {
        List<Object> items = new ArrayList<>();
        options.forEach((name, value) -> {
            settings.add(path + key + "." + name, value, ownNeed);
            items.add(value.isEmpty() ? name : Map.of(name, value));
        });
        yaml.put(key, items);
        return this;
    }

    /** A list of sections of strings; each string is a setting, as {@code key[0].name}. */
    public YamlText sections(String key, List<Map<String, String>> items) {
        for (int i = 0; i < items.size(); i++) {
            String item = path + key + "[" + i + "].";
            items.get(i).forEach((name, value) -> settings.add(item + name, value, need));
        }
        yaml.put(key, items);
        return this;
    }

    /** The file. */
    public RenderedFile file(String file, String mode, String owner, String group) {
        return new RenderedFile(file, mode, owner, group, need, toString(), settings.list(need));
    }

    @Override
    public String toString() {
        return yaml.toString();
    }
}
