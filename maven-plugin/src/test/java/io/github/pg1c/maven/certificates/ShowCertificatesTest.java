package io.github.pg1c.maven.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.speech.GoalResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCertificatesTest {

    @TempDir
    private Path directory;

    private Counter counter = new Counter(Path.of("."));

    @BeforeEach
    void counter() {
        counter = new Counter(directory);
    }

    @Test
    void showsMissingCertificatesAndMakesNone() {
        counter.succeeds(counter.shows(order("table")));

        assertThat(counter.output())
                .startsWith("+ Certificates: small ---")
                .contains("| ca/etcd ", "| issue ", "there was no certificate; there was no key");
        assertThat(counter.said())
                .containsExactly("RESULT small: there are no certificates yet: pki-init or generate makes them");
        assertThat(directory.resolve("secrets")).doesNotExist();
    }

    @Test
    void showsEndsAndGenerationsOfIssuedCertificates() {
        counter.made();

        counter.succeeds(counter.shows(order("tsv")));

        assertThat(counter.output().lines().map(line -> line.replaceAll("\t+$", "")))
                .startsWith("Certificate\tFor\tAuthority\tUntil\tDays\tKey\tTo do\tWhy")
                .contains(
                        "ca/etcd\tauthority\tetcd\t2036-11-17\t3650\t1",
                        "n1/etc/etcd/tls/server\tetcd, clients' port\tetcd\t2027-11-20\t365\t1",
                        "n2/haproxy-client\tHAProxy checks\tcluster\t2027-11-20\t365\t1",
                        "operator/patroni-client\toperator\tcluster\t2027-11-20\t365\t1")
                .noneMatch(line -> line.startsWith("trust/"));
        assertThat(counter.said()).isEmpty();
    }

    @Test
    void dataHaveTheSameNamesInEveryLanguage() throws Exception {
        counter.made().speaking(Language.RU);

        counter.succeeds(counter.shows(order("json")));

        JsonNode rows = new ObjectMapper().readTree(counter.output()).get("certificates");
        JsonNode server = find(rows, "n1/etc/etcd/tls/server");
        assertThat(server.get("purpose").asText()).isEqualTo("etcd-server");
        assertThat(server.get("names").toString()).contains("\"n1\"", "\"10.20.0.11\"", "\"127.0.0.1\"");
        assertThat(server.get("serial").asText()).matches("[0-9a-f]{16,40}");
        assertThat(server.get("notAfter").asText()).isEqualTo("2027-11-20T12:00:00Z");
        assertThat(server.get("action").asText()).isEqualTo("kept");
        assertThat(find(rows, "trust/nodes/n1/rootfs/etc/etcd/tls/ca.pem")
                        .get("phase")
                        .asText())
                .isEqualTo("settled");
    }

    @Test
    void speaksRussian() {
        counter.made().speaking(Language.RU).later(Duration.ofDays(250));

        counter.succeeds(counter.shows(order("table")));

        assertThat(counter.output())
                .startsWith("+ Сертификаты: small ---")
                .contains("порт клиентов", "перевыпустить", "срок действия истекает или истёк");
        assertThat(counter.said())
                .containsExactly("RESULT small: всё, что нужно сделать, сделает pki-renew или ближайший generate");
    }

    @Test
    void failsANightlyCheckOnlyWhenThereIsSomethingToDo() {
        counter.made();
        ShowCertificates.Order check = new ShowCertificates.Order(Optional.empty(), false, false, true);

        counter.succeeds(counter.shows(check));
        GoalResult due = counter.later(Duration.ofDays(250)).shows(check);

        assertThat(due).isEqualTo(GoalResult.failure("pg1c: certificates want something done: small"));
    }

    @Test
    void warnsOfAnAuthorityThatNoRunRenews() {
        counter.made().later(Duration.ofDays(2500));

        counter.shows(order("table"));

        assertThat(counter.said())
                .anyMatch(line -> line.startsWith("WARNING small: the authority etcd ends soon")
                        && line.contains("-Dpg1c.certificates=ca/etcd"));
    }

    @Test
    void showsAllThatWasIssuedWithSerialNumbersAndRevocations() {
        counter.made();
        String serial =
                counter.row("operator/etcd-client").serial().orElseThrow().toString(16);
        counter.succeeds(counter.does(RevokeCertificates.of(
                new RevokeCertificates.Order(List.of(), List.of(serial), Optional.of("superseded"), false))));
        counter.forget();

        counter.succeeds(counter.shows(new ShowCertificates.Order(Optional.of("tsv"), false, true, false)));

        assertThat(counter.output().lines())
                .startsWith("Serial\tCertificate\tAuthority\tFrom\tUntil\tRevoked\tWhy")
                .contains(serial + "\toperator/etcd-client\tetcd\t2026-11-20\t2027-11-20\t2026-11-20\tsuperseded");
    }

    @Test
    void refusesAnUnknownFormat() {
        GoalResult outcome = counter.shows(order("xml"));

        assertThat(outcome).isEqualTo(GoalResult.failure("pg1c: errors: 1; nothing was changed"));
        assertThat(counter.said()).first().asString().contains("pg1c.format", "'xml'");
    }

    private static ShowCertificates.Order order(String format) {
        return new ShowCertificates.Order(Optional.of(format), false, false, false);
    }

    private static JsonNode find(JsonNode rows, String id) {
        for (JsonNode row : rows) {
            if (row.get("id").asText().equals(id)) {
                return row;
            }
        }
        throw new AssertionError(id);
    }
}
