package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.ProblemLines;
import io.github.pg1c.maven.specification.Specifications;
import io.github.pg1c.maven.specification.SpecifiedCluster;
import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.Dialogue;
import io.github.pg1c.maven.speech.FileFaults;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.secrets.PassphraseException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs goals for certificates: reads parameters and specifications, reports all of their problems at once, then works.
 *
 * @param secretsDirectory parent of the clusters' secrets stores
 * @param chosen the chosen cluster of several specified ones
 * @param speech the way of speaking to the user
 * @param confirmation asks before irreversible actions
 * @param output receives the answer
 * @param passphrases the source of the passphrase
 * @param clock the clock for the lives of certificates
 * @param random source of keys
 */
public record CertificateGoals(
        Path secretsDirectory,
        Optional<String> chosen,
        Speech speech,
        Confirmation confirmation,
        Consumer<String> output,
        Passphrases passphrases,
        Clock clock,
        SecureRandom random) {

    /** The consequence of wrong parameters. */
    static final Text UNTOUCHED = Text.of("nothing was changed", "ничего не изменено");

    /** Runs a goal for one cluster. */
    public GoalResult onOne(Input input, Function<ParameterProblems, CertificateGoal> goal) {
        return on(input, false, complaints -> {
            CertificateGoal work = goal.apply(complaints);
            return sessions -> guarded(sessions.get(0).dialogue(), () -> work.on(sessions.get(0)));
        });
    }

    /** Runs a goal for each specified cluster; a failure does not affect the other clusters. */
    public GoalResult onEach(Input input, Function<ParameterProblems, CertificateGoal> goal) {
        return on(input, true, complaints -> {
            CertificateGoal work = goal.apply(complaints);
            return sessions -> together(sessions.stream()
                    .map(session -> guarded(session.dialogue(), () -> work.on(session)))
                    .toList());
        });
    }

    /** Runs an operation for all specified clusters together. */
    public GoalResult onAll(
            Input input, Function<ParameterProblems, Function<List<CertificateSession>, GoalResult>> goal) {
        return on(input, true, complaints -> {
            Function<List<CertificateSession>, GoalResult> work = goal.apply(complaints);
            return sessions -> guarded(sessions.get(0).dialogue(), () -> work.apply(sessions));
        });
    }

    private GoalResult on(
            Input input,
            boolean several,
            Function<ParameterProblems, Function<List<CertificateSession>, GoalResult>> goal) {
        ParameterProblems complaints = new ParameterProblems();
        Function<List<CertificateSession>, GoalResult> work = goal.apply(complaints);
        Optional<Passphrase> passphrase = passphrases.given(complaints);
        try {
            Specifications specifications = Specifications.read(input, speech);
            if (specifications.hasErrors()) {
                new ProblemLines(speech).show(specifications);
                complaints.add(
                        ParameterProblems.CLUSTER,
                        PropertyNames.SPEC,
                        Text.of("the specification has errors", "в описании кластера есть ошибки"),
                        Text.of("correct them", "исправьте их"));
            }
            List<Cluster> clusters = chosen(specifications, several, complaints);
            if (complaints.count() > 0) {
                return complaints.tell(speech, specifications.language(), UNTOUCHED);
            }
            GoalResult result = work.apply(clusters.stream()
                    .map(cluster -> session(cluster, passphrase))
                    .toList());
            clusters.forEach(cluster -> UnprotectedSecrets.warn(
                    speech,
                    cluster.language(),
                    secretsDirectory.resolve(cluster.name().toString())));
            return result;
        } catch (FileException e) {
            return FileFaults.of(speech, input.language().orElse(Language.RU), e);
        } finally {
            passphrase.ifPresent(Passphrase::close);
        }
    }

    private CertificateSession session(Cluster cluster, Optional<Passphrase> passphrase) {
        Dialogue dialogue = new Dialogue(cluster.name().toString(), cluster.language(), speech, confirmation);
        return new CertificateSession(
                cluster, secretsDirectory, passphrase, passphrases, dialogue, output, clock, random);
    }

    private List<Cluster> chosen(Specifications specifications, boolean several, ParameterProblems complaints) {
        if (specifications.hasErrors()) {
            return List.of();
        }
        List<Cluster> all = specifications.clusters().stream()
                .map(SpecifiedCluster::cluster)
                .toList();
        List<Cluster> meant = all.stream()
                .filter(cluster -> chosen.map(cluster.name().toString()::equals).orElse(true))
                .toList();
        if (meant.isEmpty()) {
            complaints.add(
                    ParameterProblems.CLUSTER,
                    PropertyNames.CLUSTER,
                    Text.of(
                            "no specification describes '" + chosen.orElse("") + "'",
                            "кластер «" + chosen.orElse("") + "» не описан"),
                    oneOf(all));
        }
        if (!several && meant.size() > 1) {
            complaints.add(
                    ParameterProblems.CLUSTER,
                    PropertyNames.CLUSTER,
                    Text.of("several clusters are specified here", "здесь описано несколько кластеров"),
                    oneOf(all));
        }
        return meant;
    }

    private static Text oneOf(List<Cluster> clusters) {
        String names =
                clusters.stream().map(cluster -> cluster.name().toString()).collect(Collectors.joining(", "));
        return Text.of("name one of: " + names, "укажите один из: " + names);
    }

    private static GoalResult guarded(Dialogue dialogue, Supplier<GoalResult> work) {
        try {
            return work.get();
        } catch (PassphraseException e) {
            return dialogue.failure(e.isMissing() ? Passphrases.MISSING : Passphrases.WRONG);
        } catch (PkiException e) {
            if (e.getCause() instanceof FileException file) {
                return FileFaults.of(dialogue.speech(), dialogue.language(), file);
            }
            return dialogue.failure(Text.of(
                    "refused: " + e.reason().en(), "отказано: " + e.reason().ru()));
        } catch (FileException e) {
            return FileFaults.of(dialogue.speech(), dialogue.language(), e);
        }
    }

    private static GoalResult together(List<GoalResult> outcomes) {
        List<GoalResult> failed = outcomes.stream().filter(GoalResult::failed).toList();
        if (failed.size() < 2) {
            return failed.isEmpty() ? GoalResult.success() : failed.get(0);
        }
        List<String> sentences = new ArrayList<>();
        failed.forEach(outcome -> sentences.add(outcome.sentence()));
        return new GoalResult(
                true,
                String.join("; ", sentences),
                failed.stream().flatMap(outcome -> outcome.fault().stream()).findFirst());
    }
}
