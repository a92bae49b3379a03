package io.github.pg1c.maven.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.maven.speech.GoalResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewCertificatesTest {

    private static final Duration IN_ITS_LAST_THIRD = Duration.ofDays(250);

    @TempDir
    private Path directory;

    private Counter counter = new Counter(Path.of("."));

    @BeforeEach
    void counter() {
        counter = new Counter(directory);
    }

    @Test
    void saysWhenTheNextOneIsDueWhileNoneIs() {
        counter.made();

        counter.succeeds(renew(false));

        assertThat(counter.said())
                .containsExactly("RESULT small: nothing is due; the next certificate is from 2027-07-21 on");
    }

    @Test
    void renewsWhatIsDueWithItsKeyAndTellsWhatToDeliver() throws Exception {
        counter.made();
        Path key = counter.secrets().resolve("small/nodes/n1/rootfs/etc/patroni/tls/rest-key.pem");
        String before = Files.readString(key);
        counter.later(IN_ITS_LAST_THIRD);

        counter.succeeds(renew(false));

        assertThat(Files.readString(key)).isEqualTo(before);
        assertThat(counter.said())
                .contains(
                        "RESULT     n1/etc/patroni/tls/rest: renewed, same key, until 2028-07-27 (its life ends soon or has ended)",
                        "RESULT     systemctl reload patroni: n1, n2",
                        "RESULT     systemctl reload haproxy: n1, n2",
                        "RESULT     etcd reads certificates and revocation lists by itself at the next connection")
                .last()
                .asString()
                .matches("RESULT small: issued again: \\d+");
        counter.leavesNothingForAGeneration();
    }

    @Test
    void renewsWhatIsNamedDueOrNot() {
        counter.made();

        counter.succeeds(renew(true, "n2/haproxy-*"));

        assertThat(counter.said())
                .containsExactly(
                        "RESULT     n2/haproxy-client: issued, until 2027-11-20 (it was asked for)",
                        "RESULT     n2/haproxy-server: issued, until 2027-11-20 (it was asked for)",
                        "RESULT small: to do on the nodes, in this order (ansible/site.yml of the bundle does all of it):",
                        "RESULT     install the secrets, files by node: n2 2 (nodes/<node>/install.sh --secrets)",
                        "RESULT     systemctl reload haproxy: n2",
                        "RESULT small: issued again: 2");
        counter.leavesNothingForAGeneration();
    }

    @Test
    void givesAnAuthorityANewCertificateForItsKeyWhenItIsNamed() {
        counter.made();

        counter.succeeds(renew(false, "ca/etcd"));

        assertThat(counter.said())
                .contains(
                        "RESULT     restart etcd on one node after the other: n1, n2, n3; go on when all members are healthy (pg1c-etcdctl endpoint health --cluster)");
        counter.leavesNothingForAGeneration();
    }

    @Test
    void patternNeverSelectsAnAuthority() {
        counter.made();

        counter.succeeds(renew(false, "*"));

        assertThat(counter.said()).noneMatch(line -> line.contains(" ca/"));
    }

    @Test
    void refusesAllUnknownNamesAtOnceWithThoseThatAreLikeThem() {
        counter.made();

        GoalResult outcome = renew(true, "n9/haproxy-client", "n1/rest", "ca/etcd");

        assertThat(outcome).isEqualTo(GoalResult.failure("pg1c: errors: 3; nothing was changed"));
        assertThat(counter.said())
                .contains(
                        "ERROR pg1c.certificates: error PG1C-903: there is no certificate 'n9/haproxy-client'",
                        "ERROR     write ids as the goal pki shows them, for example n1/haproxy-client, n2/haproxy-client; * stands for any characters",
                        "ERROR pg1c.certificates: error PG1C-903: there is no certificate 'n1/rest'",
                        "ERROR     use pki-rotate -Dpg1c.authority=etcd");
        counter.leavesNothingForAGeneration();
    }

    @Test
    void dryRunTellsAndDoesNothing() {
        counter.made().later(IN_ITS_LAST_THIRD);

        counter.succeeds(counter.does(RenewCertificates.of(new RenewCertificates.Order(List.of(), false, true))));

        assertThat(counter.said())
                .contains("RESULT     n1/haproxy-client (its life ends soon or has ended)")
                .last()
                .asString()
                .contains("dry run, nothing was done");
        assertThat(counter.row("n1/haproxy-client").next().changes()).isTrue();
    }

    @Test
    void needsAStore() {
        GoalResult outcome = renew(false);

        assertThat(outcome.sentence())
                .startsWith("pg1c: small: there are no certificates in secrets/small; make them with pki-init");
        assertThat(counter.secrets()).doesNotExist();
    }

    @Test
    void asksForThePassphraseWhenSomethingIsToBeIssued() {
        new Counter(directory).storing("correct horse").made();

        counter.succeeds(renew(false));
        assertThat(counter.questions()).as("nothing is due").isEmpty();

        counter.typing("correct horse");
        counter.succeeds(renew(false, "n1/haproxy-client"));
        assertThat(counter.questions()).containsExactly("passphrase of the authorities' keys (ASCII)");

        GoalResult wrong = counter.typing("another").does(order(false, "n1/haproxy-client"));
        assertThat(wrong)
                .isEqualTo(
                        GoalResult.failure(
                                "pg1c: small: the passphrase does not open the keys of the authorities: it is another one, or a key is damaged"));

        GoalResult none = new Counter(directory).does(order(false, "n1/haproxy-client"));
        assertThat(none.sentence()).contains("-Dpg1c.passphraseServer", "PG1C_CA_PASSPHRASE");
        assertThat(counter.said()).noneMatch(line -> line.contains("horse") || line.contains("another\""));
    }

    @Test
    void doesNotTakeWhatCannotBeAPassphrase() {
        counter.made().storing("пароль");

        GoalResult outcome = renew(false, "n1/haproxy-client");

        assertThat(outcome.failed()).isTrue();
        assertThat(counter.said())
                .anyMatch(line -> line.contains("PG1C_CA_PASSPHRASE"))
                .noneMatch(line -> line.contains("пароль"));
    }

    @Test
    void saysThatPlainKeysAreEncryptedNow() {
        counter.made().storing("correct horse");

        counter.succeeds(renew(false, "n1/haproxy-client"));

        assertThat(counter.said()).anyMatch(line -> line.contains("the keys of the authorities are encrypted now"));
        assertThat(counter.secrets().resolve("small/ca/etcd/ca-key.pem"))
                .content()
                .startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    }

    private GoalResult renew(boolean rekey, String... certificates) {
        return counter.does(order(rekey, certificates));
    }

    private static java.util.function.Function<io.github.pg1c.maven.parameter.ParameterProblems, CertificateGoal> order(
            boolean rekey, String... certificates) {
        return RenewCertificates.of(new RenewCertificates.Order(List.of(certificates), rekey, false));
    }
}
