package io.github.pg1c.maven.specification;

import io.github.pg1c.base.words.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language that a specification chooses. */
final class ChosenLanguage {

    private static final Pattern KEY = Pattern.compile("^language:\\s*[\"']?(ru|en)\\b", Pattern.MULTILINE);

    private ChosenLanguage() {}

    /** The language of a file with errors, for messages to its author; Russian by default. */
    static Language of(Path file) {
        try {
            Matcher matcher = KEY.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            return matcher.find() ? Language.parse(matcher.group(1)) : Language.RU;
        } catch (IOException e) {
            // The unreadable file is among the problems.
            return Language.RU;
        }
    }
}
