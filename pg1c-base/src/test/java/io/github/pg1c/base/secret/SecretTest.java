package io.github.pg1c.base.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

    private record Credentials(String user, Secret password) {}

    @Test
    void itsTextFormHidesTheValue() {
        Secret secret = Secret.of("hunter2");
        assertThat(secret).hasToString("Secret[***]");
        assertThat(new Credentials("u", secret).toString()).doesNotContain("hunter2");
        assertThat(secret.reveal()).isEqualTo("hunter2");
    }
}
