package io.github.pg1c.maven.operate;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Specifications;
import io.github.pg1c.maven.specification.SpecifiedCluster;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.PatroniClientBuilder;
import io.github.pg1c.patroni.operation.Waiting;
import io.github.pg1c.secrets.OperatorFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the clusters that a goal is about and makes the connections; what is missing for that becomes complaints. */
final class Targets {

    private static final int PATRONI_PORT = 8008;

    private final Access access;
    private final Waiting waiting;
    private final ParameterProblems complaints;

    Targets(Access access, Waiting waiting, ParameterProblems complaints) {
        this.access = access;
        this.waiting = waiting;
        this.complaints = complaints;
    }

    /** The cluster behind the addresses that were named. */
    Optional<Target> atEndpoints(Language language) {
        List<URI> endpoints = new ArrayList<>();
        access.endpoints().forEach(text -> endpoint(text).ifPresent(endpoints::add));
        Optional<PatroniClient> client = connect(endpoints, Optional.empty());
        return client.map(patroni -> new Target(
                access.cluster().orElseGet(() -> endpoints.get(0).getHost()), language, patroni, Optional.empty()));
    }

    /** The specified clusters, or the one of them that was chosen. */
    List<Target> specified(Specifications specifications) {
        List<Cluster> clusters = specifications.clusters().stream()
                .map(SpecifiedCluster::cluster)
                .toList();
        List<Cluster> chosen = clusters.stream()
                .filter(cluster ->
                        access.cluster().map(cluster.name().toString()::equals).orElse(true))
                .toList();
        if (chosen.isEmpty()) {
            complaints.add(
                    ParameterProblems.CLUSTER,
                    PropertyNames.CLUSTER,
                    Text.of(
                            "no specification describes '" + access.cluster().orElse("") + "'",
                            "кластер «" + access.cluster().orElse("") + "» не описан"),
                    oneOf(clusters));
        }
        List<Target> targets = new ArrayList<>();
        for (Cluster cluster : chosen) {
            List<URI> endpoints = cluster.nodesWith(NodeRole.POSTGRESQL).stream()
                    .map(node -> uri(
                            "https",
                            node.address().toString(),
                            cluster.patroni().port()))
                    .toList();
            connect(endpoints, Optional.of(OperatorFiles.of(cluster, access.secretsDirectory())))
                    .ifPresent(patroni -> targets.add(
                            new Target(cluster.name().toString(), cluster.language(), patroni, Optional.of(cluster))));
        }
        return targets;
    }

    /** Complains when more than one cluster would be meant by a goal that changes something. */
    void onlyOne(Specifications specifications) {
        if (access.cluster().isEmpty() && specifications.clusters().size() > 1) {
            List<Cluster> clusters = specifications.clusters().stream()
                    .map(SpecifiedCluster::cluster)
                    .toList();
            complaints.add(
                    ParameterProblems.CLUSTER,
                    PropertyNames.CLUSTER,
                    Text.of("several clusters are specified here", "здесь описано несколько кластеров"),
                    oneOf(clusters));
        }
    }

    private static Text oneOf(List<Cluster> clusters) {
        String names = String.join(
                ", ",
                clusters.stream().map(cluster -> cluster.name().toString()).toList());
        return Text.of("name one of: " + names, "укажите один из: " + names);
    }

    private Optional<PatroniClient> connect(List<URI> endpoints, Optional<OperatorFiles> files) {
        PatroniClientBuilder client = PatroniClient.builder().waiting(waiting);
        endpoints.forEach(client::endpoint);
        file(PropertyNames.AUTHORITY, access.authority(), files.map(OperatorFiles::authority))
                .ifPresent(file -> tried(PropertyNames.AUTHORITY, file, () -> client.trustPem(file)));
        Optional<Path> certificate =
                file(PropertyNames.CERTIFICATE, access.certificate(), files.map(OperatorFiles::certificate));
        Optional<Path> key = file(PropertyNames.PRIVATE_KEY, access.privateKey(), files.map(OperatorFiles::privateKey));
        if (certificate.isPresent() && key.isPresent()) {
            tried(
                    PropertyNames.CERTIFICATE,
                    certificate.get(),
                    () -> client.clientCertificate(certificate.get(), key.get()));
        } else if (access.certificate().isPresent() != access.privateKey().isPresent() && files.isEmpty()) {
            complaints.missing(
                    PropertyNames.CERTIFICATE + ", " + PropertyNames.PRIVATE_KEY,
                    Text.of("one is of no use without the other", "один без другого бесполезен"),
                    Text.of("name both files", "укажите оба файла"));
        }
        login(client, files);
        return complaints.count() == 0 ? Optional.of(client.build()) : Optional.empty();
    }

