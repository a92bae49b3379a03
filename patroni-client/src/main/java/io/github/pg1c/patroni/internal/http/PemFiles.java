package io.github.pg1c.patroni.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys from PEM files. */
public final class PemFiles {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (CERTIFICATE|PRIVATE KEY)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private PemFiles() {}

    public static List<X509Certificate> certificates(Path file) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> certificates = new ArrayList<>();
            for (byte[] der : blocks(file, "CERTIFICATE")) {
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            }
            return certificates;
        } catch (CertificateException e) {
            throw new IllegalArgumentException(file + " has a certificate that cannot be parsed", e);
        }
    }

    public static PrivateKey privateKey(Path file) {
        PKCS8EncodedKeySpec key =
                new PKCS8EncodedKeySpec(blocks(file, "PRIVATE KEY").get(0));
        for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(key);
            } catch (GeneralSecurityException e) {
                // Of another kind; and the message of the provider is not passed on, as it may quote the key.
                continue;
            }
        }
        throw new IllegalArgumentException(file + " has a private key that cannot be read");
    }

    private static List<byte[]> blocks(Path file, String label) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<byte[]> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals(label)) {
                blocks.add(Base64.getMimeDecoder().decode(matcher.group(2)));
            }
        }
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException(file + " has no block " + label
                    + (label.equals("PRIVATE KEY") ? "; the key must be unencrypted PKCS#8" : ""));
        }
        return blocks;
    }
}
