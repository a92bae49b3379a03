package io.github.pg1c.bundle.collect;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.collect.HostFacts.Clock;
import io.github.pg1c.bundle.collect.HostFacts.Directory;
import io.github.pg1c.bundle.collect.HostFacts.File;
import io.github.pg1c.bundle.collect.HostFacts.InstalledPackage;
import io.github.pg1c.bundle.collect.HostFacts.Listener;
import io.github.pg1c.bundle.collect.HostFacts.OperatingSystem;
import io.github.pg1c.bundle.collect.HostFacts.Parameter;
import io.github.pg1c.bundle.collect.HostFacts.Program;
import io.github.pg1c.bundle.collect.HostFacts.Rights;
import io.github.pg1c.bundle.collect.HostFacts.Selinux;
import io.github.pg1c.bundle.collect.HostFacts.Unit;
import io.github.pg1c.bundle.collect.HostFacts.Unknown;
import io.github.pg1c.bundle.collect.HostFacts.User;
import io.github.pg1c.bundle.collect.HostFactsException.Fault;
import io.github.pg1c.bundle.text.JsonTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the JSON of an answer. Keys that it does not know are left out: a later script may say more. */
final class HostFactsReader {

    private static final String LABEL = "the answer";
    /** A host with some thousands of listening ports answers with one megabyte. */
    private static final int ENOUGH = 20_000_000;

    private static final Function<String, String> MODE = matching("[0-7]{4}");
    private static final Function<String, String> SHA256 = matching("[0-9a-f]{64}");
    private static final Rights NO_RIGHTS = new Rights(null, null, null);

    private final List<Fault> faults = new ArrayList<>();

    HostFacts read(String json) {
        Map<?, ?> root = root(json);
        List<Unknown> unknown = unknown(root);
        AnswerObject answer =
                new AnswerObject("", root, place -> unknown.stream().anyMatch(one -> one.covers(place)), faults);
        HostFacts facts = facts(answer, unknown);
        if (!faults.isEmpty()) {
            throw new HostFactsException(faults, false);
        }
        return facts;
    }

    private static Map<?, ?> root(String json) {
        Object tree;
        try {
            tree = JsonTree.read(LABEL, ENOUGH, json);
        } catch (IllegalArgumentException e) {
            throw refused("", "it is not JSON", "это не JSON", false);
        }
        if (!(tree instanceof Map<?, ?> root)) {
            throw refused("", "it is not an object", "это не объект", false);
        }
        if (!(root.get("formatVersion") instanceof Integer version) || version < 1) {
            throw refused("formatVersion", "is missing or not a number", "нет, или это не число", false);
        }
        if (version > HostFacts.FORMAT_VERSION) {
            throw refused(
                    "formatVersion",
                    "is " + version + ", this version of pg1c knows formats up to " + HostFacts.FORMAT_VERSION
                            + ": use the version that generated the script, or a later one",
                    version + ", эта версия pg1c знает форматы до " + HostFacts.FORMAT_VERSION
                            + ": возьмите версию, которая создала сценарий, или более новую",
                    true);
        }
        return root;
    }

    private static HostFactsException refused(String place, String en, String ru, boolean newer) {
        return new HostFactsException(List.of(new Fault(place, Text.of(en, ru))), newer);
    }

    private List<Unknown> unknown(Map<?, ?> root) {
        List<Unknown> unknown = new AnswerObject("", root, place -> false, faults)
                .listOrUnknown(
                        "unknown", one -> one.text("what"), one -> new Unknown(one.text("what"), one.text("why")));
        return unknown == null ? List.of() : unknown;
    }

    private static HostFacts facts(AnswerObject answer, List<Unknown> unknown) {
        Function<AnswerObject, String> byName = one -> one.text("name");
        Function<AnswerObject, String> byPath = one -> one.text("path");
        return new HostFacts(
                answer.text("node"),
                answer.textOrUnknown("host"),
                answer.parsed("time", Instant::parse),
                system(answer.object("system")),
                answer.list("packages", byName, HostFactsReader::installed),
                answer.list("programs", byPath, HostFactsReader::program),
                answer.list("users", byName, HostFactsReader::user),
                answer.list("files", byPath, HostFactsReader::file),
                answer.list("directories", byPath, HostFactsReader::directory),
                answer.list("units", byName, HostFactsReader::unit),
                answer.list("kernel", one -> one.text("key"), HostFactsReader::parameter),
                answer.listOrUnknown(
                        "listeners", one -> one.text("address") + ":" + one.port("port"), HostFactsReader::listener),
                answer.list("locales", byName, one -> new HostFacts.Locale(one.text("name"), one.answer("present"))),
                clock(answer.object("clock")),
                unknown);
    }