    private void login(PatroniClientBuilder client, Optional<OperatorFiles> files) {
        Optional<String> user = access.user().or(() -> files.map(OperatorFiles::user));
        if (access.password().isPresent() && user.isPresent()) {
            client.basicAuth(user.get(), access.password().get());
        } else if (files.isPresent() && user.isPresent()) {
            file(PropertyNames.SECRETS_DIRECTORY, Optional.empty(), files.map(OperatorFiles::password))
                    .ifPresent(file -> tried(
                            PropertyNames.SECRETS_DIRECTORY,
                            file,
                            () -> client.basicAuth(user.get(), Secret.of(line(file)))));
        } else if (access.password().isPresent() != access.user().isPresent()) {
            complaints.missing(
                    PropertyNames.USER,
                    Text.of("user and password belong together", "пользователь и пароль нужны вместе"),
                    Text.of(
                            "name the user with -Dpg1c.user; the password comes from PG1C_PATRONI_PASSWORD in the environment, or from the <server> of settings.xml that -Dpg1c.server names",
                            "укажите пользователя через -Dpg1c.user; пароль берётся из переменной окружения PG1C_PATRONI_PASSWORD или из <server> в settings.xml, названного в -Dpg1c.server"));
        }
    }

    private static String line(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that was named, or else that of the secrets store; a complaint when it is not there. */
    private Optional<Path> file(String parameter, Optional<Path> said, Optional<Path> stored) {
        Optional<Path> file = said.or(() -> stored);
        if (file.isEmpty() || Files.isReadable(file.get())) {
            return file;
        }
        complaints.add(
                ParameterProblems.FILE,
                said.isPresent() ? parameter : PropertyNames.SECRETS_DIRECTORY,
                Text.of("there is no readable file " + file.get(), "нет доступного для чтения файла " + file.get()),
                said.isPresent()
                        ? Text.of("name a PEM file", "укажите файл в формате PEM")
                        : Text.of(
                                "run the goal generate first, or name the directory that it wrote to with -Dpg1c.secretsDirectory",
                                "сначала выполните цель generate или укажите её каталог через -Dpg1c.secretsDirectory"));
        return Optional.empty();
    }

    private void tried(String parameter, Path file, Runnable use) {
        try {
            use.run();
        } catch (IllegalArgumentException e) {
            unusable(parameter, file, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            unusable(parameter, file, String.valueOf(e.getMessage()));
        }
    }

    private void unusable(String parameter, Path file, String why) {
        complaints.add(
                ParameterProblems.FILE,
                parameter,
                Text.of(file + " cannot be used: " + why, file + " не подходит: " + why),
                Text.of(
                        "name a PEM file; a key must be unencrypted PKCS#8",
                        "укажите файл в формате PEM; ключ — незашифрованный PKCS#8"));
    }

    /** An address: {@code https} and Patroni's port 8008 if it does not say otherwise. */
    private Optional<URI> endpoint(String text) {
        try {
            URI said = new URI(text.contains("://") ? text : "https://" + text);
            boolean web = "https".equals(said.getScheme()) || "http".equals(said.getScheme());
            if (web && said.getHost() != null) {
                return Optional.of(said.getPort() < 0 ? uri(said.getScheme(), said.getHost(), PATRONI_PORT) : said);
            }
        } catch (URISyntaxException e) {
            // Said below, together with addresses that are valid and of no use.
        }
        complaints.add(
                ParameterProblems.MALFORMED,
                PropertyNames.ENDPOINTS,
                Text.of("'" + text + "' is not the address of a REST API", "«" + text + "» — не адрес REST API"),
                Text.of(
                        "write addresses with commas between them, for example https://pg1:8008,https://pg2:8008",
                        "напишите адреса через запятую, например https://pg1:8008,https://pg2:8008"));
        return Optional.empty();
    }

    private static URI uri(String scheme, String host, int port) {
        String bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + bracketed + ":" + port);
    }
}
