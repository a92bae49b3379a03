package io.github.pg1c.maven.speech;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.Console.Level;
import io.github.pg1c.maven.speech.Console.Style;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Set;

/**
 * Sentences for the user in a language that the terminal can show, with paths relative to the user's directory.
 *
 * @param console the receiver of lines
 * @param here the base of short paths
 * @param charset the character set of the terminal
 * @param told warnings of earlier goals of the same build; new ones are added
 */
public record Speech(Console console, Path here, Charset charset, Set<String> told) {

    /** Whether the matter was not mentioned before. */
    public boolean isNews(String matter) {
        return told.add(matter);
    }

    /** The sentence; English when the terminal would show question marks, as in a container without a locale. */
    public String in(Language language, Text text) {
        String sentence = text.in(language);
        return charset.newEncoder().canEncode(sentence) ? sentence : text.in(Language.EN);
    }

    /** The text as {@link #in} chooses it, with similar letters for signs that the terminal cannot show. */
    public String plain(Language language, Text text) {
        String chosen = in(language, text);
        return charset.newEncoder().canEncode(chosen)
                ? chosen
                : chosen.replace("→", "->")
                        .replace('×', 'x')
                        .replace('—', '-')
                        .replace('≥', '>')
                        .replaceAll("[⌈⌉]", "|");
    }

    /** The addition with its lead, or nothing when the terminal cannot show it. */
    public String shown(String lead, String addition) {
        return addition.isEmpty() || !charset.newEncoder().canEncode(addition) ? "" : lead + addition;
    }

    /** The path as seen from {@link #here}, with slashes. */
    public String path(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(here) && !absolute.equals(here) ? here.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    public String paint(Style style, String text) {
        return console.paint(style, text);
    }

    public void result(String line) {
        console.say(Level.RESULT, line);
    }

    public void detail(String line) {
        console.say(Level.DETAIL, line);
    }
}
