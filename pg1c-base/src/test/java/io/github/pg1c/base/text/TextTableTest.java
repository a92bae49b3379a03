package io.github.pg1c.base.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {

    private static final TextTable TABLE = new TextTable()
            .numbers(1)
            .row("Память", "MB", "")
            .row("\uD83D\uDC18 buffers", "4096", "a | b")
            .note("a quarter")
            .row("wal", "16", "");

    @Test
    void plainColumnsAreAsWideAsTheirWidestCell() {
        assertThat(TABLE.plain("  "))
                .isEqualTo("  Память       MB\n"
                        + "  \uD83D\uDC18 buffers  4096  a | b\n"
                        + "      a quarter\n"
                        + "  wal          16\n");
    }

    @Test
    void theFrameHasTheTitleInItsEdge() {
        assertThat(TABLE.framed("zup"))
                .isEqualTo("+ zup ------+------+-------+\n"
                        + "| Память    |   MB |       |\n"
                        + "+-----------+------+-------+\n"
                        + "| \uD83D\uDC18 buffers | 4096 | a | b |\n"
                        + "| wal       |   16 |       |\n"
                        + "+-----------+------+-------+\n");
    }

    @Test
    void aCellOfMarkdownEndsAtItsOwnBar() {
        assertThat(new TextTable().row("a", "b").row("x | y", "two\nlines").markdown())
                .isEqualTo("""
                | a | b |
                | --- | --- |
                | x \\| y | two lines |
                """);
    }

    @Test
    void aTableWithoutRowsIsEmpty() {
        assertThat(new TextTable().plain("")).isEmpty();
        assertThat(new TextTable().markdown()).isEmpty();
    }

    @Test
    void everyRowHasTheSameCells() {
        TextTable table = new TextTable().row("a", "b");
        assertThatThrownBy(() -> table.row("a")).isInstanceOf(IllegalArgumentException.class);
    }
}
