package io.github.pg1c.bundle.text;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.setting.Need;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file of a format that is made of lines and comments: INI, systemd, sysctl, HAProxy, SQL, shell. {@link #set} and
 * {@link #rule} write settings; all other lines together are one setting.
 *
 * <p>Every file begins with the same heading: its origin, and that it must not be edited by hand.
 */
public final class LineText {

    /** Longest line of a comment. */
    static final int WIDTH = 80;

    /** Keys of a unit that only people read, or that are effective after the installer's daemon-reload. */
    private static final Set<String> OF_THE_INSTALLATION = Set.of(
            "Description",
            "Documentation",
            "StartLimitIntervalSec",
            "ExecReload",
            "WantedBy",
            "TimeoutStopSec",
            "Restart",
            "RestartSec");

    private static final String STEP = "    ";

    private final String mark;
    private final String equals;
    private final Need need;
    private final StringBuilder text = new StringBuilder();
    private final Settings settings = new Settings();
    private String indent;
    private String section = "";

    private LineText(String mark, String indent, String equals, Need need) {
        this.mark = mark;
        this.indent = indent;
        this.equals = equals;
        this.need = need;
    }

    /** A unit of systemd: {@code Key=value} in sections. */
    public static LineText unit(Wording wording, String purpose, Need need) {
        return new LineText("#", "", "=", need).heading(wording, purpose);
    }

    /**
     * {@code key = value}, in sections or without.
     *
     * @param mark the beginning of comments
     */
    public static LineText ini(Wording wording, String mark, String purpose, Need need) {
        return new LineText(mark, "", " = ", need).heading(wording, purpose);
    }

    /** {@code keyword value}, indented below the name of a section. */
    public static LineText indented(Wording wording, String purpose, Need need) {
        return new LineText("#", STEP, " ", need).heading(wording, purpose);
    }

    /** {@code keyword value}, in sections in braces. */
    public static LineText braced(Wording wording, String purpose, Need need) {
        return new LineText("#", "", " ", need).heading(wording, purpose);
    }

    /**
     * Lines of any other kind.
     *
     * @param mark the beginning of comments
     */
    public static LineText lines(Wording wording, String mark, String purpose, Need need) {
        return new LineText(mark, "", "", need).heading(wording, purpose);
    }

    /** A shell script. */
    public static LineText script(Wording wording, String purpose, Need need) {
        return new LineText("#", "", "", need).line("#!/bin/sh").heading(wording, purpose);
    }

    private LineText heading(Wording wording, String purpose) {
        return comment(purpose).comment(wording.heading());
    }

    /** A comment, which is the reason of the settings below it. */
    public LineText comment(String words) {
        return comment("", words);
    }

    /** A comment within an indented section. */
    public LineText inner(String words) {
        return comment(indent, words);
    }

    private LineText comment(String margin, String words) {
        text.append(Prose.comment(margin + mark, words));
        settings.reason(words);
        return this;
    }

    /** The name of a section in square brackets. */
    public LineText section(String name) {
        section = name + "/";
        settings.reason("");
        return append("[" + name + "]");
    }

    /** The name of an indented section: {@code backend postgresql_write}. */
    public LineText block(String name) {
        section = name + "/";
        settings.reason("");
        return append(name);
    }

    /** A section in braces. */
    public LineText braces(String name, Consumer<LineText> inside) {
        String around = section;
        String margin = indent;
        append(indent + name + " {");
        section = around + name + "/";
        indent = margin + STEP;
        settings.reason("");
        inside.accept(this);
        section = around;
        indent = margin;
        settings.reason("");
        return append(indent + "}");
    }

    /** A list in braces, which is one setting. */
    public LineText values(String name, List<String> values) {
        settings.add(section + name, String.join(", ", values), need);
        append(indent + name + " {");
        values.forEach(value -> append(indent + STEP + value));
        return append(indent + "}");
    }

    /** A setting. */
    public LineText set(String key, String value) {
        boolean installed = equals.equals("=") && OF_THE_INSTALLATION.contains(key);
        return set(key, value, installed ? Need.INSTALLATION : need);
    }

    /** A setting that is a number. */
    public LineText set(String key, long value) {
        return set(key, Long.toString(value));
    }

    /** A keyword without a value. */
    public LineText set(String keyword) {
        settings.add(section + keyword, "", need);
        return append(indent + keyword);
    }

    /** A setting with another need than most of the file. */
    public LineText set(String key, String value, Need ownNeed) {
        settings.add(section + key, value, ownNeed);
        return append(indent + key + equals + value);
    }

    /** One of several settings with the same key, told apart by a name; with a need of its own. */
    public LineText set(String key, String name, String value, Need ownNeed) {
        settings.add(section + key + "/" + name, value, ownNeed);
        return append(indent + key + equals + value);
    }

    /** A setting that the reader of the file may ignore when it fails: sysctl's leading dash. */
    public LineText optional(String key, String value) {
        settings.add(section + key, value, need);
        return append("-" + key + equals + value);
    }

    /** One of several lines whose order matters, as in {@code pg_hba.conf}. */
    public LineText rule(String rule) {
        return item("rules", rule);
    }

    /** One of several lines that are one setting together. */
    public LineText item(String path, String line) {
        settings.add(path, line, need);
        return append(line);
    }

    /** A line that is part of a script. */
    public LineText line(String line) {
        settings.line(line);
        return append(line);
    }

    /** A line of a script with words that only people read: no setting. */
    public LineText words(String line) {
        return append(line);
    }

    /** An empty line; the reason above does not apply after it. */
    public LineText blank() {
        settings.reason("");
        return append("");
    }

    private LineText append(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** The file, owned by root and readable by everybody. */
    public RenderedFile open(String path) {
        return file(path, "0644", "root", "root");
    }

    /** The program or script, owned by root and executable by everybody. */
    public RenderedFile program(String path) {
        return file(path, "0755", "root", "root");
    }

    /** The file. */
    public RenderedFile file(String path, String mode, String owner, String group) {
        return new RenderedFile(path, mode, owner, group, need, text.toString(), settings.list(need));
    }
}
