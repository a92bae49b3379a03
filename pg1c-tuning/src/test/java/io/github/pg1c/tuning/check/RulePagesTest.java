package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.testing.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages are those that the rules give; rewritten with {@code -Dgolden.update=true}. */
class RulePagesTest {

    private static final Path DOCS = Path.of("../docs/rules");

    @Test
    void everyRuleIsDescribedInEnglish() {
        Golden.file(DOCS.resolve("README.md"), RulePages.page(Language.EN));
    }

    @Test
    void everyRuleIsDescribedInRussian() {
        Golden.file(DOCS.resolve("README.ru.md"), RulePages.page(Language.RU));
    }
}
