package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.Console.Level;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.cfssl.CertificateOrder;
import io.github.pg1c.pki.cfssl.Cfssl;
import io.github.pg1c.pki.cfssl.CfsslAuthority;
import io.github.pg1c.pki.cfssl.CfsslOutput;
import io.github.pg1c.pki.cfssl.input.CfsslException;
import io.github.pg1c.pki.cfssl.input.CfsslProblem;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One command of cfssl with the files of cfssljson. It reads all inputs, reports all of their problems, then writes all
 * files or none.
 */
public final class CfsslCommand {

    /** The commands by their words. */
    public enum Command {
        /** A certificate of an authority, with a new key: {@code gencert -ca -ca-key -config -profile}. */
        GENCERT,
        /** A new authority: {@code gencert -initca}. */
        INITCA,
        /** The same authority with a new life: {@code gencert -renewca}. */
        RENEWCA,
        /** A new key with a signing request: {@code genkey}. */
        GENKEY,
        /** A certificate for a signing request: {@code sign}. */
        SIGN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The parameters of the user.
     *
     * @param command the command; {@code gencert} if empty
     * @param compatible true to accept all inputs that cfssl accepts
     * @param authority the authority's certificate; {@code ca.pem} in the directory if empty
     * @param authorityKey its key; the certificate's name with {@code -key} if empty
     * @param config the signing policy; cfssl's own default if empty
     * @param requests JSON files; for {@code sign} requests in PEM, or directories of {@code *.csr}
     * @param profile a profile of the policy; the default one if empty
     * @param hosts replace the requests' hosts, unless empty
     * @param bare the beginning of the file names; the request's name if empty
     * @param replace true to replace existing files
     * @param directory the base of relative paths
     */
    public record Order(
            Optional<String> command,
            boolean compatible,
            Optional<Path> authority,
            Optional<Path> authorityKey,
            Optional<Path> config,
            List<Path> requests,
            Optional<String> profile,
            List<String> hosts,
            Optional<Path> bare,
            boolean replace,
            Path directory) {}

    private static final Text UNTOUCHED = Text.of("nothing was written", "ничего не записано");
    /** A stand-in for an unusable authority, for the check of requests. */
    private static final JsonSource STAND_IN =
            new JsonSource("(authority)", "{\"CN\": \"pg1c stands in\", \"ca\": {\"expiry\": \"876000h\"}}");

    private final Order order;
    private final Speech speech;
    private final Language language;
    private final Passphrases passphrases;
    private final Clock clock;
    private final SecureRandom random;
    private final List<CfsslProblem> problems = new ArrayList<>();

    /**
     * A command.
     *
     * @param passphrases the source of the passphrase of the authority's key
     * @param clock the clock for the lives of certificates
     * @param random source of keys
     */
    public CfsslCommand(
            Order order, Speech speech, Language language, Passphrases passphrases, Clock clock, SecureRandom random) {
        this.order = order;
        this.speech = speech;
        this.language = language;
        this.passphrases = passphrases;
        this.clock = clock;
        this.random = random;
    }

