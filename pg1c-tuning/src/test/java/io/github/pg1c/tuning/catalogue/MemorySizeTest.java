package io.github.pg1c.tuning.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemorySizeTest {

    @ParameterizedTest
    @CsvSource({
        "512MB, 536870912, 512MB",
        "16GB, 17179869184, 16GB",
        "16 GB, 17179869184, 16GB",
        "16GiB, 17179869184, 16GB",
        "64kB, 65536, 64kB",
        "64KB, 65536, 64kB",
        "1TB, 1099511627776, 1TB",
        "1024GB, 1099511627776, 1TB",
        "1.5GB, 1610612736, 1536MB",
        "0.5kB, 512, 512B",
        "0, 0, 0",
        "0MB, 0, 0",
    })
    void readsPostgresSpellingAndWritesTheLargestUnit(String text, long bytes, String canonical) {
        assertThat(MemorySize.parse(text).bytes()).isEqualTo(bytes);
        assertThat(MemorySize.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "16",
                "GB",
                "-1GB",
                "16gb",
                "16G",
                "16 000MB",
                "1,5GB",
                "1e3MB",
                "0x10MB",
                "16  GB",
                "9PB",
                "٣GB"
            })
    void refusesOtherFormsNamingTheValueAndTheForm(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemorySize.parse(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("16GB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1kB", "8388608TB", "9223372036854775808B"})
    void refusesPartsOfBytesAndOverflow(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemorySize.parse(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("whole number of bytes");
    }

    @Test
    void everySizeSurvivesBeingWrittenAndRead() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            MemorySize size = new MemorySize(random.nextLong(Long.MAX_VALUE) >> random.nextInt(62));
            assertThat(MemorySize.parse(size.toString())).isEqualTo(size);
        }
    }

    @Test
    void roundsDownToTwoHighestBits() {
        assertThat(MemorySize.ofMegabytes(23).rounded()).hasToString("16MB");
        assertThat(MemorySize.ofMegabytes(28).rounded()).hasToString("24MB");
        assertThat(MemorySize.ofMegabytes(100).rounded()).hasToString("96MB");
        assertThat(MemorySize.ZERO.rounded()).isEqualTo(MemorySize.ZERO);
    }

    @Test
    void differenceIsNeverNegative() {
        assertThat(MemorySize.ofMegabytes(1).minus(MemorySize.ofMegabytes(2))).isEqualTo(MemorySize.ZERO);
        assertThatIllegalArgumentException().isThrownBy(() -> new MemorySize(-1));
    }
}
