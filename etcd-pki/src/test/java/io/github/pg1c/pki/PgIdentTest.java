package io.github.pg1c.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PgIdentTest {

    @Test
    void leadsTheCommonNameOfACertificateToARole() {
        CertificateRequest request = CertificateRequest.of(Purpose.POSTGRESQL_CLIENT, "backup");
        assertThat(PgIdent.of("clients", request, "archivist")).hasToString("\"clients\" \"backup\" \"archivist\"");
    }

    @Test
    void quotesWhatWouldMeanSomethingElse() {
        assertThat(new PgIdent("a b", "Иванов, \"Пётр\"", "all"))
                .hasToString("\"a b\" \"Иванов, \"\"Пётр\"\"\" \"all\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/^(.*)$", "two\nlines"})
    void refusesWhatWouldMeanMore(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PgIdent("clients", name, "archivist"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PgIdent("clients", "backup", name));
    }
}
