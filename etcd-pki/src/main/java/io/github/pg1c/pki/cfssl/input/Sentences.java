package io.github.pg1c.pki.cfssl.input;

import io.github.pg1c.base.text.Excerpt;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import java.util.List;

/** Sentences with numbered gaps, <code>{0}</code> and so on; long values are cut. */
final class Sentences {
    private static final int LIMIT = 400;

    private Sentences() {}

    static Text fill(Text sentence, List<Text> values) {
        return Text.of(fill(sentence, values, Language.EN), fill(sentence, values, Language.RU));
    }

    private static String fill(Text sentence, List<Text> values, Language language) {
        String filled = sentence.in(language);
        for (int i = 0; i < values.size(); i++) {
            filled = filled.replace("{" + i + "}", Excerpt.of(values.get(i).in(language), LIMIT));
        }
        return filled;
    }
}
