package io.github.pg1c.bundle.install;

import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.ShellText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.platform.OsFamily;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.model.program.PackageLock;
import io.github.pg1c.model.program.PackageRepository;
import io.github.pg1c.model.program.SystemUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Renders {@code prepare.sh} of a node, which makes a bare host ready for its {@code install.sh}: users, packages and
 * other programs, locales, time.
 *
 * @since 0.1
 */
public final class Preparation {

    private static final String STEPS = Stream.of("system.sh", "names.sh", "packages.sh", "host.sh", "prepare.sh")
            .map(Scripts::read)
            .reduce("", String::concat);
    private static final String FETCH = Scripts.read("system.sh") + Scripts.read("host.sh") + Scripts.read("fetch.sh");
    private static final String FREE = "-";

    private Preparation() {}

    /** The script for a node with these needs. */
    public static String render(PlanContext context, Node node, NodePart part) {
        Cluster cluster = context.cluster();
        Platform os = cluster.platform().os();
        OsFamily family = os.family();
        ShellText text = new ShellText();
        text.line("#!/bin/sh");
        PreparationMessages.heading(cluster, node).forEach(text::comment);
        text.blank();
        text.variable("node", node.name().toString());
        text.variable("system", os.id());
        text.variable("manager", family.packageManager());
        text.variable("program", family.installCommand().split(" ")[0]);
        text.variable("modules", String.join(" ", os.modulesInTheWay()));
        text.variable("packages", String.join(" ", part.packages()));
        text.variable("tools", String.join(" ", part.tools()));
        lock(context, part, text);
        text.comment("user, its number, number of its group, home, shell");
        text.variable("users", lines(users(part), user -> user(context, user)));
        text.comment("file, line");
        text.variable("early", lines(part.early(), early -> early.path() + "|" + early.line()));
        repositories(cluster, text);
        text.comment("SHA-256, file, programs");
        text.variable(
                "archives",
                lines(
                        part.archives(),
                        archive ->
                                archive.sha256() + " " + archive.file() + " " + String.join(" ", archive.programs())));
        text.comment("directory, requirements, programs");
        text.variable(
                "environments",
                lines(
                        part.environments(),
                        environment -> environment.directory() + "|" + String.join(" ", environment.requirements())
                                + "|" + String.join(" ", environment.programs())));
        text.comment("user, directory that it gets from the user of a package");
        text.variable(
                "heirs",
                lines(
                        part.directories().stream()
                                .filter(directory -> directory.rule().isForWriting())
                                .toList(),
                        directory -> directory.owner() + " " + directory.path()));
        text.variable("locales", String.join(" ", part.locales()));
        text.variable("rivals", String.join(" ", rivals(part)));
        text.variable("services", cluster.platform().container() ? "" : family.chronyUnit() + ".service");
        text.blank();
        messages(context, text, STEPS);
        return text + STEPS;
    }

    /** The script that fetches the packages, archives and wheels of all nodes. */
    public static String fetch(PlanContext context, Collection<NodePart> parts) {
        Cluster cluster = context.cluster();
        Platform os = cluster.platform().os();
        NodePart all = NodePart.of(parts);
        ShellText text = new ShellText();
        text.line("#!/bin/sh");
        PreparationMessages.fetchHeading(cluster).forEach(text::comment);
        text.blank();
        text.variable("system", os.id());
        text.variable("manager", os.family().packageManager());
        text.variable("modules", String.join(" ", os.modulesInTheWay()));
        repositories(cluster, text);
        text.variable("packages", String.join(" ", all.packages()));
        text.variable("tools", String.join(" ", all.tools()));
        lock(context, all, text);
        text.variable(
                "requirements",
                all.environments().stream()
                        .flatMap(environment -> environment.requirements().stream())
                        .distinct()
                        .collect(Collectors.joining(" ")));
        text.comment("SHA-256, file");
        text.variable("archives", lines(all.archives(), archive -> archive.sha256() + " " + archive.file()));
        text.blank();
        messages(context, text, FETCH);
        return text + FETCH;
    }

    /** The exact packages that the specification demands. */
    private static void lock(PlanContext context, NodePart part, ShellText text) {
        PackageLock lock = context.cluster().packages();
        text.comment("package, its exact version");
        text.variable(
                "pins",
                part.packages().stream()
                        .flatMap(name -> lock.version(name).map(version -> name + " " + version).stream())
                        .collect(Collectors.joining("\n")));
        text.variable("sums", Optional.ofNullable(lock.sums()).orElse("").toLowerCase(Locale.ROOT));
    }

    /** The repositories that the specification adds, and the lines of their keys. */
    private static void repositories(Cluster cluster, ShellText text) {
        List<PackageRepository> repositories = cluster.platform().repositories();
        text.comment("name, address, suite, components of a repository");
        text.variable("repositories", lines(repositories, Preparation::repository));
        text.comment("name, line of its key");
        text.variable(
                "keys",
                repositories.stream()
                        .flatMap(one -> one.key().lines().stream().map(line -> one.name() + "|" + line))
                        .collect(Collectors.joining("\n")));
    }

    private static String repository(PackageRepository one) {
        String suite = Optional.ofNullable(one.suite()).orElse("");
        List<String> components =
                suite.isEmpty() || one.isFlat() || !one.components().isEmpty() ? one.components() : List.of("main");
        return String.join("|", one.name(), one.url(), suite, String.join(" ", components));
    }

    /** The messages that a script uses. */
    private static void messages(PlanContext context, ShellText text, String script) {
        PreparationMessages.all(context.language()).forEach((name, message) -> {
            if (Pattern.compile("\\$m_" + name + "\\b").matcher(script).find()) {
                text.variable("m_" + name, message);
            }
        });
    }

    /** Users that packages do not make, or make with another number. */
    private static List<String> users(NodePart part) {
        return part.users().stream().filter(user -> !user.equals("root")).toList();
    }

    private static String user(PlanContext context, String user) {
        boolean postgres = user.equals(context.layout().postgresUser());
        SystemUser numbers = context.cluster().users().stream()
                .filter(one -> one.name().equals(user))
                .findFirst()
                .orElse(null);
        List<String> words = new ArrayList<>();
        words.add(user);
        words.add(numbers == null ? FREE : Integer.toString(numbers.uid()));
        words.add(numbers == null ? FREE : Integer.toString(numbers.group()));
        words.add(postgres ? context.layout().postgresHome() : "/");
        // patronictl, psql and the scripts of Patroni run as PostgreSQL's user.
        words.add(postgres ? "/bin/sh" : "/usr/sbin/nologin");
        return String.join(" ", words);
    }

    /** Units of packages that would stand in the way of the bundle's. */
    private static TreeSet<String> rivals(NodePart part) {
        return Stream.concat(
                        part.rivals().stream(),
                        part.services().stream().filter(Service::hasUnit).map(Service::name))
                .map(name -> name + ".service")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> String lines(List<T> items, Function<T, String> line) {
        return items.stream().map(line).collect(Collectors.joining("\n"));
    }
}
