package io.github.pg1c.pki.store;

import static io.github.pg1c.pki.authority.Authorities.NOW;
import static io.github.pg1c.pki.authority.Authorities.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An authority of the company, which alone has its key: requests go out, answers come in and are looked at. */
class ExternalAuthorityTest extends StoreFixture {
    private static final CertificatePlan OUTSIDE = Plans.external();
    private static final IssuancePolicy POLICY = IssuancePolicy.defaults();
    private static final Corporate CORPORATE = Corporate.create(1);

    @Test
    void requestsAreWrittenAndTheirAnswersPutInPlace() throws Exception {
        List<Issuance> asked = importAuthority(CORPORATE);

        assertThat(find(asked, SERVER).action()).isEqualTo(Issuance.Action.REQUESTED);
        assertThat(directory.resolve(SERVER_KEY))
                .as("the key waits with its request")
                .doesNotExist();
        assertThat(find(ensureOutside(), SERVER).action()).isEqualTo(Issuance.Action.AWAITED);
        assertThat(store.planned(OUTSIDE, POLICY, at(NOW), new SecureRandom()).examine())
                .noneMatch(Issuance::changes);
        List<SigningRequest> requests = store.planned(OUTSIDE).signingRequests();
        assertThat(requests).hasSize(4);
        PKCS10CertificationRequest request = new PKCS10CertificationRequest(
                PemText.readRequest(requests.get(0).pem()));
        assertThat(request.getSubject()).hasToString("CN=node1");
        assertThat(GeneralNames.fromExtensions(request.getRequestedExtensions(), Extension.subjectAlternativeName)
                        .getNames())
                .hasSize(5);

        List<Issuance> done = store.planned(OUTSIDE, POLICY, at(NOW), new SecureRandom())
                .importCertificates(CORPORATE.answers(requests));

        assertThat(done).hasSize(4).allMatch(issuance -> issuance.action() == Issuance.Action.IMPORTED);
        assertThat(PemText.readCertificates(text(SERVER_PEM)))
                .as("the certificate, and the authority between it and the root")
                .hasSize(2);
        assertThat(PemText.readCertificates(text(java.nio.file.Path.of("nodes/node1/rootfs/etc/etcd/ca.pem"))))
                .as("up to the root")
                .hasSize(2);
        assertThat(store.planned(OUTSIDE).signingRequests()).isEmpty();
        assertThat(ensureOutside())
                .as("an organization that was added to the subject is no reason")
                .allMatch(issuance -> issuance.action() == Issuance.Action.KEPT
                        && issuance.reasons().isEmpty());
        assertThat(IssuedCertificate.open(
                        text(SERVER_PEM).getBytes("US-ASCII"), text(SERVER_KEY).getBytes("US-ASCII")))
                .isNotNull();
    }

    @Test
    void keyThatIsInUseStaysUntilTheAnswerIsThere() {
        importAuthority(CORPORATE);
        answer();
        String key = text(SERVER_KEY);

        List<Issuance> asked = store.planned(OUTSIDE, POLICY, at(NOW), RANDOM).rekey(Set.of(SERVER));

        assertThat(find(asked, SERVER).action()).isEqualTo(Issuance.Action.REQUESTED);
        assertThat(text(SERVER_KEY)).isEqualTo(key);
        answer();
        assertThat(text(SERVER_KEY)).isNotEqualTo(key);
        assertThat(ensureOutside()).noneMatch(Issuance::changes);
    }

