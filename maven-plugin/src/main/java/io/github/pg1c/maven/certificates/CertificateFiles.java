package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Certificates in the forms in which authorities send them: PEM, DER, PKCS#7. What cannot be read becomes a complaint. */
final class CertificateFiles {

    private static final Set<String> ENDINGS = Set.of("pem", "crt", "cer", "der", "p7b", "p7c");

    private final ParameterProblems complaints;

    CertificateFiles(ParameterProblems complaints) {
        this.complaints = complaints;
    }

    /** The certificates of each file in PEM; of a directory, those of every file that looks like one. */
    List<String> each(String parameter, List<Path> places) {
        List<String> pems = new ArrayList<>();
        for (Path place : places) {
            List<Path> files = Files.isDirectory(place) ? inside(parameter, place) : List.of(place);
            files.forEach(file -> certificates(parameter, file).ifPresent(found -> pems.add(pem(found))));
        }
        return pems;
    }

    /** The certificates of a file in PEM, the one that issues first, then those above it. */
    String chain(String parameter, Path file) {
        List<X509Certificate> rest =
                new ArrayList<>(certificates(parameter, file).orElseGet(List::of));
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
        // What does not belong to the chain is the store's to refuse.
        chain.addAll(rest);
        return pem(chain);
    }

    /** The octets of a file; none when it cannot be read. */
    byte[] bytes(String parameter, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            unreadable(parameter, file);
            return new byte[0];
        }
    }

    private List<Path> inside(String parameter, Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(file -> Files.isRegularFile(file) && ENDINGS.contains(ending(file)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                complaints.add(
                        ParameterProblems.FILE,
                        parameter,
                        Text.of("there is no certificate in " + directory, "в " + directory + " нет сертификатов"),
                        Text.of(
                                "put the answers there, as *.pem, *.crt, *.cer, *.der, *.p7b or *.p7c",
                                "положите туда ответы: *.pem, *.crt, *.cer, *.der, *.p7b или *.p7c"));
            }
            return found;
        } catch (IOException e) {
            unreadable(parameter, directory);
            return List.of();
        }
    }

    private Optional<List<X509Certificate>> certificates(String parameter, Path file) {
        byte[] bytes = bytes(parameter, file);
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
            // Said below, without the file's content.
        }
        complaints.add(
                ParameterProblems.FILE,
                parameter,
                Text.of(file + " holds no certificate that can be read", "в " + file + " нет читаемого сертификата"),
                Text.of("name a file in PEM, DER or PKCS#7", "укажите файл в формате PEM, DER или PKCS#7"));
        return Optional.empty();
    }

    private void unreadable(String parameter, Path file) {
        complaints.add(
                ParameterProblems.FILE,
                parameter,
                Text.of("there is no readable file " + file, "нет доступного для чтения файла " + file),
                Text.of("name a file in PEM, DER or PKCS#7", "укажите файл в формате PEM, DER или PKCS#7"));
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
