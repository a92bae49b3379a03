package io.github.pg1c.pki.plan;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.store.Plans;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatePlanTest {
    @ParameterizedTest
    @ValueSource(strings = {"/etc/x.pem", "../x.pem", "a/../../x.pem", "ca/etcd/x.pem", ".lock", ""})
    void planStaysInsideTheStore(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CertificatePlan.Trust("etcd", Path.of(path)));
    }

    @Test
    void planRefusesTwoFilesOnOnePathAndUnknownAuthorities() {
        CertificatePlan.Trust trust = new CertificatePlan.Trust("etcd", Path.of("a/ca.pem"));
        CertificatePlan.Trust same = new CertificatePlan.Trust("etcd", Path.of("a/./CA.pem"));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CertificatePlan(Plans.threeNodes().authorities(), List.of(), List.of(trust, same)))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CertificatePlan(List.of(), List.of(), List.of(trust)))
                .withMessageContaining("no authority \"etcd\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CertificatePlan.Authority("../etcd", CaRequest.of("x")));
    }
}
