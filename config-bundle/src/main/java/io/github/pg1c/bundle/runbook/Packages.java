package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.platform.PostgresqlPackages;
import io.github.pg1c.model.program.PackageRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Packages that the platform's package manager installs on a node before its files. */
final class Packages {

    private Packages() {}

    /** Sources of the packages, and notes on them. */
    static List<Text> notes(DocumentContext context) {
        List<Text> notes =
                new ArrayList<>(List.of(origin(context), context.family().packagesNote()));
        List<PackageRepository> repositories = context.cluster().platform().repositories();
        if (!repositories.isEmpty()) {
            notes.add(added(repositories));
        }
        notes.add(
                switch (context.family()) {
                    case DEBIAN ->
                        Text.of(
                                "Every node of a role has the same versions: take the packages from one mirror. `prepare.sh` holds"
                                        + " them, so that no unattended upgrade replaces them.",
                                "На узлах одной роли версии одинаковы: берите пакеты с одного зеркала. `prepare.sh` закрепляет"
                                        + " их, чтобы автоматическое обновление их не заменило.");
                    case RHEL ->
                        Text.of(
                                "Every node of a role has the same versions: take the packages from one mirror and forbid "
                                        + "unattended upgrades of them.",
                                "На узлах одной роли версии одинаковы: берите пакеты с одного зеркала и запретите их "
                                        + "автоматическое обновление.");
                });
        return notes;
    }

    private static Text added(List<PackageRepository> repositories) {
        String addresses =
                repositories.stream().map(one -> Markdown.code(one.url())).collect(Collectors.joining(", "));
        return Text.of(
                "`prepare.sh` adds " + addresses + " to the host's own repositories; from there only packages with a "
                        + "signature of the key in the specification are taken.",
                "`prepare.sh` подключает к репозиториям хоста " + addresses + "; оттуда берутся только пакеты, "
                        + "подписанные ключом из описания кластера.");
    }

    private static Text origin(DocumentContext context) {
        PostgresqlPackages packages = context.layout().packages();
        Text origin = packages.origin();
        if (!packages.packages().isEmpty()) {
            return origin;
        }
        String directory = Markdown.code(context.layout().binDirectory());
        return Text.of(
                origin.en() + "; its programs must be in " + directory + ".",
                origin.ru() + "; программы должны оказаться в " + directory + ".");
    }
}
