package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.platform.PostgresqlPackages;
import java.util.List;

/** Packages that the platform's package manager installs on a node before its files. */
final class Packages {

    private Packages() {}

    /** The command that installs a node's packages. */
    static String install(DocumentContext context, Node node) {
        return context.family().installCommand() + " "
                + String.join(" ", context.part(node).packages());
    }

    /** Sources of the packages, and notes on them. */
    static List<Text> notes(DocumentContext context) {
        return List.of(
                origin(context),
                context.family().packagesNote(),
                Text.of(
                        "Every node of a role has the same versions: take the packages from one mirror and forbid "
                                + "unattended upgrades of them.",
                        "На узлах одной роли версии одинаковы: берите пакеты с одного зеркала и запретите их "
                                + "автоматическое обновление."));
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
