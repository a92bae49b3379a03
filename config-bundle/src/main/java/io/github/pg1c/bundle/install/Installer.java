package io.github.pg1c.bundle.install;

import io.github.pg1c.base.text.Sha256;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.setting.Setting;
import io.github.pg1c.bundle.text.ShellText;
import io.github.pg1c.model.Node;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Renders {@code install.sh} of a node: tables of what the node gets, then the steps, which are the same for every
 * node.
 *
 * @since 0.1
 */
public final class Installer {

    private static final String UNITS = "/etc/systemd/system/";
    /** Units of pg1c itself need no order of start, so the installer starts them: settings of the kernel, watches. */
    private static final String SETTINGS_UNIT = "pg1c-";

    private static final String STEPS =
            Scripts.read("system.sh") + Scripts.read("names.sh") + Scripts.read("install.sh");

    private Installer() {}

    /** The script for a node with these needs. */
    public static String render(PlanContext context, Node node, NodePart part) {
        ShellText text = new ShellText();
        text.line("#!/bin/sh");
        InstallerMessages.heading(context.cluster(), node).forEach(text::comment);
        text.blank();
        text.variable("node", node.name().toString());
        text.variable("users", String.join(" ", users(part)));
        text.variable("locales", String.join(" ", part.locales()));
        text.variable("units", String.join(" ", enabled(part)));
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
        text.comment("program, what brings it");
        text.variable(
                "programs",
                lines(
                        part.programs(),
                        program -> program.path() + " " + program.source().in(context.language())));
        text.comment("address, port, service");
        text.variable(
                "ports",
                lines(
                        part.listeners().stream()
                                // What is taken over listens there until then.
                                .filter(listener -> !part.inherited().contains(listener.service()))
                                .toList(),
                        listener -> listener.address() + " " + listener.port() + " " + listener.service()));
        text.comment("required or optional, user, module of the kernel, path");
        text.variable(
                "devices",
                lines(
                        part.devices(),
                        device -> (device.required() ? "required " : "optional ") + device.user() + " "
                                + (device.module().isEmpty() ? "-" : device.module()) + " " + device.path()));
        text.comment("rule, mode, owner, group, path, mark of a database");
        text.variable(
                "directories",
                lines(
                        part.directories(),
                        directory -> directory.rule().name().toLowerCase(Locale.ROOT) + " " + directory.mode() + " "
                                + directory.owner() + " " + directory.owner() + " " + directory.path()
                                + (directory.mark().isEmpty() ? "" : " " + directory.mark())));
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
        text.comment("program, files whose change is a reason to ask it again");
        text.variable("probes", lines(part.probes(), probe -> probe.path() + " " + String.join(" ", probe.inputs())));
        text.blank();
        InstallerMessages.all(context.language()).forEach((name, message) -> text.variable("m_" + name, message));
        return text + STEPS;
    }

    /**
     * The list that the installer compares with the one of the last installation: need, file, place and value, one
     * setting a line, so that {@code git diff} shows changes, too.
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

    /**
     * Units to enable. What inherits from a service that still runs starts only after that has ended, also when the host
     * boots in between; who starts it enables it.
     */
    private static List<String> enabled(NodePart part) {
        List<String> later = part.services().stream()
                .filter(service -> part.inherited().contains(service.name()))
                .map(service -> service.unit() + ".service")
                .toList();
        return units(part).stream().filter(unit -> !later.contains(unit)).toList();
    }

    /** Users of everything that the node gets; each has a group of the same name. */
    static TreeSet<String> users(NodePart part) {
        TreeSet<String> users = new TreeSet<>(List.of("root"));
        part.files().forEach(file -> users.addAll(List.of(file.owner(), file.group())));
        part.secrets().forEach(file -> users.addAll(List.of(file.owner(), file.group())));
        part.directories().forEach(directory -> users.add(directory.owner()));
        part.devices().forEach(device -> users.add(device.user()));
        users.addAll(part.users());
        return users;
    }

    /** All units among the files. */
    static List<String> units(NodePart part) {
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
}