    @Test
    void changedNamesMakeANewRequest() {
        importAuthority(CORPORATE);
        String before = store.planned(OUTSIDE).signingRequests().get(0).pem();
        CertificatePlan changed = new CertificatePlan(
                OUTSIDE.authorities(),
                OUTSIDE.certificates().stream()
                        .map(c -> c.id().equals(SERVER)
                                ? new CertificatePlan.Certificate(
                                        c.id(),
                                        c.authority(),
                                        CertificateRequest.of(Purpose.ETCD_SERVER, "node1", "10.9.9.9"),
                                        c.certificate(),
                                        c.privateKey())
                                : c)
                        .toList(),
                OUTSIDE.trusts());

        assertThat(find(store.planned(changed, POLICY, at(NOW), RANDOM).ensure(), SERVER)
                        .action())
                .isEqualTo(Issuance.Action.REQUESTED);
        assertThat(store.planned(changed).signingRequests().get(0).pem()).isNotEqualTo(before);
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                Arguments.of(
                        "names-changed",
                        without(
                                Extension.subjectAlternativeName,
                                new GeneralNames(new GeneralName(GeneralName.dNSName, "other")))),
                Arguments.of(
                        "usages-changed",
                        without(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))),
                Arguments.of(
                        "holds no certificate but those of authorities",
                        without(Extension.basicConstraints, new BasicConstraints(true))));
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void answerThatIsNotWhatWasAskedForIsRefused(String complaint, UnaryOperator<Extensions> change) {
        importAuthority(CORPORATE);
        var before = tree();
        Corporate careless = CORPORATE.afresh();
        List<String> answers = careless.answers(store.planned(OUTSIDE).signingRequests(), change);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> store.planned(OUTSIDE, POLICY, at(NOW), new SecureRandom())
                        .importCertificates(answers))
                .withMessageContaining(complaint);
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void refusedAnswersAreAllNamedAndNothingIsImported() {
        importAuthority(CORPORATE);
        var before = tree();
        List<SigningRequest> requests = store.planned(OUTSIDE).signingRequests();
        List<String> good = CORPORATE.afresh().answers(requests);
        List<String> bad = Corporate.create(1).answers(requests);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> store.planned(OUTSIDE, POLICY, at(NOW), new SecureRandom())
                        .importCertificates(List.of(good.get(0), bad.get(1), "no certificate", bad.get(3))))
                .satisfies(refusal -> assertThat(
                                String.valueOf(refusal.getMessage()).lines())
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line)
                                        .contains(requests.get(1).id(), "chain"),
                                line -> assertThat(line)
                                        .contains(requests.get(3).id(), "chain"),
                                line -> assertThat(line).startsWith("the answer 3 of 4 cannot be read")));
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void answersOfAnotherAuthorityOfAnEndedOneAndWithoutRequestAreRefused() {
        importAuthority(CORPORATE);
        List<SigningRequest> requests = store.planned(OUTSIDE).signingRequests();
        Corporate other = Corporate.create(1);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> store.planned(OUTSIDE, POLICY, at(NOW), new SecureRandom())
                        .importCertificates(other.answers(requests)))
                .withMessageContaining(SERVER)
                .withMessageContaining("chain");
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> store.planned(
                                OUTSIDE, POLICY, at(NOW.plus(java.time.Duration.ofDays(701))), new SecureRandom())
                        .importCertificates(CORPORATE.afresh().answers(requests)))
                .withMessageContaining("expiring");
        String foreign = Authorities.issue(KeyAlgorithm.P256, Authorities.request(Purpose.ETCD_PEER))
                .certificatePem();
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> store.planned(OUTSIDE, POLICY, at(NOW), new SecureRandom())
                        .importCertificates(List.of(foreign)))
                .withMessageContaining("no key fits");
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> store.planned(OUTSIDE, POLICY, at(NOW), new SecureRandom())
                        .importCertificates(List.of("nothing")));
    }

    @Test
    void brokenChainsAndLeavesAreNoAuthority() {
        String chain = CORPORATE.chainPem();
        String torn = chain.substring(0, chain.indexOf("-----END CERTIFICATE-----") + 26)
                + Authorities.of(KeyAlgorithm.P256).certificatePem();
        String leaf = Authorities.issue(KeyAlgorithm.P256, Authorities.request(Purpose.ETCD_PEER))
                .certificatePem();
        for (String pem : List.of(torn, leaf, "nothing")) {
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() ->
                            store.planned(OUTSIDE, POLICY, at(NOW), RANDOM).importAuthority("etcd", pem));
        }
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> store.planned(plan, POLICY, at(NOW), RANDOM).importAuthority("etcd", chain))
                .withMessageContaining("has its key in this store");
        assertThat(directory).doesNotExist();
    }

    @Test
    void secondKeyOfTheAuthorityIsTrustedBesideTheFirstUntilAllHaveMoved() {
        importAuthority(CORPORATE);
        answer();
        Corporate second = Corporate.create(2);
        store.planned(OUTSIDE, POLICY, at(NOW), RANDOM).importAuthority("etcd", second.chainPem());
        assertThat(store.planned(OUTSIDE).phase("etcd")).isEqualTo(RotationPhase.TRUSTED);
        assertThat(PemText.readCertificates(text(java.nio.file.Path.of("nodes/node1/rootfs/etc/etcd/ca.pem"))))
                .hasSize(4);

        Rotation asked = rotate(RotationPhase.REISSUED);
        assertThat(asked.complete()).isFalse();
        assertThat(find(asked.issuances(), SERVER).action()).isEqualTo(Issuance.Action.REQUESTED);
        assertThat(rotate(RotationPhase.SETTLED).phase())
                .as("the old authority is not dropped while its certificates are in use")
                .isEqualTo(RotationPhase.REISSUED);

        store.planned(OUTSIDE, POLICY, at(NOW), new SecureRandom())
                .importCertificates(second.answers(store.planned(OUTSIDE).signingRequests()));
        assertThat(rotate(RotationPhase.SETTLED).phase()).isEqualTo(RotationPhase.SETTLED);
        assertThat(PemText.readCertificates(text(java.nio.file.Path.of("nodes/node1/rootfs/etc/etcd/ca.pem"))))
                .hasSize(2);
    }

    @Test
    void revocationListsAreTakenInWhenTheAuthoritySignedThem() throws Exception {
        importAuthority(CORPORATE);
        byte[] list = CORPORATE.revocationList();

        store.planned(OUTSIDE, POLICY, at(NOW), RANDOM).importRevocationLists("etcd", list);

        assertThat(PemText.readRevocationLists(text(CrlFiles.pem("etcd")))).hasSize(1);
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> store.planned(OUTSIDE, POLICY, at(NOW), RANDOM)
                        .importRevocationLists("etcd", Corporate.create(1).revocationList()))
                .withMessageContaining("no revocation list of the authority etcd");
    }

    private List<Issuance> importAuthority(Corporate corporate) {
        return store.planned(OUTSIDE, POLICY, at(NOW), RANDOM).importAuthority("etcd", corporate.chainPem());
    }

    private List<Issuance> ensureOutside() {
        return store.planned(OUTSIDE, POLICY, at(NOW), RANDOM).ensure();
    }

    private void answer() {
        store.planned(OUTSIDE, POLICY, at(NOW), new SecureRandom())
                .importCertificates(
                        CORPORATE.afresh().answers(store.planned(OUTSIDE).signingRequests()));
    }

    private Rotation rotate(RotationPhase phase) {
        return store.planned(OUTSIDE, POLICY, at(NOW), RANDOM).rotate("etcd", phase);
    }

    private static UnaryOperator<Extensions> without(
            org.bouncycastle.asn1.ASN1ObjectIdentifier id, org.bouncycastle.asn1.ASN1Encodable instead) {
        return extensions -> {
            try {
                ExtensionsGenerator changed = new ExtensionsGenerator();
                for (var oid : extensions.getExtensionOIDs()) {
                    if (oid.equals(id)) {
                        changed.addExtension(oid, extensions.getExtension(oid).isCritical(), instead);
                    } else {
                        changed.addExtension(extensions.getExtension(oid));
                    }
                }
                return changed.generate();
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
        };
    }
}
