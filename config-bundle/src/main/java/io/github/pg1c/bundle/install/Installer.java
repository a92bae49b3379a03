package io.github.pg1c.bundle.install;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.text.ShellText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Renders {@code install.sh} of a node: what the node gets as tables, then the steps, which are the same for every
 * node.
 *
 * @since 0.1
 */
public final class Installer {

    private Installer() {}

    /** The script for the node with these files. */
    public static String render(Cluster cluster, Node node, List<RenderedFile> files, List<SecretFile> secrets) {
        NodeNeeds needs = NodeNeeds.of(cluster, node);
        TreeSet<String> users = new TreeSet<>(List.of("root"));
        files.forEach(file -> users.addAll(List.of(file.owner(), file.group())));
        secrets.forEach(file -> users.addAll(List.of(file.owner(), file.group())));
        users.addAll(needs.users());
        ShellText text = new ShellText();
        text.line("#!/bin/sh");
        InstallerMessages.heading(cluster, node).forEach(text::comment);
        text.blank();
        text.variable("node", node.name().toString());
        text.variable("users", String.join(" ", users));
        text.variable("locales", String.join(" ", needs.locales()));
        text.variable("units", String.join(" ", needs.units(files)));
        text.variable("settings_units", String.join(" ", needs.settingsUnits(files)));
        text.variable("rivals", String.join(" ", needs.rivals()));
        text.comment("package, program");
        text.variable("programs", lines(needs.programs()));
        text.comment("rule, mode, owner, group, path");
        text.variable("directories", lines(needs.directories()));
        text.comment("SHA-256, mode, owner, group, impact, path");
        text.variable(
                "files",
                files.stream()
                        .map(file -> sha256(file.content()) + " " + file.mode() + " " + file.owner() + " "
                                + file.group() + " " + file.impact().id() + " " + file.path())
                        .collect(Collectors.joining("\n")));
        text.comment("mode, owner, group, impact, path");
        text.variable(
                "secret_files",
                secrets.stream()
                        .map(file -> file.mode() + " " + file.owner() + " " + file.group() + " "
                                + file.impact().id() + " " + file.path())
                        .collect(Collectors.joining("\n")));
        text.blank();
        InstallerMessages.all(cluster.language()).forEach((name, message) -> text.variable("m_" + name, message));
        return text + steps();
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    private static String steps() {
        try (InputStream script = Installer.class.getResourceAsStream("install.sh")) {
            if (script == null) {
                throw new IllegalStateException("install.sh is missing in this library");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
