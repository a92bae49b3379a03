package io.github.pg1c.pki;

import static io.github.pg1c.pki.Authorities.NOW;
import static io.github.pg1c.pki.Issuance.Action.ISSUED;
import static io.github.pg1c.pki.Issuance.Action.KEPT;
import static io.github.pg1c.pki.Issuance.Action.RENEWED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PkiStoreTest {
    private static final String SERVER = "node1/etcd-server";
    private static final Path SERVER_PEM = Path.of("nodes/node1/rootfs/etc/etcd/server.pem");
    private static final Path SERVER_KEY = Path.of("nodes/node1/rootfs/etc/etcd/server-key.pem");
    private static final Path CA_PEM = Path.of("ca/etcd/ca.pem");
    private static final Path CA_KEY = Path.of("ca/etcd/ca-key.pem");

    private final CertificatePlan plan = Plans.threeNodes();

    @TempDir
    Path temporary;

    private Path directory;
    private PkiStore store;

    @BeforeEach
    void openStore() {
        directory = temporary.resolve("store");
        store = PkiStore.at(directory);
    }

    @Test
    void firstRunIssuesEverythingOfThePlan() {
        List<Issuance> done = ensure(NOW);

        assertThat(done).hasSize(1 + 6 + 3).allMatch(issuance -> issuance.action() == ISSUED);
        assertThat(done.get(0).id()).isEqualTo("ca/etcd");
        assertThat(done.get(1).id()).isEqualTo(SERVER);
        assertThat(done.get(1).reasons()).containsExactly(ReissueReason.MISSING, ReissueReason.KEY_MISSING);
        assertThat(done.get(1).notAfter()).contains(NOW.plus(Authorities.YEAR));
        assertThat(tree()).hasSize(2 + 12 + 3 + 1).containsKey(".lock");
        assertThat(store.authorityPem("etcd"))
                .contains(text(CA_PEM))
                .contains(text(Path.of("nodes/node3/rootfs/etc/etcd/ca.pem")));
    }

    @Test
    void secondRunIssuesNothing() {
        ensure(NOW);
        Map<String, String> before = tree();

        assertThat(ensure(NOW.plusSeconds(3600)))
                .allMatch(issuance ->
                        issuance.action() == KEPT && issuance.reasons().isEmpty());
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void dryRunSaysWhatWouldBeDoneAndWritesNothing() {
        List<Issuance> found = store.examine(plan, IssuancePolicy.defaults(), at(NOW));

        assertThat(found).hasSize(10).allMatch(Issuance::changes);
        assertThat(directory).doesNotExist();
        assertThat(ensure(NOW))
                .extracting(Issuance::action)
                .isEqualTo(found.stream().map(Issuance::action).toList());
        assertThat(store.examine(plan, IssuancePolicy.defaults(), at(NOW))).noneMatch(Issuance::changes);
    }

    @Test
    void certificateInTheLastThirdOfItsLifeIsRenewedWithItsKey() {
        ensure(NOW);
        String key = text(SERVER_KEY);
        String certificate = text(SERVER_PEM);
        Instant opens = RenewalWindow.lastThird().opens(NOW.minus(Validity.BACKDATE), NOW.plus(Authorities.YEAR));

        assertThat(find(ensure(opens.minusSeconds(1)), SERVER).action()).isEqualTo(KEPT);
        Issuance renewed = find(ensure(opens), SERVER);

        assertThat(renewed.action()).isEqualTo(RENEWED);
        assertThat(renewed.reasons()).containsExactly(ReissueReason.EXPIRING);
        assertThat(text(SERVER_KEY)).isEqualTo(key);
        assertThat(Pem.readCertificate(text(SERVER_PEM)).getSerialNumber())
                .as("Patroni reloads its certificate when the serial number differs")
                .isNotEqualTo(Pem.readCertificate(certificate).getSerialNumber());
        assertThat(find(ensure(opens), SERVER).action()).isEqualTo(KEPT);
    }

    @Test
    void fixedWindowCountsFromTheEnd() {
        IssuancePolicy policy =
                new IssuancePolicy(KeyAlgorithm.P256, Duration.ofDays(90), RenewalWindow.before(Duration.ofDays(7)));
        store.ensure(plan, policy, at(NOW), Authorities.RANDOM);

        assertThat(find(
                                store.examine(
                                        plan,
                                        policy,
                                        at(NOW.plus(Duration.ofDays(83)).minusSeconds(1))),
                                SERVER)
                        .action())
                .isEqualTo(KEPT);
        assertThat(find(store.examine(plan, policy, at(NOW.plus(Duration.ofDays(83)))), SERVER)
                        .action())
                .isEqualTo(RENEWED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IssuancePolicy(
                        KeyAlgorithm.P256, Duration.ofDays(7), RenewalWindow.before(Duration.ofDays(7))));
    }

    @Test
    void certificateThatEndsWithItsAuthorityIsNotRenewedInVain() {
        ensure(NOW);
        Instant late = NOW.plus(Duration.ofDays(3600));
        Issuance clamped = find(ensure(late), SERVER);
        assertThat(clamped.clampedToIssuer()).isTrue();
        assertThat(clamped.notAfter()).contains(NOW.plus(CaRequest.DEFAULT_VALIDITY));

        List<Issuance> next = ensure(NOW.plus(Duration.ofDays(3649)));

        assertThat(find(next, SERVER).action()).isEqualTo(KEPT);
        assertThat(find(next, "ca/etcd").action())
                .as("an authority is not replaced by itself")
                .isEqualTo(KEPT);
        assertThat(find(next, "ca/etcd").reasons()).containsExactly(ReissueReason.EXPIRING);
    }

    @Test
    void authorityThatHasEndedIssuesNothingAndNothingIsWritten() {
        ensure(NOW);
        Map<String, String> before = tree();

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW.plus(Duration.ofDays(3651))))
                .withMessageContaining("cannot issue at");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void certificateFromTheFutureIsReplaced() {
        ensure(NOW);
        Instant laterThanAuthority = NOW.plus(Duration.ofDays(30));
        write(
                SERVER_PEM,
                CertificateAuthority.open(text(CA_PEM), text(CA_KEY))
                        .issue(
                                CertificateRequest.of(
                                        Purpose.ETCD_SERVER,
                                        "node1",
                                        "node1",
                                        "10.0.0.11",
                                        "localhost",
                                        "127.0.0.1",
                                        "::1"),
                                new java.security.KeyPair(
                                        PrivateKeys.publicKey(Pem.readPrivateKey(text(SERVER_KEY))),
                                        Pem.readPrivateKey(text(SERVER_KEY))),
                                Authorities.YEAR,
                                at(laterThanAuthority),
                                Authorities.RANDOM)
                        .certificatePem());

        Issuance done = find(ensure(NOW), SERVER);

        assertThat(done.reasons()).containsExactly(ReissueReason.NOT_YET_VALID);
        assertThat(done.action()).isEqualTo(RENEWED);
    }

    @Test
    void changedNamesRenewOnlyThatCertificate() {
        ensure(NOW);
        CertificatePlan changed = replacing(CertificateRequest.of(Purpose.ETCD_SERVER, "node1", "node1", "10.9.9.9"));

        List<Issuance> done = store.ensure(changed, IssuancePolicy.defaults(), at(NOW), Authorities.RANDOM);

        assertThat(done).filteredOn(Issuance::changes).extracting(Issuance::id).containsExactly(SERVER);
        assertThat(find(done, SERVER).reasons()).containsExactly(ReissueReason.NAMES_CHANGED);
        assertThat(find(done, SERVER).action()).isEqualTo(RENEWED);
    }

    @Test
    void orderOfNamesIsNoReasonButTheCaseOfTheCommonNameIs() {
        ensure(NOW);

        assertThat(store.examine(
                        replacing(CertificateRequest.of(
                                Purpose.ETCD_SERVER, "node1", "::1", "127.0.0.1", "localhost", "10.0.0.11", "node1")),
                        IssuancePolicy.defaults(),
                        at(NOW)))
                .noneMatch(Issuance::changes);
        assertThat(find(
                                store.examine(
                                        replacing(CertificateRequest.of(
                                                Purpose.ETCD_SERVER,
                                                "Node1",
                                                "node1",
                                                "10.0.0.11",
                                                "localhost",
                                                "127.0.0.1",
                                                "::1")),
                                        IssuancePolicy.defaults(),
                                        at(NOW)),
                                SERVER)
                        .reasons())
                .containsExactly(ReissueReason.NAMES_CHANGED);
    }

    @Test
    void changedPurposeIsAReason() {
        ensure(NOW);
        CertificatePlan changed = replacing(CertificateRequest.of(
                Purpose.PATRONI_REST, "node1", "node1", "10.0.0.11", "localhost", "127.0.0.1", "::1"));

        assertThat(find(store.examine(changed, IssuancePolicy.defaults(), at(NOW)), SERVER)
                        .reasons())
                .containsExactly(ReissueReason.USAGES_CHANGED);
    }

    @Test
    void lostKeyBringsANewPair() throws IOException {
        ensure(NOW);
        Files.delete(directory.resolve(SERVER_KEY));

        Issuance done = find(ensure(NOW), SERVER);

        assertThat(done.reasons()).containsExactly(ReissueReason.KEY_MISSING);
        assertThat(done.action()).isEqualTo(ISSUED);
        assertThat(find(ensure(NOW), SERVER).action()).isEqualTo(KEPT);
    }

    @Test
    void keyOfAnotherCertificateBringsANewPair() {
        ensure(NOW);
        write(SERVER_KEY, text(Path.of("nodes/node2/rootfs/etc/etcd/server-key.pem")));

        Issuance done = find(ensure(NOW), SERVER);

        assertThat(done.reasons()).containsExactly(ReissueReason.KEY_MISMATCH);
        assertThat(text(SERVER_KEY)).isNotEqualTo(text(Path.of("nodes/node2/rootfs/etc/etcd/server-key.pem")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "\u0000\u00ff\u00fe"
            })
    void damagedFilesAreReplaced(String garbage) {
        ensure(NOW);
        write(SERVER_PEM, garbage);
        write(SERVER_KEY, garbage);

        assertThat(find(ensure(NOW), SERVER).reasons())
                .containsExactly(ReissueReason.UNREADABLE, ReissueReason.KEY_UNREADABLE);
        assertThat(ensure(NOW)).noneMatch(Issuance::changes);
    }

    @Test
    void certificateOfAnotherAuthorityOfTheSameNameIsReplaced() throws IOException {
        ensure(NOW);
        Files.delete(directory.resolve(CA_PEM));
        Files.delete(directory.resolve(CA_KEY));

        List<Issuance> done = ensure(NOW);

        assertThat(find(done, SERVER).reasons()).containsExactly(ReissueReason.CHAIN);
        assertThat(find(done, "trust/nodes/node1/rootfs/etc/etcd/ca.pem").reasons())
                .containsExactly(ReissueReason.CHAIN);
        assertThat(ensure(NOW)).noneMatch(Issuance::changes);
    }

    @Test
    void authorityWhoseCertificateWasLostIsMadeAgainFromItsKey() throws IOException {
        ensure(NOW);
        Files.delete(directory.resolve(CA_PEM));

        List<Issuance> done = ensure(NOW.plusSeconds(60));

        assertThat(find(done, "ca/etcd").action()).isEqualTo(RENEWED);
        assertThat(find(done, SERVER).action()).as("the key signs as before").isEqualTo(KEPT);
        assertThat(find(done, "trust/nodes/node1/rootfs/etc/etcd/ca.pem").action())
                .isEqualTo(ISSUED);
    }

    @Test
    void authorityWithoutItsKeyOrWithAnotherIsNeverReplaced() throws IOException {
        ensure(NOW);
        write(CA_KEY, text(SERVER_KEY));
        Map<String, String> before = tree();
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW))
                .withMessageContaining("ca/etcd/ca-key.pem")
                .withMessageContaining("restore both files from a backup");
        assertThat(tree()).isEqualTo(before);

        Files.delete(directory.resolve(CA_KEY));
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW))
                .withMessageContaining("its certificate is there, its key is not");
    }

    @Test
    void symbolicLinksAreRefused() throws IOException {
        ensure(NOW);
        Path outside = Files.writeString(temporary.resolve("outside"), "untouched");
        Files.delete(directory.resolve(SERVER_PEM));
        Files.createSymbolicLink(directory.resolve(SERVER_PEM), outside);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW))
                .withMessageContaining("symbolic link");
        assertThat(outside).hasContent("untouched");
    }

    @Test
    void linkedDirectoriesAreRefused() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createDirectory(directory);
        Files.createSymbolicLink(directory.resolve("nodes"), elsewhere);

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> ensure(NOW))
                .withMessageContaining("symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void leftoverOfAKilledWriteDoesNotDisturb() throws IOException {
        ensure(NOW);
        Files.delete(directory.resolve(SERVER_PEM));
        Path leftover = directory.resolve(SERVER_PEM).resolveSibling(".server.pem.new");
        Files.writeString(leftover, "half");

        ensure(NOW);

        assertThat(leftover).doesNotExist();
        assertThat(ensure(NOW)).noneMatch(Issuance::changes);
    }

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
                .isThrownBy(() -> new CertificatePlan(plan.authorities(), List.of(), List.of(trust, same)))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CertificatePlan(List.of(), List.of(), List.of(trust)))
                .withMessageContaining("no authority \"etcd\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CertificatePlan.Authority("../etcd", CaRequest.of("x")));
    }

    private List<Issuance> ensure(Instant now) {
        return store.ensure(plan, IssuancePolicy.defaults(), at(now), Authorities.RANDOM);
    }

    private CertificatePlan replacing(CertificateRequest request) {
        List<CertificatePlan.Certificate> certificates = plan.certificates().stream()
                .map(c -> c.id().equals(SERVER)
                        ? new CertificatePlan.Certificate(
                                c.id(), c.authority(), request, c.certificate(), c.privateKey())
                        : c)
                .toList();
        return new CertificatePlan(plan.authorities(), certificates, plan.trusts());
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Issuance find(List<Issuance> issuances, String id) {
        return issuances.stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
    }

    private String text(Path path) {
        try {
            return Files.readString(directory.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path path, String text) {
        try {
            Files.write(directory.resolve(path), text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> tree() {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.filter(Files::isRegularFile)
                    .forEach(p -> tree.put(StorePaths.text(directory.relativize(p)), text(directory.relativize(p))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }
}
