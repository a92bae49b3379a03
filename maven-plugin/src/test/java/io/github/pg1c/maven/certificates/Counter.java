package io.github.pg1c.maven.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.SmallCluster;
import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Lines;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.secrets.ClusterPki;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A user at a terminal with a real store of the cluster {@code small}: answers questions, types passphrases, keeps what
 * is shown.
 */
final class Counter implements Confirmation, Passphrases {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Path directory;
    private final Lines lines = new Lines();
    private final StringBuilder output = new StringBuilder();
    private final List<String> questions = new ArrayList<>();
    private Confirmation.Answer reply = Confirmation.Answer.YES;
    private Language language = Language.EN;
    private Instant now = NOW;
    private Optional<String> stored = Optional.empty();
    private Optional<String> typed = Optional.empty();

    Counter(Path directory) {
        this.directory = directory;
    }

    Counter replying(Confirmation.Answer answer) {
        reply = answer;
        return this;
    }

    Counter speaking(Language chosen) {
        language = chosen;
        return this;
    }

    Counter later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Counter storing(String passphrase) {
        stored = Optional.of(passphrase);
        return this;
    }

    Counter typing(String passphrase) {
        typed = Optional.of(passphrase);
        return this;
    }

    /** The cluster's store made by {@code pki-init}; what that says is forgotten. */
    Counter made() {
        succeeds(does(MakeCertificates.of(false)));
        return forget();
    }

    Counter forget() {
        lines.all().clear();
        questions.clear();
        output.setLength(0);
        return this;
    }

    GoalResult does(Function<ParameterProblems, CertificateGoal> goal) {
        return goals().onOne(input(), goal);
    }

    GoalResult shows(ShowCertificates.Order order) {
        return goals().onAll(input(), ShowCertificates.of(order));
    }

    CertificateGoals goals() {
        return new CertificateGoals(
                secrets(),
                Optional.empty(),
                lines.speech(directory),
                this,
                output::append,
                this,
                clock(),
                new SecureRandom());
    }

    private Input input() {
        return new Input(SmallCluster.SMALL.toAbsolutePath(), Optional.of(language));
    }

    Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    Path secrets() {
        return directory.resolve("secrets");
    }

    ClusterPki pki() {
        return ClusterPki.of(cluster(), secrets(), stored.map(secret -> Passphrase.of(secret.toCharArray())));
    }

    static Cluster cluster() {
        return SmallCluster.small();
    }

    CertificateStatus row(String id) {
        return pki().report(clock()).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A generation after this would make no secret. */
    void leavesNothingForAGeneration() {
        assertThat(pki().ensure(clock(), new SecureRandom()).files()).isEmpty();
    }

    void succeeds(GoalResult outcome) {
        assertThat(outcome.sentence()).isEmpty();
        assertThat(outcome.failed()).as(String.join("\n", said())).isFalse();
    }

    List<String> said() {
        return lines.all();
    }

    String output() {
        return output.toString();
    }

    List<String> questions() {
        return questions;
    }

    Lines lines() {
        return lines;
    }

    @Override
    public Answer ask(String question) {
        questions.add(question);
        return reply;
    }

    @Override
    public Optional<char[]> stored(ParameterProblems complaints) {
        return stored.map(String::toCharArray);
    }

    @Override
    public Optional<char[]> typed(String question) {
        questions.add(question);
        return typed.map(String::toCharArray);
    }
}
