package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.file.PrivateDirectory;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.Console.Level;
import io.github.pg1c.maven.speech.Speech;
import java.nio.file.Path;

/** Warns of secrets that others can read because the file system has neither permissions nor access control lists. */
public final class UnprotectedSecrets {

    private UnprotectedSecrets() {}

    /**
     * Warns of the secrets of a cluster, if they are there and open to others; once in a build.
     *
     * @return true when they are open, also when that was told before
     */
    public static boolean warn(Speech speech, Language language, Path store) {
        if (PrivateDirectory.at(store).isProtected()) {
            return false;
        }
        if (!speech.isNews("unprotected " + store)) {
            return true;
        }
        String place = speech.path(store);
        speech.console()
                .say(
                        Level.WARNING,
                        speech.in(
                                language,
                                Text.of(
                                        "the secrets in " + place + " are not protected: the file system keeps no"
                                                + " permissions; move them with -D" + PropertyNames.SECRETS_DIRECTORY,
                                        "секреты в " + place + " не защищены: файловая система не хранит прав"
                                                + " доступа; перенесите их через -D"
                                                + PropertyNames.SECRETS_DIRECTORY)));
        return true;
    }
}
