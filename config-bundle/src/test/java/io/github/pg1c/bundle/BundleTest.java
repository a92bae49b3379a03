package io.github.pg1c.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.model.yaml.Specification;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BundleTest {

    @Test
    void givesTheSameBytesInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            Bundle turkish = bundle();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Bundle arabic = bundle();

            assertThat(Bundles.texts(arabic)).isEqualTo(Bundles.texts(turkish));
            assertThat(turkish.files()).hasSizeGreaterThan(20);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Bundle bundle() {
        Specification specification = ThreeNodes.three();
        return Bundle.of(ThreeNodes.cluster(specification), specification.sha256(), "0.1.0");
    }
}
