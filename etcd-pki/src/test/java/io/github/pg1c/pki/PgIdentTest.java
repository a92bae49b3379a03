package io.github.pg1c.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PgIdentTest {

    @Test
    void mapsTheCommonNameOfACertificateToARole() {
        CertificateRequest request = CertificateRequest.of(Purpose.POSTGRESQL_CLIENT, "backup");
        assertThat(PgIdent.of("clients", request, "archivist")).hasToString("\"clients\" \"backup\" \"archivist\"");
    }

    @Test
    void quotesSpecialCharacters() {
        assertThat(new PgIdent("a b", "Иванов, \"Пётр\"", "all"))
                .hasToString("\"a b\" \"Иванов, \"\"Пётр\"\"\" \"all\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/^(.*)$", "two\nlines"})
    void refusesNamesWithAnotherMeaning(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PgIdent("clients", name, "archivist"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PgIdent("clients", "backup", name));
    }
}
