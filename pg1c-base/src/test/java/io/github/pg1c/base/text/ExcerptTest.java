package io.github.pg1c.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void showsControlCharactersAndKeepsTheRest() {
        assertThat(Excerpt.of("имя\r\n\u0000 \uD83D\uDE00")).isEqualTo("имя\\u000d\\u000a\\u0000 \uD83D\uDE00");
    }

    @Test
    void cutsLongTextsBetweenCharacters() {
        assertThat(Excerpt.of("a".repeat(101))).isEqualTo("a".repeat(100) + "…");
        assertThat(Excerpt.of("\uD83D\uDE00".repeat(9), 2)).isEqualTo("\uD83D\uDE00\uD83D\uDE00…");
    }
}