    private static OperatingSystem system(AnswerObject system) {
        return new OperatingSystem(
                system.textOrUnknown("id"),
                system.textOrUnknown("version"),
                system.textOrUnknown("kernel"),
                system.answer("container"),
                system.parsed("selinux", mode -> Selinux.valueOf(mode.toUpperCase(Locale.ROOT))),
                system.answer("appArmor"));
    }

    private static InstalledPackage installed(AnswerObject one) {
        Answer installed = one.answer("installed");
        return new InstalledPackage(
                one.text("name"), installed, installed == Answer.YES ? one.textOrUnknown("version") : null);
    }

    private static Program program(AnswerObject one) {
        Answer present = one.answer("present");
        boolean there = present == Answer.YES;
        return new Program(
                one.text("path"),
                present,
                there ? one.answer("executable") : present,
                there ? one.parsed("sha256", SHA256) : null);
    }

    private static User user(AnswerObject one) {
        Answer present = one.answer("present");
        boolean there = present == Answer.YES;
        return new User(
                one.text("name"),
                present,
                there ? one.number("uid") : null,
                there ? one.number("gid") : null,
                there ? one.texts("groups") : null);
    }

    private static Rights rights(AnswerObject one) {
        return new Rights(one.parsed("mode", MODE), one.textOrUnknown("owner"), one.textOrUnknown("group"));
    }

    private static File file(AnswerObject one) {
        Answer present = one.answer("present");
        boolean secret = one.marked("secret");
        boolean there = present == Answer.YES;
        HostFacts.Type type =
                there ? one.parsed("type", word -> HostFacts.Type.valueOf(word.toUpperCase(Locale.ROOT))) : null;
        if (secret) {
            one.without("sha256", "tells of a secret's content", "говорит о содержимом секрета");
        }
        return new File(
                one.text("path"),
                secret,
                present,
                there ? rights(one) : NO_RIGHTS,
                type,
                type == HostFacts.Type.FILE && !secret ? one.parsed("sha256", SHA256) : null);
    }

    private static Directory directory(AnswerObject one) {
        Answer present = one.answer("present");
        boolean there = present == Answer.YES;
        return new Directory(
                one.text("path"),
                present,
                there ? rights(one) : NO_RIGHTS,
                there ? one.textOrUnknown("mount") : null,
                there ? one.textOrUnknown("fileSystem") : null,
                there ? one.number("bytes") : null,
                there ? one.number("freeBytes") : null);
    }

    private static Unit unit(AnswerObject one) {
        String name = one.text("name");
        String load = one.textOrUnknown("load");
        if (load == null) {
            return new Unit(name, null, null, null, null, null, null, Answer.UNKNOWN, null, null);
        }
        return new Unit(
                name,
                load,
                one.textIfAny("enabled"),
                one.textOrUnknown("active"),
                one.textOrUnknown("sub"),
                one.parsedIfAny("since", Instant::parse),
                one.number("restarts"),
                one.answer("needsReload"),
                one.textIfAny("fragment"),
                one.texts("dropIns"));
    }

    private static Parameter parameter(AnswerObject one) {
        Answer present = one.answer("present");
        return new Parameter(one.text("key"), present, present == Answer.YES ? one.textOrUnknown("value") : null);
    }

    private static Listener listener(AnswerObject one) {
        return new Listener(one.text("address"), one.port("port"), one.texts("programs"));
    }

    private static Clock clock(AnswerObject clock) {
        return new Clock(clock.answer("synchronized"), clock.texts("services"));
    }

    private static Function<String, String> matching(String form) {
        Pattern pattern = Pattern.compile(form);
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        };
    }
}
