package io.github.pg1c.secrets.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.model.value.SqlName;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void areLongAndHaveNoLettersThatLookAlike() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 200; i++) {
            assertThat(Passwords.create(random).reveal()).matches("[2-9A-HJ-NP-Za-km-z]{32}");
        }
    }

    @Test
    void neverShowThemselves() {
        Secret password = Passwords.create(new SecureRandom());

        assertThat(password.toString()).doesNotContain(password.reveal());
    }

    @Test
    void haveAFileNameThatEveryFileSystemKeepsApart() {
        assertThat(PasswordNames.ofRole(SqlName.parse("zup"))).isEqualTo("role-zup");
        assertThat(PasswordNames.ofRole(SqlName.parse("Zup"))).isEqualTo("role-%5Aup");
        assertThat(PasswordNames.ofRole(SqlName.parse("бух"))).isEqualTo("role-%D0%B1%D1%83%D1%85");
    }
}
