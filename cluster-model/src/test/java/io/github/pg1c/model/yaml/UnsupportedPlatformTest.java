package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.model.platform.UnsupportedPlatform;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnsupportedPlatformTest {

    @ParameterizedTest
    @EnumSource(UnsupportedPlatform.class)
    void theRefusalSaysWhatIsMissingAndWhatRemains(UnsupportedPlatform platform) {
        String text = Systems.ZUP.text().replaceFirst("os: [a-z0-9.-]+", "os: " + platform.id());

        List<Problem> problems = SpecificationReader.read(text, "cluster.yaml").problems();

        assertThat(problems)
                .filteredOn(problem -> problem.path().equals("platform.os"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("PG1C-024");
                    assertThat(problem.message().en())
                            .startsWith(platform.id() + " is not supported: ")
                            .contains("Patroni", "etcd", "HAProxy", "PgBouncer");
                    assertThat(problem.message().ru()).startsWith(platform.id() + " не поддерживается: ");
                    assertThat(supported()).anyMatch(problem.remedy().en()::contains);
                    assertThat(supported()).anyMatch(problem.remedy().ru()::contains);
                });
        assertThat(Platform.find(platform.id())).isEmpty();
    }

    private static List<String> supported() {
        return List.of(Platform.values()).stream().map(Platform::id).toList();
    }
}
