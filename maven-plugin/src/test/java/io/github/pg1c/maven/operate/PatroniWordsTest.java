package io.github.pg1c.maven.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigEffect;
import io.github.pg1c.patroni.config.ConfigEffect.Visibility;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatroniWordsTest {

    private static final Set<String> MEMBERS = Set.of("pg1", "pg2");

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void namesValueAndMembersInBothLanguages(Visibility visibility) {
        Text told = told(visibility);

        assertThat(told.en()).startsWith("loop_wait: ").doesNotContainPattern("[а-я]");
        assertThat(told.ru()).startsWith("loop_wait: ").containsPattern("[а-я]{4}");
        boolean missing = new ConfigEffect(List.of("loop_wait"), visibility, MEMBERS).isMissing();
        assertThat(told.en().endsWith("pg1, pg2")).isEqualTo(missing);
        assertThat(told.ru().endsWith("pg1, pg2")).isEqualTo(missing);
    }

    @Test
    void everyVisibilityHasWordsOfItsOwn() {
        Set<Text> all = new HashSet<>();
        for (Visibility visibility : Visibility.values()) {
            all.add(told(visibility));
        }
        assertThat(all).hasSize(Visibility.values().length);
        assertThat(told(Visibility.AWAITS_RESTART))
                .isEqualTo(Text.of(
                        "loop_wait: it waits for a restart on every member",
                        "loop_wait: ждёт перезапуска на каждом узле"));
    }

    private static Text told(Visibility visibility) {
        ConfigEffect effect = new ConfigEffect(List.of("loop_wait"), visibility, MEMBERS);
        return effect.isMissing() ? PatroniWords.missing(effect) : PatroniWords.effect(effect.name(), visibility);
    }
}
