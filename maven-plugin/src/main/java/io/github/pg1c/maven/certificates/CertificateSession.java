package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.Dialogue;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PassphraseException;
import io.github.pg1c.secrets.operation.CertificateObstacle;
import io.github.pg1c.secrets.operation.PkiOperationPlan;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The session of a goal with the certificates of one cluster.
 *
 * @param cluster the cluster
 * @param secretsDirectory parent of the clusters' secrets stores
 * @param passphrase the passphrase of settings or environment
 * @param passphrases asks for a passphrase when one is needed
 * @param dialogue the dialogue with the user
 * @param output receives the answer as a table or JSON
 * @param clock the clock for the lives of certificates
 * @param random source of keys
 */
public record CertificateSession(
        Cluster cluster,
        Path secretsDirectory,
        Optional<Passphrase> passphrase,
        Passphrases passphrases,
        Dialogue dialogue,
        Consumer<String> output,
        Clock clock,
        SecureRandom random) {

    /** The store for reading. */
    ClusterPki pki() {
        return ClusterPki.of(cluster, secretsDirectory, passphrase);
    }

    /** Changes the store. Asks for a missing passphrase when one is needed, before any change. */
    <T> T change(Function<ClusterPki, T> work) {
        boolean before = pki().isEncrypted();
        T done = changed(work);
        if (!before && pki().isEncrypted()) {
            dialogue.say(Text.of(
                    "the keys of the authorities are encrypted now; without the passphrase nothing can be issued any more",
                    "ключи удостоверяющих центров теперь зашифрованы; без пароля выпустить ничего нельзя"));
        }
        return done;
    }

    private <T> T changed(Function<ClusterPki, T> work) {
        try {
            return work.apply(pki());
        } catch (PassphraseException e) {
            Optional<Passphrase> asked = e.isMissing() ? passphrases.ask(dialogue::in) : Optional.empty();
            if (asked.isEmpty()) {
                throw e;
            }
            try (Passphrase typed = asked.get()) {
                return work.apply(ClusterPki.of(cluster, secretsDirectory, Optional.of(typed)));
            }
        }
    }

    /** The language that the terminal can show. */
    Language language() {
        return dialogue.in(Text.of("e", "я")).equals("e") ? Language.EN : cluster.language();
    }

    void say(Text text) {
        dialogue.say(text);
    }

    void warn(Text text) {
        dialogue.warn(text);
    }

    GoalResult failure(Text text) {
        return dialogue.failure(text);
    }

    GoalResult success(Text text) {
        return dialogue.success(text);
    }

    /** Reports the problems; nothing was changed. */
    GoalResult tell(ParameterProblems complaints) {
        return complaints.tell(dialogue.speech(), cluster.language(), CertificateGoals.UNTOUCHED);
    }

    /** The result of a plan with obstacles; empty without any. */
    Optional<GoalResult> refusal(PkiOperationPlan plan) {
        if (plan.isPossible()) {
            return Optional.empty();
        }
        if (plan.obstacles().get(0) instanceof CertificateObstacle.NoCertificates none) {
            String directory = dialogue.speech().path(none.directory());
            return Optional.of(failure(Text.of(
                    "there are no certificates in " + directory
                            + "; make them with pki-init or generate, or name the directory with -D"
                            + PropertyNames.SECRETS_DIRECTORY,
                    "в " + directory
                            + " сертификатов нет; создайте их целью pki-init или generate либо укажите каталог через -D"
                            + PropertyNames.SECRETS_DIRECTORY)));
        }
        ParameterProblems problems = new ParameterProblems();
        new ObstacleProblems(problems).add(plan.obstacles());
        return Optional.of(tell(problems));
    }
}
