package io.github.pg1c.pki.store;

import io.github.pg1c.base.text.Sha256;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.SubjectName;
import io.github.pg1c.pki.x509.CertificateNames;
import io.github.pg1c.pki.x509.CertificateProfile;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of an issued certificate in a store; it remains when the file is gone. In {@code ca/<name>/index.jsonl}
 * each is one object of JSON on one line.
 *
 * @param serial its serial number
 * @param issuer the subject key identifier of the authority, in lower-case hexadecimal digits: it distinguishes
 *     generations
 * @param id the id in the plan for which it was issued
 * @param subject its subject as RFC 2253 writes it, possibly empty
 * @param names its host names and addresses
 * @param notBefore the beginning of its life
 * @param notAfter the end of its life
 * @param sha256 the SHA-256 digest of the certificate, in lower-case hexadecimal digits
 * @param revocation the time and reason of its revocation
 * @since 0.1
 */
public record IndexEntry(
        BigInteger serial,
        String issuer,
        String id,
        String subject,
        List<String> names,
        Instant notBefore,
        Instant notAfter,
        String sha256,
        Optional<Revocation> revocation) {
    /** Also for external authorities, which may exceed the 40 digits of RFC 5280. */
    private static final int MOST_DIGITS = 1000;

    /** Copies the names. */
    public IndexEntry {
        names = List.copyOf(names);
    }

    /**
     * The revocation of a certificate.
     *
     * @param at since when
     * @param reason why
     */
    public record Revocation(Instant at, RevocationReason reason) {}

    /** Whether it is neither ended nor revoked at a moment. */
    public boolean isAlive(Instant moment) {
        return revocation.isEmpty() && moment.isBefore(notAfter);
    }

    /**
     * Whether it was issued to this holder: the name is its {@link #id}, the part of the id before the slash, one of
     * its host names and addresses, or its common name.
     */
    public boolean isHeldBy(String name) {
        return id.equals(name)
                || id.startsWith(name + "/")
                || names.contains(name)
                || subject.equals("CN=" + name)
                || subject.startsWith("CN=" + name + ",");
    }

    static IndexEntry of(String id, X509Certificate certificate, X509Certificate issuer) {
        return new IndexEntry(
                certificate.getSerialNumber(),
                HexFormat.of().formatHex(CertificateProfile.subjectKeyIdentifier(issuer)),
                id,
                certificate.getSubjectX500Principal().getName(),
                CertificateNames.of(certificate).names().stream()
                        .map(SubjectName::text)
                        .sorted()
                        .toList(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                digest(certificate),
                Optional.empty());
    }

    IndexEntry revoked(Instant at, RevocationReason reason) {
        return new IndexEntry(
                serial,
                issuer,
                id,
                subject,
                names,
                notBefore,
                notAfter,
                sha256,
                Optional.of(new Revocation(at, reason)));
    }

    String line() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("serial", serial.toString(16));
        object.put("issuer", issuer);
        object.put("id", id);
        object.put("subject", subject);
        object.put("names", names);
        object.put("notBefore", notBefore.toString());
        object.put("notAfter", notAfter.toString());
        object.put("sha256", sha256);
        revocation.ifPresent(r -> {
            object.put("revokedAt", r.at().toString());
            object.put("reason", r.reason().id());
        });
        return JsonLine.write(object);
    }

    /** @throws IllegalArgumentException when the line is not one that {@link #line} writes */
    static IndexEntry parse(String line) {
        Map<String, Object> object = JsonLine.read(line);
        if (!(object.get("names") instanceof List<?> names)) {
            throw new IllegalArgumentException("\"names\" is no list");
        }
        try {
            return new IndexEntry(
                    serial(text(object, "serial")),
                    text(object, "issuer"),
                    text(object, "id"),
                    text(object, "subject"),
                    names.stream().map(String.class::cast).toList(),
                    Instant.parse(text(object, "notBefore")),
                    Instant.parse(text(object, "notAfter")),
                    text(object, "sha256"),
                    object.containsKey("revokedAt")
                            ? Optional.of(new Revocation(
                                    Instant.parse(text(object, "revokedAt")),
                                    RevocationReason.ofId(text(object, "reason"))))
                            : Optional.empty());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a moment is not written as in ISO 8601", e);
        }
    }

    private static BigInteger serial(String digits) {
        if (digits.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("\"serial\" is longer than any serial number");
        }
        return new BigInteger(digits, 16);
    }

    private static String text(Map<String, Object> object, String name) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("\"" + name + "\" is no text");
    }

    private static String digest(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }
}
