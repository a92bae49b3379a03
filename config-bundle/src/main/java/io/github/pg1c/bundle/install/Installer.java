package io.github.pg1c.bundle.install;

import io.github.pg1c.base.text.Sha256;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.setting.Setting;
import io.github.pg1c.bundle.text.ShellText;
import io.github.pg1c.model.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Renders {@code install.sh} of a node: what the node gets as tables, then the steps, which are the same for every
 * node.
 *
 * @since 0.1
 */
public final class Installer {

    private static final String UNITS = "/etc/systemd/system/";
    /** Units that set the kernel and end, so that they may run at once. */
    private static final String SETTINGS_UNIT = "pg1c-";

    private static final String STEPS = steps();

    private Installer() {}

    /** The script for the node that needs all this. */
    public static String render(PlanContext context, Node node, NodePart part) {
        TreeSet<String> users = new TreeSet<>(List.of("root"));
        part.files().forEach(file -> users.addAll(List.of(file.owner(), file.group())));
        part.secrets().forEach(file -> users.addAll(List.of(file.owner(), file.group())));
        users.addAll(part.users());
        ShellText text = new ShellText();
        text.line("#!/bin/sh");
        InstallerMessages.heading(context.cluster(), node).forEach(text::comment);
        text.blank();
        text.variable("node", node.name().toString());
        text.variable("users", String.join(" ", users));
        text.variable("locales", String.join(" ", part.locales()));
        text.variable("units", String.join(" ", units(part)));
        text.variable(
                "settings_units",
                String.join(
                        " ",
                        units(part).stream()
                                .filter(unit -> unit.startsWith(SETTINGS_UNIT))
                                .toList()));
        text.variable(
                "rivals",
                String.join(
                        " ",
                        part.rivals().stream().map(unit -> unit + ".service").toList()));
        text.comment("package, program");
        text.variable("programs", lines(part.programs(), program -> program.packageName() + " " + program.path()));
        text.comment("rule, mode, owner, group, path");
        text.variable(
                "directories",
                lines(
                        part.directories(),
                        directory -> directory.rule().name().toLowerCase(Locale.ROOT) + " " + directory.mode() + " "
                                + directory.owner() + " " + directory.owner() + " " + directory.path()));
        text.comment("SHA-256, mode, owner, group, path");
        text.variable(
                "files",
                lines(
                        part.files(),
                        file -> Sha256.of(file.content()) + " " + file.mode() + " " + file.owner() + " " + file.group()
                                + " " + file.path()));
        text.comment("mode, owner, group, need, path");
        text.variable(
                "secret_files",
                lines(
                        part.secrets(),
                        file -> file.mode() + " " + file.owner() + " " + file.group() + " "
                                + file.need().id() + " " + file.path()));
        text.blank();
        InstallerMessages.all(context.language()).forEach((name, message) -> text.variable("m_" + name, message));
        return text + STEPS;
    }

    /**
     * What the installer compares with the settings of the last installation: need, file, place and value, one setting
     * a line, so that {@code git diff} shows what changes as well.
     */
    public static String settings(NodePart part) {
        StringBuilder lines = new StringBuilder();
        for (RenderedFile file : part.files()) {
            line(lines, file.need(), file, "(mode)", file.mode() + " " + file.owner() + ":" + file.group());
            for (Setting setting : file.settings()) {
                line(lines, setting.need(), file, setting.path(), setting.value());
            }
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, Need need, RenderedFile file, String path, String value) {
        lines.append(need.id()).append(' ').append(file.path()).append(' ').append(path);
        if (!value.isEmpty()) {
            lines.append(' ').append(value.replace("\\", "\\\\").replace("\n", "\\n"));
        }
        lines.append('\n');
    }

    /** Units to enable: every one among the files. */
    private static List<String> units(NodePart part) {
        return part.files().stream()
                .map(RenderedFile::path)
                .filter(path -> path.startsWith(UNITS) && path.endsWith(".service"))
                .map(path -> path.substring(UNITS.length()))
                .filter(unit -> !unit.contains("/"))
                .toList();
    }

    private static <T> String lines(List<T> items, Function<T, String> line) {
        return items.stream().map(line).collect(Collectors.joining("\n"));
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
}
