package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocaleTest {

    private final Locale before = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG", "th-TH-u-nu-thai", "ru-RU", "de-DE"})
    void theLocaleChangesNothing(String tag) {
        Path many = Path.of("src/test/resources/mistakes/many.yaml");
        String problems = SpecificationReader.read(many).problems().toString();
        String zup = Systems.ZUP.cluster().toString();

        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kamchatka"));

        assertThat(SpecificationReader.read(many).problems()).hasToString(problems);
        assertThat(Systems.ZUP.cluster()).hasToString(zup);
    }

    @Test
    void turkishCapitalsDoNotHideAWord() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));

        assertThat(SpecificationReader.read("PLATFORM: {os: debian-13}", "x.yaml")
                        .problems())
                .anySatisfy(problem -> assertThat(problem.remedy().en()).contains("did you mean 'platform'?"));
    }
}
