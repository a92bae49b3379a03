package io.github.pg1c.pki.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.pki.cfssl.CertificateOrder;
import io.github.pg1c.pki.cfssl.Cfssl;
import io.github.pg1c.pki.cfssl.CfsslOutput;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An authority with a member's certificate (server and client) and a client's certificate, as a cluster gets them: for
 * each kind of key once from the library itself, with keys in PKCS#8, and once from its cfssl, with keys in PKCS#1 or
 * SEC1. Made for the time at which the tests run, once per run.
 */
record Specimen(String name, String authority, String member, String memberKey, String client, String clientKey) {
    static final String HOST = "node1.example.com";
    static final String ADDRESS = "127.0.0.1";
    static final String PASSPHRASE = "correct horse";

    private static final Clock REAL = Clock.systemUTC();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration YEAR = Duration.ofDays(365);
    private static final List<Specimen> ALL = make();

    static List<Specimen> all() {
        return ALL;
    }

    static List<Specimen> allBut(String kind) {
        return ALL.stream().filter(it -> !it.name.contains(kind)).toList();
    }

    boolean isEd25519() {
        return name.contains("ed25519");
    }

    /** Writes ca.pem, member.pem, member-key.pem, client.pem and client-key.pem. */
    void write(Path directory) throws IOException {
        Files.writeString(directory.resolve("ca.pem"), authority);
        Files.writeString(directory.resolve("member.pem"), member);
        Files.writeString(directory.resolve("member-key.pem"), memberKey);
        Files.writeString(directory.resolve("client.pem"), client);
        Files.writeString(directory.resolve("client-key.pem"), clientKey);
    }

    /**
     * The member's key in every form that the library writes, by name of the file; {@link #PASSPHRASE} opens the
     * encrypted ones.
     */
    Map<String, byte[]> keyFiles() {
        IssuedCertificate issued = IssuedCertificate.open(member.getBytes(US_ASCII), memberKey.getBytes(US_ASCII));
        try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray())) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("pkcs8.pem", issued.privateKeyPkcs8Pem().getBytes(US_ASCII));
            files.put("older.pem", issued.privateKeyTraditionalPem().getBytes(US_ASCII));
            files.put("pkcs8.der", issued.privateKeyPkcs8Der());
            files.put(
                    "encrypted.pem",
                    issued.privateKeyEncryptedPem(passphrase, RANDOM).getBytes(US_ASCII));
            files.put("store.p12", issued.pkcs12("member", passphrase, List.of()));
            return files;
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static List<Specimen> make() {
        List<Specimen> specimens = new ArrayList<>();
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            specimens.add(ofLibrary(algorithm));
        }
        Stream.of("ecdsa 256", "ecdsa 384", "ecdsa 521", "rsa 2048", "rsa 3072", "rsa 4096", "ed25519 0")
                .map(kind -> kind.split(" "))
                .forEach(kind -> specimens.add(ofCfssl(kind[0], kind[1])));
        return List.copyOf(specimens);
    }

    private static Specimen ofLibrary(KeyAlgorithm algorithm) {
        CertificateAuthority ca = CertificateAuthority.create(
                new CaRequest("conformance " + algorithm.id(), "pg1c", algorithm, YEAR), REAL, RANDOM);
        IssuedCertificate member = ca.issue(
                CertificateRequest.of(Purpose.ETCD_PEER, "node1", HOST, "localhost", ADDRESS, "::1"),
                algorithm,
                YEAR,
                REAL,
                RANDOM);
        // No subject: the names are critical then.
        IssuedCertificate client = ca.issue(
                CertificateRequest.of(Purpose.PATRONI_ETCD_CLIENT, "", "patroni.example.com"),
                KeyAlgorithm.P256,
                YEAR,
                REAL,
                RANDOM);
        return new Specimen(
                "library " + algorithm.id(),
                ca.certificatePem(),
                member.certificatePem(),
                member.privateKeyPkcs8Pem(),
                client.certificatePem(),
                client.privateKeyPkcs8Pem());
    }

    private static Specimen ofCfssl(String algorithm, String size) {
        String key = "\"key\": {\"algo\": \"" + algorithm + "\", \"size\": " + size + "}";
        JsonSource config = new JsonSource("ca-config.json", """
                {"signing": {"default": {"expiry": "8760h"}, "profiles": {
                  "peer": {"usages": ["signing", "key encipherment", "server auth", "client auth"], "expiry": "8760h"},
                  "client": {"usages": ["signing", "key encipherment", "client auth"], "expiry": "8760h"}}}}
                """);
        List<CfsslOutput> outputs = Cfssl.strict(REAL, RANDOM)
                .initcaAndGencert(
                        new JsonSource("ca", "{\"CN\": \"cfssl " + algorithm + size + "\", " + key + "}"),
                        config,
                        List.of(
                                CertificateOrder.of(
                                        new JsonSource(
                                                "member",
                                                "{\"CN\": \"node1\", \"hosts\": [\"" + HOST + "\", \"localhost\", \""
                                                        + ADDRESS + "\", \"::1\"], " + key + "}"),
                                        "peer"),
                                CertificateOrder.of(new JsonSource("client", "{\"CN\": \"root\"}"), "client")));
        return new Specimen(
                "cfssl " + algorithm + " " + size,
                outputs.get(0).certificate().orElseThrow(),
                outputs.get(1).certificate().orElseThrow(),
                outputs.get(1).privateKey().orElseThrow(),
                outputs.get(2).certificate().orElseThrow(),
                outputs.get(2).privateKey().orElseThrow());
    }
}
