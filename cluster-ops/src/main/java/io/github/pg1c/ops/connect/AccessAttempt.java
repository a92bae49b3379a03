package io.github.pg1c.ops.connect;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.ops.connect.AccessProblem.FileKind;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.PatroniClientBuilder;
import io.github.pg1c.secrets.OperatorFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a connection, and collects all problems of its parameters. */
final class AccessAttempt {

    private final ClusterAccess access;
    private final Optional<OperatorFiles> stored;
    private final List<AccessProblem> problems = new ArrayList<>();

    AccessAttempt(ClusterAccess access) {
        this.access = access;
        this.stored = access.stored();
    }

    ClusterConnection open() {
        List<URI> endpoints = endpoints();
        PatroniClientBuilder client = PatroniClient.builder().waiting(access.waiting());
        endpoints.forEach(client::endpoint);
        access.cluster().ifPresent(cluster -> client.scope(cluster.name().toString()));
        file(FileKind.AUTHORITY, access.authority(), stored.map(OperatorFiles::authority))
                .ifPresent(file -> use(FileKind.AUTHORITY, file, () -> client.trustPem(file)));
        certificate(client);
        login(client);
        String name = access.name()
                .or(() -> endpoints.stream().map(URI::getHost).findFirst())
                .orElse("?");
        if (!problems.isEmpty()) {
            throw new AccessException(name, problems);
        }
        return new ClusterConnection(name, client.build(), access.cluster(), access.waiting());
    }

    private List<URI> endpoints() {
        List<URI> endpoints = new ArrayList<>();
        for (String text : access.addresses()) {
            PatroniAddress.parse(text)
                    .ifPresentOrElse(endpoints::add, () -> problems.add(new AccessProblem.MalformedAddress(text)));
        }
        return endpoints;
    }

    private void certificate(PatroniClientBuilder client) {
        Optional<Path> certificate =
                file(FileKind.CERTIFICATE, access.certificate(), stored.map(OperatorFiles::certificate));
        Optional<Path> key = file(FileKind.PRIVATE_KEY, access.privateKey(), stored.map(OperatorFiles::privateKey));
        if (certificate.isPresent() && key.isPresent()) {
            use(FileKind.CERTIFICATE, certificate.get(), () -> client.clientCertificate(certificate.get(), key.get()));
        } else if (access.certificate().isPresent() != access.privateKey().isPresent() && stored.isEmpty()) {
            problems.add(new AccessProblem.IncompleteCertificate());
        }
    }

    private void login(PatroniClientBuilder client) {
        Optional<String> user = access.user().or(() -> stored.map(OperatorFiles::user));
        if (access.password().isPresent() && user.isPresent()) {
            client.basicAuth(user.get(), access.password().get());
        } else if (stored.isPresent() && user.isPresent()) {
            file(FileKind.PASSWORD, Optional.empty(), stored.map(OperatorFiles::password))
                    .ifPresent(file ->
                            use(FileKind.PASSWORD, file, () -> client.basicAuth(user.get(), Secret.of(line(file)))));
        } else if (access.password().isPresent() != access.user().isPresent()) {
            problems.add(new AccessProblem.IncompleteLogin());
        }
    }

    private static String line(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that was named, or else that of the secrets directory; a problem when it is absent. */
    private Optional<Path> file(FileKind kind, Optional<Path> named, Optional<Path> otherwise) {
        Optional<Path> file = named.or(() -> otherwise);
        if (file.isEmpty() || (Files.isReadable(file.get()) && !Files.isDirectory(file.get()))) {
            return file;
        }
        problems.add(new AccessProblem.MissingFile(kind, file.get(), named.isEmpty()));
        return Optional.empty();
    }

    private void use(FileKind kind, Path file, Runnable action) {
        try {
            action.run();
        } catch (MalformedValueException e) {
            problems.add(new AccessProblem.UnusableFile(kind, file, e.problem(), e.remedy()));
        } catch (UncheckedIOException e) {
            problems.add(new AccessProblem.MissingFile(kind, file, isStored(file)));
        }
    }

    private boolean isStored(Path file) {
        return stored.filter(
                        files -> Stream.of(files.authority(), files.certificate(), files.privateKey(), files.password())
                                .anyMatch(file::equals))
                .isPresent();
    }
}
