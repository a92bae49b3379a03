package io.github.pg1c.secrets.operation;

import io.github.pg1c.base.file.FileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads certificates in the forms in which authorities send them: PEM, DER, PKCS#7. Unreadable input is reported to a
 * listener, so that all errors are known at once.
 *
 * @since 0.1
 */
public final class CertificateFiles {

    private static final Set<String> ENDINGS = Set.of("pem", "crt", "cer", "der", "p7b", "p7c");

    private final Consumer<? super Unusable> listener;

    /** A reader that reports unreadable input to the listener. */
    public CertificateFiles(Consumer<? super Unusable> listener) {
        this.listener = listener;
    }

    /**
     * A file or directory without a usable certificate.
     *
     * @since 0.1
     */
    public sealed interface Unusable {

        /** The file or directory. */
        Path path();

        /** The file or directory does not exist or cannot be read; the failure says why. */
        record Unreadable(FileException failure) implements Unusable {
            @Override
            public Path path() {
                return failure.path();
            }
        }

        /** The file holds no certificate. */
        record NoCertificate(Path path) implements Unusable {}

        /** No file of the directory has the extension of a certificate. */
        record EmptyDirectory(Path path) implements Unusable {}
    }

    /** The certificates of each file in PEM; of a directory, those of every file with the extension of one. */
    public List<String> each(List<Path> places) {
        List<String> pems = new ArrayList<>();
        for (Path place : places) {
            List<Path> files = Files.isDirectory(place) ? inside(place) : List.of(place);
            files.forEach(file -> certificates(file).ifPresent(found -> pems.add(pem(found))));
        }
        return pems;
    }

    /** The certificates of a file in PEM, the one that issues first, then those above it. */
    public String chain(Path file) {
        List<X509Certificate> rest = new ArrayList<>(certificates(file).orElseGet(List::of));
        List<X509Certificate> chain = new ArrayList<>();
        rest.stream()
                .filter(one -> rest.stream().noneMatch(other -> other != one && isAbove(one, other)))
                .findFirst()
                .ifPresent(chain::add);
        rest.removeAll(chain);
        while (!chain.isEmpty()) {
            X509Certificate last = chain.get(chain.size() - 1);
            Optional<X509Certificate> above =
                    rest.stream().filter(one -> isAbove(one, last)).findFirst();
            if (above.isEmpty()) {
                break;
            }
            chain.add(above.get());
            rest.remove(above.get());
        }
        // The store refuses what does not belong to the chain.
        chain.addAll(rest);
        return pem(chain);
    }

    /** The octets of a file; none when it cannot be read. */
    public byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            listener.accept(new Unusable.Unreadable(FileException.reading(file, e)));
            return new byte[0];
        }
    }

    private List<Path> inside(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(file -> Files.isRegularFile(file) && ENDINGS.contains(ending(file)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                listener.accept(new Unusable.EmptyDirectory(directory));
            }
            return found;
        } catch (IOException e) {
            listener.accept(new Unusable.Unreadable(FileException.reading(directory, e)));
            return List.of();
        }
    }

    private Optional<List<X509Certificate>> certificates(Path file) {
        byte[] bytes = bytes(file);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try {
            List<X509Certificate> found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!found.isEmpty()) {
                return Optional.of(found);
            }
        } catch (CertificateException e) {
            // The listener gets the error below, without the file's content.
        }
        listener.accept(new Unusable.NoCertificate(file));
        return Optional.empty();
    }

    private static boolean isAbove(X509Certificate issuer, X509Certificate certificate) {
        return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String pem(List<X509Certificate> certificates) {
        return certificates.stream().map(CertificateFiles::pem).collect(Collectors.joining());
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read has no encoding", e);
        }
    }
}
