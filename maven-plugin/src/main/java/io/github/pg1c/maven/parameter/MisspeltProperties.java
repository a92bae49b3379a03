package io.github.pg1c.maven.parameter;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Suggestion;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.Console.Level;
import io.github.pg1c.maven.speech.Speech;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Warns of properties of the command line that look like parameters of pg1c and are none: Maven ignores them. */
public final class MisspeltProperties {

    private static final String CODE = "PG1C-908";

    private final Speech speech;
    private final Language language;
    private final Set<String> told;

    /**
     * Warnings of one goal.
     *
     * @param told properties that the build has been warned of; new ones are added
     */
    public MisspeltProperties(Speech speech, Language language, Set<String> told) {
        this.speech = speech;
        this.language = language;
        this.told = told;
    }

    /**
     * Warns once of each property that no goal of pg1c knows.
     *
     * @param given names of the properties of the command line
     * @param declared names of the properties of the POM, which may be its own
     */
    public void warn(Collection<String> given, Collection<String> declared) {
        Set<String> known = PropertyNames.all();
        for (String name : new TreeSet<>(given)) {
            boolean meant = name.regionMatches(true, 0, PropertyNames.PREFIX, 0, PropertyNames.PREFIX.length());
            if (meant && !known.contains(name) && !declared.contains(name) && told.add(name)) {
                warn(name, known);
            }
        }
    }

    private void warn(String name, Set<String> known) {
        Text unknown = Text.of(
                "-D" + name + " has no effect: pg1c has no such parameter",
                "-D" + name + " ни на что не влияет: такого параметра у pg1c нет");
        Text sentence = nearest(name, known)
                .map(word -> Text.of(
                        unknown.en() + "; did you mean -D" + word + "?",
                        unknown.ru() + "; возможно, имелось в виду -D" + word))
                .orElse(unknown);
        speech.console()
                .say(
                        Level.WARNING,
                        speech.in(language, Text.of("warning " + CODE, "предупреждение " + CODE)) + ": "
                                + speech.in(language, sentence));
    }

    /** The prefix is left out, because it would make different short names alike. */
    private static Optional<String> nearest(String name, Set<String> known) {
        Set<String> words = known.stream().map(MisspeltProperties::word).collect(Collectors.toCollection(TreeSet::new));
        return Suggestion.of(word(name), words).map(PropertyNames.PREFIX::concat);
    }

    private static String word(String name) {
        return name.substring(PropertyNames.PREFIX.length());
    }
}