    /** Reads, issues, writes. */
    public GoalResult run() {
        ParameterProblems complaints = new ParameterProblems();
        Command command = command(complaints);
        boolean signs = command == Command.GENCERT || command == Command.SIGN;
        boolean opens = signs || command == Command.RENEWCA;
        Optional<JsonSource> config = signs
                ? order.config()
                        .flatMap(file -> text(PropertyNames.CONFIG, file, complaints))
                        .map(this::json)
                : Optional.empty();
        List<InputText> requests = requests(command, complaints);
        Path certificate = order.authority().orElseGet(() -> order.directory().resolve("ca.pem"));
        Path key = order.authorityKey().orElseGet(() -> beside(certificate, "-key.pem"));
        if (opens) {
            readable(PropertyNames.CA, certificate, complaints);
            readable(PropertyNames.CA_KEY, key, complaints);
        }
        char[] password = opens ? passphrases.stored(complaints).orElseGet(() -> new char[0]) : new char[0];
        try {
            if (complaints.count() > 0) {
                return complaints.tell(speech, language, UNTOUCHED);
            }
            Map<Path, CfsslOutput> outputs =
                    outputs(command, config.orElse(JsonSource.DEFAULT_CONFIG), requests, certificate, key, password);
            return problems.isEmpty() ? written(outputs) : refused(problems);
        } catch (CfsslException e) {
            return refused(e.problems());
        } catch (PkiException e) {
            return failure(e.reason());
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** A file and its text. */
    private record InputText(Path file, String text) {}

    private Command command(ParameterProblems complaints) {
        Map<String, Command> words = new LinkedHashMap<>();
        for (Command each : Command.values()) {
            words.put(each.word(), each);
        }
        return complaints.word(PropertyNames.COMMAND, order.command(), words).orElse(Command.GENCERT);
    }

    private List<InputText> requests(Command command, ParameterProblems complaints) {
        if (command == Command.RENEWCA) {
            return List.of();
        }
        if (order.requests().isEmpty()) {
            complaints.missing(
                    PropertyNames.CSR,
                    Text.of("there is nothing to work on", "не указано, с чем работать"),
                    Text.of(
                            "name the JSON file of the request, as cfssl's last argument",
                            "укажите файл JSON с запросом, последний аргумент cfssl"));
        }
        boolean one = command == Command.INITCA || order.bare().isPresent();
        if (one && order.requests().size() > 1) {
            complaints.add(
                    ParameterProblems.COMBINATION,
                    order.bare().isPresent() ? PropertyNames.BARE + ", " + PropertyNames.CSR : PropertyNames.CSR,
                    Text.of(
                            "several requests, but only one is possible here",
                            "запросов несколько, а здесь возможен один"),
                    order.bare().isPresent()
                            ? Text.of("leave pg1c.bare out", "уберите pg1c.bare")
                            : Text.of("make one authority at a time", "создавайте центры по одному"));
        }
        List<InputText> texts = new ArrayList<>();
        for (Path place : order.requests()) {
            for (Path file :
                    command == Command.SIGN && Files.isDirectory(place) ? inside(place, complaints) : List.of(place)) {
                text(PropertyNames.CSR, file, complaints).ifPresent(texts::add);
            }
        }
        Set<Path> bases = new LinkedHashSet<>();
        for (InputText text : texts) {
            Path base = base(text.file());
            if (!bases.add(base)) {
                complaints.add(
                        ParameterProblems.COMBINATION,
                        PropertyNames.CSR,
                        Text.of(
                                "two requests would be written to " + speech.path(base) + ".pem",
                                "два запроса попали бы в " + speech.path(base) + ".pem"),
                        Text.of("rename one of them", "переименуйте один из них"));
            }
        }
        return texts;
    }

    private Map<Path, CfsslOutput> outputs(
            Command command, JsonSource config, List<InputText> requests, Path certificate, Path key, char[] password) {
        Cfssl cfssl = order.compatible() ? Cfssl.compatible(clock, random) : Cfssl.strict(clock, random);
        String profile = order.profile().orElse("");
        return switch (command) {
            case INITCA -> each(requests, request -> cfssl.initca(json(request)));
            case GENKEY -> each(requests, request -> cfssl.genkey(json(request)));
            case RENEWCA ->
                Map.of(
                        order.bare().orElseGet(() -> beside(certificate, "")),
                        cfssl.renewca(CfsslAuthority.read(certificate, key, password)));
            case SIGN -> {
                CfsslAuthority authority = CfsslAuthority.read(certificate, key, password);
                yield each(
                        requests,
                        request ->
                                withoutRequest(cfssl.sign(authority, config, profile, request.text(), order.hosts())));
            }
            case GENCERT -> {
                List<CertificateOrder> orders = requests.stream()
                        .map(request -> CertificateOrder.of(json(request), profile)
                                .withHostnames(order.hosts().toArray(String[]::new)))
                        .toList();
                yield inOrder(requests, gencert(cfssl, config, orders, certificate, key, password));
            }
        };
    }

    /** Reports all problems of the other inputs, also for an unusable authority. */
    private List<CfsslOutput> gencert(
            Cfssl cfssl,
            JsonSource config,
            List<CertificateOrder> orders,
            Path certificate,
            Path key,
            char[] password) {
        CfsslAuthority authority;
        try {
            authority = CfsslAuthority.read(certificate, key, password);
        } catch (CfsslException e) {
            problems.addAll(e.problems());
            try {
                cfssl.initcaAndGencert(STAND_IN, config, orders);
            } catch (CfsslException others) {
                problems.addAll(others.problems());
            }
            return List.of();
        }
        return cfssl.gencert(authority, config, orders);
    }

    private Map<Path, CfsslOutput> inOrder(List<InputText> requests, List<CfsslOutput> made) {
        Map<Path, CfsslOutput> outputs = new LinkedHashMap<>();
        for (int i = 0; i < made.size(); i++) {
            outputs.put(base(requests.get(i).file()), made.get(i));
        }
        return outputs;
    }

    private Map<Path, CfsslOutput> each(List<InputText> requests, Function<InputText, CfsslOutput> work) {
        Map<Path, CfsslOutput> outputs = new LinkedHashMap<>();
        for (InputText request : requests) {
            try {
                outputs.put(base(request.file()), work.apply(request));
            } catch (CfsslException e) {
                problems.addAll(e.problems());
            }
        }
        return outputs;
    }

    /** The output without the request, which exists already, usually under the name of the output. */
    private static CfsslOutput withoutRequest(CfsslOutput output) {
        return new CfsslOutput(output.certificate(), Optional.empty(), Optional.empty(), output.warnings());
    }

    private GoalResult written(Map<Path, CfsslOutput> outputs) {
        Set<CfsslProblem> warnings = new LinkedHashSet<>();
        outputs.values().forEach(output -> warnings.addAll(output.warnings()));
        warnings.forEach(warning -> speech.console().say(Level.WARNING, line(warning)));
        if (order.replace()) {
            CfsslOutput.replaceAll(outputs);
        } else {
            CfsslOutput.writeAll(outputs);
        }
        outputs.forEach((base, output) -> {
            String name = speech.path(base);
            output.certificate().ifPresent(pem -> speech.result(name + ".pem"));
            output.privateKey().ifPresent(pem -> speech.result(name + "-key.pem"));
            output.request().ifPresent(pem -> speech.result(name + ".csr"));
        });
        return GoalResult.success();
    }

    private GoalResult refused(List<CfsslProblem> problems) {
        problems.forEach(
                problem -> speech.console().say(problem.isError() ? Level.ERROR : Level.WARNING, line(problem)));
        long errors = problems.stream().filter(CfsslProblem::isError).count();
        return failure(
                Text.of("errors: " + errors + "; nothing was written", "ошибок: " + errors + "; ничего не записано"));
    }

    private String line(CfsslProblem problem) {
        return speech.in(language, Text.of(problem.toString(Language.EN), problem.toString(Language.RU)));
    }

    private GoalResult failure(Text text) {
        return GoalResult.failure("pg1c: " + speech.in(language, text));
    }

    private static List<Path> inside(Path directory, ParameterProblems complaints) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".csr"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            complaints.unreadable(PropertyNames.CSR, FileException.reading(directory, e));
            return List.of();
        }
    }

    private Path base(Path request) {
        return order.bare().orElseGet(() -> {
            String name = String.valueOf(request.getFileName());
            String stem = name.replaceFirst("(\\.json|\\.csr|\\.pem)$", "").replaceFirst("-csr$", "");
            return request.resolveSibling(stem);
        });
    }

    private static Path beside(Path certificate, String suffix) {
        String name = String.valueOf(certificate.getFileName());
        return certificate.resolveSibling(name.replaceFirst("\\.[^.]*$", "") + suffix);
    }

    private JsonSource json(InputText input) {
        return new JsonSource(speech.path(input.file()), input.text());
    }

    private static void readable(String parameter, Path file, ParameterProblems complaints) {
        try (InputStream stream = Files.newInputStream(file)) {
            // A directory can be opened on some systems, but not read.
            stream.readNBytes(1);
        } catch (IOException e) {
            complaints.unreadable(parameter, FileException.reading(file, e));
        }
    }

    private static Optional<InputText> text(String parameter, Path file, ParameterProblems complaints) {
        try {
            return Optional.of(new InputText(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            complaints.unreadable(parameter, FileException.reading(file, e));
            return Optional.empty();
        }
    }
}
