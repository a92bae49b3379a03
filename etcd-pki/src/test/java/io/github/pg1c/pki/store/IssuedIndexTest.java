package io.github.pg1c.pki.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.authority.IssuedCertificate;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuedIndexTest {
    private static final IndexEntry ENTRY = new IndexEntry(
            new BigInteger("7f00000000000000000000000000000000000001", 16),
            "0a0b",
            "node1/etc/etcd/tls/server",
            "CN=\"сервер\"\\,\nO=x",
            List.of("10.0.0.1", "node1"),
            Instant.parse("2026-11-20T11:55:00Z"),
            Instant.parse("2027-11-20T12:00:00Z"),
            "00ff",
            Optional.empty());

    @Test
    void lineIsStableAsciiThatOtherProgramsRead() {
        assertThat(ENTRY.line()).isEqualTo("""
                        {"serial":"7f00000000000000000000000000000000000001","issuer":"0a0b",\
                        "id":"node1/etc/etcd/tls/server",\
                        "subject":"CN=\\"\\u0441\\u0435\\u0440\\u0432\\u0435\\u0440\\"\\\\,\\u000aO=x",\
                        "names":["10.0.0.1","node1"],"notBefore":"2026-11-20T11:55:00Z",\
                        "notAfter":"2027-11-20T12:00:00Z","sha256":"00ff"}""");
        IndexEntry revoked = ENTRY.revoked(Instant.parse("2026-12-01T00:00:00Z"), RevocationReason.KEY_COMPROMISE);
        assertThat(revoked.line()).endsWith(",\"revokedAt\":\"2026-12-01T00:00:00Z\",\"reason\":\"keyCompromise\"}");
        assertThat(IndexEntry.parse(ENTRY.line())).isEqualTo(ENTRY);
        assertThat(IndexEntry.parse(revoked.line())).isEqualTo(revoked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "{\"a\":1}",
                "{\"a\":\"b\"} x",
                "{\"a\":\"b\",}",
                "{\"a\":\"b\" \"c\":\"d\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"b\",\"a\":\"c\"}",
                "{\"names\":[\"a\"]}",
                "{\"a\":\"b",
            })
    void otherLinesAreRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> IndexEntry.parse(line));
    }

    @Test
    void serialNumberLongerThanAnyIsRefusedUnread() {
        String line = ENTRY.line().replace("7f000000", "7f".repeat(1_000_000));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndexEntry.parse(line))
                .withMessageContaining("longer than any");
    }

    @Test
    void readsTheWhitespaceOfOtherJsonWriters() {
        assertThat(JsonLine.read("{ \"a\" : [ \"x\\/\\n\" , \"\\u00fc\" ] ,\t\"b\":[],\"c\":\"\" } "))
                .isEqualTo(Map.of("a", List.of("x/\n", "ü"), "b", List.of(), "c", ""));
    }

    @Test
    void serialNumberThatWasGivenBeforeIsRefused() {
        StagedFiles draft = new StagedFiles(new MemoryFiles());
        IssuedIndex index = IssuedIndex.read(draft, "etcd");
        IssuedCertificate one = Authorities.issue(KeyAlgorithm.P256, Authorities.request(Purpose.ETCD_PEER));
        var issuer = Authorities.of(KeyAlgorithm.P256).certificate();
        index.add("one", one.certificate(), issuer);
        index.add("one", one.certificate(), issuer);
        index.write(draft);
        String line = draft.read(IssuedIndex.file("etcd")).orElseThrow();
        StagedFiles other = new StagedFiles(new MemoryFiles());
        other.replace(
                IssuedIndex.file("etcd"), line.replace(index.entries().get(0).sha256(), "00".repeat(32)));

        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> IssuedIndex.read(other, "etcd").add("two", one.certificate(), issuer))
                .withMessageContaining("the source of randomness repeats itself");
    }
}
