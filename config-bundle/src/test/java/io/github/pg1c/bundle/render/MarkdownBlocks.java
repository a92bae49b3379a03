package io.github.pg1c.bundle.render;

import java.util.ArrayList;
import java.util.List;

/** A Markdown page split into prose and commands. */
record MarkdownBlocks(List<String> prose, List<String> commands) {

    static MarkdownBlocks of(String page) {
        List<String> prose = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        boolean inside = false;
        for (String line : page.split("\n")) {
            if (line.startsWith("```")) {
                inside = !inside;
            } else if (inside) {
                commands.add(line);
            } else {
                prose.add(line);
            }
        }
        if (inside) {
            throw new IllegalArgumentException("A block of commands is not closed");
        }
        return new MarkdownBlocks(prose, commands);
    }

    /** What kind of block each line of prose belongs to, without its words. */
    List<String> shape() {
        return prose.stream()
                .map(line -> {
                    if (line.startsWith("|")) {
                        return "table of "
                                + line.replace("\\|", "")
                                        .chars()
                                        .filter(c -> c == '|')
                                        .count();
                    }
                    if (line.startsWith("#")) {
                        return line.substring(0, line.indexOf(' '));
                    }
                    return line.isEmpty()
                            ? ""
                            : line.startsWith("- ") ? "item" : line.startsWith("<a id=") ? line : "words";
                })
                .toList();
    }
}
