package io.github.pg1c.maven.generate;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ManifestException;
import io.github.pg1c.bundle.write.ForeignFilesException;
import io.github.pg1c.maven.certificates.Passphrases;
import io.github.pg1c.maven.certificates.UnprotectedSecrets;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.ProblemLines;
import io.github.pg1c.maven.specification.Specifications;
import io.github.pg1c.maven.specification.SpecifiedCluster;
import io.github.pg1c.maven.specification.Validation;
import io.github.pg1c.maven.speech.Console.Level;
import io.github.pg1c.maven.speech.FileFaults;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.secrets.PassphraseException;
import io.github.pg1c.secrets.generate.GenerationException;
import io.github.pg1c.secrets.generate.GenerationOptions;
import io.github.pg1c.secrets.generate.GenerationReport;
import io.github.pg1c.secrets.generate.Generator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Generates every cluster of the input, or none when a specification has an error. */
public final class BundleGeneration {

    private final Speech speech;
    private final GenerationOptions options;
    private final Clock clock;
    private final Optional<String> tool;
    private final Passphrases passphrases;

    /**
     * A generation.
     *
     * @param clock the clock for the lives of certificates
     * @param tool hash of the running pg1c; empty when it is unknown, then notes of earlier runs do not count
     * @param passphrases the source of the passphrase of the authorities' keys
     */
    BundleGeneration(
            Speech speech, GenerationOptions options, Clock clock, Optional<String> tool, Passphrases passphrases) {
        this.speech = speech;
        this.options = options;
        this.clock = clock;
        this.tool = tool;
        this.passphrases = passphrases;
    }

    /** The generation of a goal, by the system's clock. */
    public static BundleGeneration of(Speech speech, GenerationOptions options, Passphrases passphrases) {
        return new BundleGeneration(speech, options, Clock.systemUTC(), Tool.fingerprint(), passphrases);
    }

    /** Generates the clusters of the input and reports the results. */
    public GoalResult of(Input input) {
        try {
            Optional<LastRun> lastRun = lastRun(input);
            Optional<List<LastRun.Result>> same = lastRun.flatMap(LastRun::holds);
            if (same.isPresent()) {
                same.get().forEach(new Summary(speech, options)::showUnchanged);
                return GoalResult.success();
            }
            Specifications specifications = Specifications.read(input, speech);
            new ProblemLines(speech).show(specifications);
            return specifications.hasErrors()
                    ? Validation.failure(speech, specifications)
                    : withPassphrase(specifications, lastRun);
        } catch (FileException e) {
            return FileFaults.of(speech, input.language().orElse(Language.RU), e);
        }
    }

    /** The note of the last run, if one may be read or written. */
    private Optional<LastRun> lastRun(Input input) {
        return tool.isPresent() && !options.dryRun() && !options.force()
                ? Optional.of(LastRun.of(input, options, clock, tool.get()))
                : Optional.empty();
    }

    /**
     * Generates with the passphrase of settings or environment. A person is asked only when one is needed and missing.
     */
    private GoalResult withPassphrase(Specifications specifications, Optional<LastRun> lastRun) {
        Language language = specifications.language();
        ParameterProblems complaints = new ParameterProblems();
        Optional<Passphrase> given = passphrases.given(complaints);
        try {
            return complaints.count() > 0
                    ? complaints.tell(speech, language, Text.of("nothing was written", "ничего не записано"))
                    : generate(specifications, lastRun, given.map(options::with).orElse(options));
        } catch (FileException e) {
            return FileFaults.of(speech, language, e);
        } catch (GenerationException e) {
            return GoalResult.fault(
                    "pg1c: " + speech.in(language, Text.joined("; ", List.of(e.reason(), e.left()))), e);
        } catch (PassphraseException e) {
            Optional<Passphrase> typed =
                    e.isMissing() ? passphrases.ask(text -> speech.in(language, text)) : Optional.empty();
            if (typed.isEmpty()) {
                return failure(language, e.isMissing() ? Passphrases.MISSING : Passphrases.WRONG);
            }
            try (Passphrase passphrase = typed.get()) {
                return generate(specifications, lastRun, options.with(passphrase));
            } catch (PassphraseException wrong) {
                return failure(language, Passphrases.WRONG);
            }
        } catch (PkiException e) {
            if (e.getCause() instanceof FileException file) {
                return FileFaults.of(speech, language, file);
            }
            return failure(
                    language,
                    Text.of(
                            "certificates: " + e.reason().en(),
                            "сертификаты: " + e.reason().ru()));
        } finally {
            given.ifPresent(Passphrase::close);
        }
    }

    private GoalResult failure(Language language, Text text) {
        return GoalResult.failure("pg1c: " + speech.in(language, text));
    }

    private GoalResult generate(Specifications specifications, Optional<LastRun> lastRun, GenerationOptions options) {
        Generator generator = new Generator(clock, new SecureRandom());
        Summary summary = new Summary(speech, options);
        Refusals refusals = new Refusals(speech);
        List<String> refused = new ArrayList<>();
        List<LastRun.Result> results = new ArrayList<>();
        boolean warned = !specifications.findings().isEmpty();
        for (SpecifiedCluster each : specifications.clusters()) {
            try {
                GenerationReport report = generator.generate(each.cluster(), each.sha256(), options);
                summary.show(each.cluster(), report);
                warned |= UnprotectedSecrets.warn(speech, each.cluster().language(), report.secrets());
                results.add(Summary.result(each.cluster(), report));
            } catch (ForeignFilesException e) {
                refusals.show(each.cluster(), e);
                refused.add(each.cluster().name().toString());
            } catch (ManifestException e) {
                refusals.show(each.cluster(), e);
                refused.add(each.cluster().name().toString());
            }
        }
        if (!refused.isEmpty()) {
            return refusals.outcome(specifications.language(), refused);
        }
        // A warning is given every time, so a run with one is never left out.
        if (lastRun.isPresent() && !warned) {
            remember(lastRun.get(), specifications.language(), results);
        }
        return GoalResult.success();
    }

    /** Everything is written by now, so a note that cannot be written is no failure. */
    private void remember(LastRun lastRun, Language language, List<LastRun.Result> results) {
        try {
            lastRun.remember(results);
        } catch (FileException e) {
            Text sentence = e.sentence();
            speech.console()
                    .say(
                            Level.WARNING,
                            speech.in(
                                    language,
                                    Text.of(
                                            "the next run will take longer: " + sentence.en(),
                                            "следующий запуск займёт больше времени: " + sentence.ru())));
        }
    }
}
