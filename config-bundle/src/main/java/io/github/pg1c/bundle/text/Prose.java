package io.github.pg1c.bundle.text;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** Breaks sentences into lines, for comments that stay readable in a terminal. */
public final class Prose {

    private Prose() {}

    /** The words of the text in lines of at most {@code width} characters; a longer word stands alone. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        StringTokenizer words = new StringTokenizer(text);
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (line.length() > 0) {
                line.append(' ');
            }
            line.append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** The text as comment lines that begin with the mark. */
    static String comment(String mark, String text) {
        StringBuilder comment = new StringBuilder();
        wrap(text, LineText.WIDTH - mark.length() - 1)
                .forEach(line -> comment.append(mark).append(' ').append(line).append('\n'));
        return comment.toString();
    }
}
