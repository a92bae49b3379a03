package io.github.pg1c.secrets.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.part.SecretsPart;
import io.github.pg1c.bundle.part.SecretsPart.Authority;
import io.github.pg1c.model.OwnCertificate;
import io.github.pg1c.pki.Purpose;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The components' declarations match the purposes of the PKI library. */
class DeclaredCertificatesTest {

    private static final SecretsPart DECLARED = Bundle.secrets();

    @Test
    void authoritiesAreThoseOfTheClusterInTheirOrder() {
        assertThat(ClusterCertificates.AUTHORITIES).containsExactly("etcd", "cluster");
    }

    @ParameterizedTest
    @EnumSource(OwnCertificate.Purpose.class)
    void eachPurposeOfTheSpecificationHasItsAuthority(OwnCertificate.Purpose purpose) {
        String authority = purpose == OwnCertificate.Purpose.ETCD_CLIENT ? "etcd" : "cluster";

        assertThat(DECLARED.authority(purpose.name()).name()).isEqualTo(authority);
        assertThat(Purpose.values()).extracting(Purpose::name).contains(purpose.name());
    }

    @Test
    void whatIsRenewedWithTrustIsAPurpose() {
        assertThat(DECLARED.renewedWithTrust())
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(Purpose.values()).extracting(Purpose::name).contains(name));
    }

    @Test
    void oneServiceLogsTheOperatorIn() {
        assertThat(DECLARED.operators())
                .filteredOn(access -> access.login().isPresent())
                .hasSize(1);
    }

    @Test
    void aPurposeWithoutAnAuthorityIsRefused() {
        SecretsPart one = new SecretsPart(List.of(new Authority("one", Set.of("SERVER"))), List.of(), Set.of());

        assertThat(one.authority("SERVER").name()).isEqualTo("one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.authority("CLIENT"))
                .withMessageContaining("CLIENT");
    }
}
