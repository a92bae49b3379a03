package io.github.pg1c.model.documentation;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.testing.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Pages and schema are those that the keys and the rules give; rewritten with {@code -Dgolden.update=true}. */
class GeneratedPagesTest {

    private static final Path DOCS = Path.of("../docs");

    @Test
    void eachProblemHasItsPage() {
        Golden.directory(DOCS.resolve("problems"), ProblemPages.all());
    }

    @Test
    void theReferenceHasEveryKeyInEnglish() {
        Golden.file(DOCS.resolve("specification.md"), KeyReference.page(Language.EN));
    }

    @Test
    void theReferenceHasEveryKeyInRussian() {
        Golden.file(DOCS.resolve("specification.ru.md"), KeyReference.page(Language.RU));
    }

    @Test
    void theSchemaHasEveryKey() {
        Golden.file(Path.of("src/main/resources/io/github/pg1c/model/cluster.schema.json"), JsonSchema.text());
    }
}
