package io.github.pg1c.live;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of commands as a chapter of the runbook prints it.
 *
 * @param section title of its section; empty above the first one
 * @param place the words that say where it runs
 * @param commands one shell script
 */
public record PrintedStep(String section, String place, String commands) {

    private static final Pattern PART = Pattern.compile(
            "^### (?<section>.+)$|^\\*\\*(?<place>.+):\\*\\*\n\n```sh\n(?<commands>[^`]*)\n```$", Pattern.MULTILINE);

    /** The blocks of a chapter in their order. */
    static List<PrintedStep> of(String page, String chapter) {
        String from = "<a id=\"" + chapter + "\"></a>";
        int start = page.indexOf(from) + from.length();
        int end = page.indexOf("<a id=", start);
        Matcher part = PART.matcher(page.substring(start, end < 0 ? page.length() : end));
        List<PrintedStep> steps = new ArrayList<>();
        String section = "";
        while (part.find()) {
            if (part.group("section") != null) {
                section = part.group("section");
            } else {
                steps.add(new PrintedStep(section, part.group("place"), part.group("commands")));
            }
        }
        return steps;
    }

    /** Whether it runs on the node. */
    public boolean on(String node) {
        return Pattern.compile("\\b" + Pattern.quote(node) + "\\b")
                .matcher(place)
                .find();
    }

    /** The commands, a line each. */
    List<String> lines() {
        return commands.lines().toList();
    }

    /** Whether one of its commands has the text. */
    boolean has(String text) {
        return commands.contains(text);
    }
}
