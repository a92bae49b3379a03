package io.github.pg1c.pki.store;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.RevocationReason;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The index of all issued certificates of an authority. It is written before the certificates, so each has its entry.
 */
final class IssuedIndex {
    private final Path file;
    private final Map<BigInteger, IndexEntry> entries;

    private IssuedIndex(Path file, Map<BigInteger, IndexEntry> entries) {
        this.file = file;
        this.entries = entries;
    }

    static Path file(String authority) {
        return Path.of(StorePaths.AUTHORITIES, authority, "index.jsonl");
    }

    /**
     * The index of an authority; empty when there is none, as in stores of the first releases.
     *
     * @throws PkiException when a line is damaged, because a revocation could be lost without it
     */
    static IssuedIndex read(StagedFiles draft, String authority) {
        Path file = file(authority);
        Map<BigInteger, IndexEntry> entries = new LinkedHashMap<>();
        List<String> lines = draft.read(file).orElse("").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    IndexEntry entry = IndexEntry.parse(lines.get(i));
                    entries.put(entry.serial(), entry);
                } catch (IllegalArgumentException e) {
                    throw new PkiException(
                            Text.of(
                                    StorePaths.text(file) + ", line " + (i + 1) + " is damaged: " + e.getMessage()
                                            + "; restore the file from " + StorePaths.HISTORY + " or from a backup",
                                    StorePaths.text(file) + ", строка " + (i + 1)
                                            + ", повреждена; восстановите файл из " + StorePaths.HISTORY
                                            + " или из резервной копии"),
                            e);
                }
            }
        }
        return new IssuedIndex(file, entries);
    }

    List<IndexEntry> entries() {
        return List.copyOf(entries.values());
    }

    Optional<IndexEntry> find(BigInteger serial) {
        return Optional.ofNullable(entries.get(serial));
    }

    boolean isRevoked(X509Certificate certificate) {
        return find(certificate.getSerialNumber())
                .flatMap(IndexEntry::revocation)
                .isPresent();
    }

    /** The revoked certificates that lists must name: those that have not ended, and for some time those that have. */
    List<IndexEntry> revoked(Instant endedAfter) {
        return entries.values().stream()
                .filter(entry ->
                        entry.revocation().isPresent() && entry.notAfter().isAfter(endedAfter))
                .toList();
    }

    /** Adds an existing certificate from the time before the index. */
    void adopt(String id, X509Certificate certificate, X509Certificate issuer) {
        entries.putIfAbsent(certificate.getSerialNumber(), IndexEntry.of(id, certificate, issuer));
    }

    /**
     * @throws PkiException when the serial number was given before, because the source of randomness repeats itself
     */
    void add(String id, X509Certificate certificate, X509Certificate issuer) {
        IndexEntry entry = IndexEntry.of(id, certificate, issuer);
        IndexEntry known = entries.putIfAbsent(entry.serial(), entry);
        if (known != null && !known.sha256().equals(entry.sha256())) {
            throw new PkiException(Text.of(
                    "the serial number " + entry.serial().toString(16) + " was given before, to " + known.id()
                            + ": the source of randomness repeats itself",
                    "серийный номер " + entry.serial().toString(16) + " уже был выдан для " + known.id()
                            + ": источник случайных чисел повторяется"));
        }
    }

    void revoke(BigInteger serial, Instant at, RevocationReason reason) {
        entries.computeIfPresent(
                serial, (s, entry) -> entry.revocation().isPresent() ? entry : entry.revoked(at, reason));
    }

    /** Reserves the place of the index before the certificates. */
    void reserve(StagedFiles draft) {
        draft.reserve(file);
    }

    void write(StagedFiles draft) {
        if (!entries.isEmpty()) {
            draft.replace(
                    file,
                    entries.values().stream().map(entry -> entry.line() + "\n").collect(Collectors.joining()));
        }
    }
}
