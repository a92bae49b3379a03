package io.github.pg1c.maven.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.store.IndexEntry;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevokeCertificatesTest {

    private static final String CLIENT = "operator/etcd-client";

    @TempDir
    private Path directory;

    private Counter counter = new Counter(Path.of("."));

    @BeforeEach
    void counter() {
        counter = new Counter(directory).made();
    }

    @Test
    void revokesAnIdTogetherWithItsLivingPredecessors() {
        BigInteger first = serial();
        counter.succeeds(counter.later(Duration.ofDays(30))
                .does(RenewCertificates.of(new RenewCertificates.Order(List.of(CLIENT), false, false))));
        BigInteger second = serial();
        counter.forget();

        counter.succeeds(revoke(List.of(CLIENT), List.of(), "keyCompromise"));

        assertThat(revoked()).containsExactlyInAnyOrder(first, second);
        assertThat(serial()).isNotIn(first, second);
        assertThat(counter.questions())
                .singleElement()
                .asString()
                .startsWith("small: revoke these for good (keyCompromise)?");
        assertThat(counter.said())
                .contains(
                        "RESULT     operator/etcd-client " + first.toString(16),
                        "RESULT     operator/etcd-client: issued, until 2027-12-20 (it was revoked)",
                        "WARNING small: the first list of an authority: nothing checks it before the configuration names it; run generate and deliver the bundle together with the secrets",
                        "RESULT     install the secrets, files by node: n1 1, n2 1, n3 1 (nodes/<node>/install.sh --secrets)",
                        "RESULT small: revoked: 2")
                .noneMatch(line -> line.contains("REST API and PgBouncer"));
        counter.leavesNothingForAGeneration();
    }

    @Test
    void saysWhoDoesNotCheckTheListOfTheCluster() {
        counter.succeeds(revoke(List.of("n1/haproxy-client"), List.of(), "keyCompromise"));

        assertThat(counter.said())
                .anyMatch(line ->
                        line.startsWith("WARNING small: Patroni's REST API and PgBouncer check no revocation list"))
                .contains("RESULT     systemctl reload haproxy: n1, n2");
        counter.leavesNothingForAGeneration();
    }

    @Test
    void hasNothingToDoASecondTimeWithASerialNumber() {
        String serial = serial().toString(16);
        counter.succeeds(revoke(List.of(), List.of(serial), "superseded"));
        counter.forget();

        counter.succeeds(revoke(List.of(), List.of(serial), "superseded"));

        assertThat(counter.said()).containsExactly("RESULT small: all of them were revoked before or have ended");
        assertThat(counter.questions()).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongWithTheParametersAtOnce() {
        GoalResult outcome = revoke(List.of(), List.of("12zz", "xyz"), "stolen");
        assertThat(outcome).isEqualTo(GoalResult.failure("pg1c: errors: 3; nothing was changed"));
        assertThat(counter.said())
                .contains(
                        "ERROR pg1c.serials: error PG1C-903: '12zz' is not a serial number",
                        "ERROR pg1c.serials: error PG1C-903: 'xyz' is not a serial number",
                        "ERROR pg1c.reason: error PG1C-903: 'stolen' is not known here");
        counter.forget();

        assertThat(revoke(List.of(), List.of(), "superseded").failed()).isTrue();
        assertThat(counter.said())
                .contains("ERROR pg1c.certificates, pg1c.serials: error PG1C-906: what is to be revoked?");
        counter.forget();

        GoalResult unknown = revoke(List.of("n7/rest", "ca/etcd"), List.of("ab:cd"), "superseded");
        assertThat(unknown).isEqualTo(GoalResult.failure("pg1c: errors: 3; nothing was changed"));
        assertThat(counter.said())
                .contains(
                        "ERROR pg1c.certificates: error PG1C-903: there is no certificate 'n7/rest'",
                        "ERROR pg1c.certificates: error PG1C-906: 'ca/etcd' is an authority, which no list can revoke",
                        "ERROR pg1c.serials: error PG1C-903: no authority of this cluster has given the serial number abcd");
        assertThat(revoked()).isEmpty();
    }

    @Test
    void revokesNothingUnlessTheUserAgrees() {
        GoalResult outcome = counter.replying(Confirmation.Answer.NOBODY)
                .does(RevokeCertificates.of(
                        new RevokeCertificates.Order(List.of(CLIENT), List.of(), Optional.empty(), false)));

        assertThat(outcome.failed()).isTrue();
        assertThat(revoked()).isEmpty();
    }

    private BigInteger serial() {
        return counter.row(CLIENT).serial().orElseThrow();
    }

    private List<BigInteger> revoked() {
        return counter.pki().issued("etcd").stream()
                .filter(entry -> entry.revocation().isPresent())
                .map(IndexEntry::serial)
                .toList();
    }

    private GoalResult revoke(List<String> certificates, List<String> serials, String reason) {
        return counter.does(
                RevokeCertificates.of(new RevokeCertificates.Order(certificates, serials, Optional.of(reason), false)));
    }
}
