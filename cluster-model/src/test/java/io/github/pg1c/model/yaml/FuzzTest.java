package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two thousand damaged specifications: each gives a cluster or errors with places, never an exception. */
class FuzzTest {

    private static final String[] PIECES = {
        "\n",
        " ",
        "\t",
        ":",
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        ",",
        "#",
        "&a ",
        "*a ",
        "<<: ",
        "'",
        "\"",
        "|",
        ">",
        "!x ",
        "---\n",
        "null",
        "true",
        "-1",
        "0",
        "99999999999",
        "1e9",
        "0.0.0.0/0",
        "::",
        "яя",
        "\0",
        "\uFEFF",
        "\uD83D\uDE00",
        "%",
        "?",
        "\\"
    };

    @Test
    void neverThrows() {
        Random random = new Random(20261120);
        Systems[] systems = Systems.values();
        for (int i = 0; i < 2000; i++) {
            Systems system = systems[i % systems.length];
            byte[] bytes = damaged(system.text(), random);

            Specification specification = SpecificationReader.read(bytes, "fuzz.yaml");

            assertThat(specification.cluster().isPresent()).isNotEqualTo(specification.hasErrors());
            specification.problems().forEach(problem -> {
                assertThat(problem.location()).isPresent();
                assertThat(problem.toString(Language.RU)).isNotEmpty();
            });
        }
    }

    private static byte[] damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        int edits = 1 + random.nextInt(5);
        for (int i = 0; i < edits; i++) {
            int from = random.nextInt(damaged.length());
            int to = Math.min(damaged.length(), from + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> damaged.delete(from, to);
                case 1 -> damaged.insert(from, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> damaged.replace(from, to, PIECES[random.nextInt(PIECES.length)]);
                default -> damaged.insert(random.nextInt(damaged.length()), damaged.substring(from, to));
            }
        }
        byte[] bytes = damaged.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
