package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Specifications;
import io.github.pg1c.maven.specification.SpecifiedCluster;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.ops.connect.AccessException;
import io.github.pg1c.ops.connect.AccessProblem;
import io.github.pg1c.ops.connect.AccessProblem.FileKind;
import io.github.pg1c.ops.connect.ClusterAccess;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.operation.Waiting;
import java.util.List;
import java.util.Optional;

/** Finds the clusters of a goal and connects to them; anything missing becomes a problem of the parameters. */
final class ClusterChoice {

    private final AccessParameters access;
    private final Waiting waiting;
    private final ParameterProblems problems;

    ClusterChoice(AccessParameters access, Waiting waiting, ParameterProblems problems) {
        this.access = access;
        this.waiting = waiting;
        this.problems = problems;
    }

    /** The cluster behind the addresses that were named. */
    List<ClusterConnection> atAddresses() {
        return open(access.toAddresses()).stream().toList();
    }

    /** The specified clusters, or the one of them that was chosen. */
    List<ClusterConnection> specified(Specifications specifications) {
        List<Cluster> clusters = specifications.clusters().stream()
                .map(SpecifiedCluster::cluster)
                .toList();
        List<Cluster> chosen = clusters.stream()
                .filter(cluster ->
                        access.cluster().map(cluster.name().toString()::equals).orElse(true))
                .toList();
        if (chosen.isEmpty()) {
            problems.add(
                    ParameterProblems.CLUSTER,
                    PropertyNames.CLUSTER,
                    Text.of(
                            "no specification describes '" + access.cluster().orElse("") + "'",
                            "кластер «" + access.cluster().orElse("") + "» не описан"),
                    oneOf(clusters));
        }
        return chosen.stream()
                .flatMap(cluster -> open(access.to(cluster)).stream())
                .toList();
    }

    /** Adds a problem when a goal that changes something would have more than one cluster. */
    void onlyOne(Specifications specifications) {
        if (access.cluster().isEmpty() && specifications.clusters().size() > 1) {
            List<Cluster> clusters = specifications.clusters().stream()
                    .map(SpecifiedCluster::cluster)
                    .toList();
            problems.add(
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

    private Optional<ClusterConnection> open(ClusterAccess way) {
        try {
            return Optional.of(way.waiting(waiting).open());
        } catch (AccessException e) {
            e.problems().forEach(this::add);
            return Optional.empty();
        }
    }

    private void add(AccessProblem problem) {
        if (problem instanceof AccessProblem.MalformedAddress address) {
            problems.add(
                    ParameterProblems.MALFORMED,
                    PropertyNames.ENDPOINTS,
                    Text.of(
                            "'" + address.text() + "' is not the address of a REST API",
                            "«" + address.text() + "» — не адрес REST API"),
                    Text.of(
                            "write addresses with commas between them, for example https://pg1:8008,https://pg2:8008",
                            "напишите адреса через запятую, например https://pg1:8008,https://pg2:8008"));
        } else if (problem instanceof AccessProblem.MissingFile missing) {
            problems.add(
                    ParameterProblems.FILE,
                    missing.stored() ? PropertyNames.SECRETS_DIRECTORY : property(missing.kind()),
                    Text.of(
                            "there is no readable file " + missing.file(),
                            "нет доступного для чтения файла " + missing.file()),
                    missing.stored()
                            ? Text.of(
                                    "run the goal generate first, or name the directory that it wrote to with" + " -D"
                                            + PropertyNames.SECRETS_DIRECTORY,
                                    "сначала выполните цель generate или укажите её каталог через" + " -D"
                                            + PropertyNames.SECRETS_DIRECTORY)
                            : Text.of("name a PEM file", "укажите файл в формате PEM"));
        } else if (problem instanceof AccessProblem.UnusableFile unusable) {
            problems.add(ParameterProblems.FILE, property(unusable.kind()), unusable.reason(), unusable.remedy());
        } else if (problem instanceof AccessProblem.IncompleteCertificate) {
            problems.missing(
                    PropertyNames.CERTIFICATE + ", " + PropertyNames.PRIVATE_KEY,
                    Text.of("one is of no use without the other", "один без другого бесполезен"),
                    Text.of("name both files", "укажите оба файла"));
        } else {
            problems.missing(
                    PropertyNames.USER,
                    Text.of("user and password belong together", "пользователь и пароль нужны вместе"),
                    Text.of(
                            "name the user with -D" + PropertyNames.USER
                                    + "; the password comes from PG1C_PATRONI_PASSWORD in the"
                                    + " environment, or from the <server> of settings.xml that -D"
                                    + PropertyNames.SERVER + " names",
                            "укажите пользователя через -D" + PropertyNames.USER
                                    + "; пароль берётся из переменной окружения"
                                    + " PG1C_PATRONI_PASSWORD или из <server> в settings.xml, названного в"
                                    + " -D" + PropertyNames.SERVER));
        }
    }

    private static String property(FileKind kind) {
        return switch (kind) {
            case AUTHORITY -> PropertyNames.AUTHORITY;
            case CERTIFICATE -> PropertyNames.CERTIFICATE;
            case PRIVATE_KEY -> PropertyNames.PRIVATE_KEY;
            case PASSWORD -> PropertyNames.SECRETS_DIRECTORY;
        };
    }
}
