package io.github.pg1c.bundle.install;

import io.github.pg1c.bundle.part.Directory;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.Program;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.ShellText;
import io.github.pg1c.model.Node;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * Renders {@code collect.sh} of a node, which answers with the facts of its host: what there is of everything that the
 * node needs. It compares nothing.
 *
 * @since 0.1
 */
public final class Collector {

    private static final String STEPS = Stream.of(
                    "system.sh", "names.sh", "packages.sh", "json.sh", "facts.sh", "running.sh", "collect.sh")
            .map(Scripts::read)
            .reduce("", String::concat);

    private Collector() {}

    /** The script for a node with these needs. */
    public static String render(PlanContext context, Node node, NodePart part) {
        ShellText text = new ShellText();
        text.line("#!/bin/sh");
        CollectorMessages.heading(context.cluster(), node).forEach(text::comment);
        text.blank();
        text.variable("node", node.name().toString());
        text.variable("manager", context.cluster().platform().os().family().packageManager());
        words(text, "packages", part.packages());
        lines(text, "programs", part.programs().stream().map(Program::path));
        words(text, "users", Installer.users(part));
        lines(text, "files", part.files().stream().map(RenderedFile::path));
        lines(text, "secret_files", part.secrets().stream().map(SecretFile::path));
        lines(text, "directories", part.directories().stream().map(Directory::path));
        words(text, "units", Installer.units(part));
        text.comment("name, file of the kernel");
        lines(text, "kernel", part.kernel().stream().map(parameter -> parameter.key() + "|" + parameter.file()));
        words(text, "locales", part.locales());
        text.blank();
        CollectorMessages.all(context.language()).forEach((name, message) -> text.variable("m_" + name, message));
        return text + STEPS;
    }

    private static void words(ShellText text, String name, Collection<String> words) {
        text.variable(name, String.join(" ", words));
    }

    private static void lines(ShellText text, String name, Stream<String> lines) {
        text.variable(name, String.join("\n", lines.toList()));
    }
}
