package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.Dialogue;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PassphraseException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A goal at work on the certificates of one cluster.
 *
 * @param cluster the cluster
 * @param secretsDirectory parent of the clusters' secrets stores
 * @param passphrase what settings or environment gave
 * @param passphrases asks for one when it turns out to be needed
 * @param dialogue the way to the user
 * @param output takes what was asked for, as a table or JSON
 * @param clock decides when certificates begin and end
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

    /** The store, to look at. */
    ClusterPki pki() {
        return ClusterPki.of(cluster, secretsDirectory, passphrase);
    }

    /** Changes the store; asks for the passphrase when there is none and one is needed, which is before anything is changed. */
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

    /** Tells the complaints; nothing was changed. */
    GoalResult tell(ParameterProblems complaints) {
        return complaints.tell(dialogue.speech(), cluster.language(), CertificateGoals.UNTOUCHED);
    }

    /** How a goal ends that needs a store where there is none. */
    Optional<GoalResult> refusalWithoutStore() {
        return pki().exists()
                ? Optional.empty()
                : Optional.of(
                        failure(
                                Text.of(
                                        "there are no certificates in "
                                                + dialogue.speech().path(pki().directory())
                                                + "; make them with pki-init or generate, or name the directory with -Dpg1c.secretsDirectory",
                                        "в " + dialogue.speech().path(pki().directory())
                                                + " сертификатов нет; создайте их целью pki-init или generate либо укажите каталог через -Dpg1c.secretsDirectory")));
    }
}
