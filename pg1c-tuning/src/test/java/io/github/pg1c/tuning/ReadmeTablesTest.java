package io.github.pg1c.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.testing.Golden;
import io.github.pg1c.tuning.input.InputField;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.preset.RuleSets;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the READMEs are those of the code; rewritten with {@code -Dgolden.update=true}. */
class ReadmeTablesTest {

    @Test
    void everyComponentOfTheInputHasARow() {
        assertThat(InputField.values())
                .extracting(InputField::id)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(TuningInput.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"README.md, EN", "README.ru.md, RU"})
    void readmesListTheInput(Path readme, Language language) {
        TextTable table = new TextTable()
                .row(
                        Text.of("input", "вход").in(language),
                        Text.of("default", "по умолчанию").in(language),
                        Text.of("meaning", "что значит").in(language));
        for (InputField field : InputField.values()) {
            String words = field.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
            table.row(
                    "`" + field.id() + "`",
                    field.defaultValue().map(value -> "`" + value + "`").orElse("–"),
                    field.title().in(language) + (words.isEmpty() ? "" : ": " + words));
        }
        Golden.section(readme, "input", ReadmeTablesTest.class, table.markdown());
    }

    @ParameterizedTest
    @CsvSource({"README.md, EN", "README.ru.md, RU"})
    void readmesListThePresets(Path readme, Language language) {
        TextTable table = new TextTable()
                .row(
                        Text.of("preset", "набор правил").in(language),
                        Text.of("what it is", "что это").in(language));
        for (Preset preset : RuleSets.builtIn().presets()) {
            table.row(
                    "`" + preset.id() + "`",
                    RuleSets.builtIn().of(preset).title().in(language));
        }
        Golden.section(readme, "presets", ReadmeTablesTest.class, table.markdown());
    }
}
