package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.secrets.PkiChange;
import io.github.pg1c.secrets.operation.CertificateCreation;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes authorities, certificates and all other secrets of a cluster, as a generation does, but writes no
 * configuration.
 */
public final class MakeCertificates implements CertificateGoal {

    private final boolean encrypting;

    private MakeCertificates(boolean encrypting) {
        this.encrypting = encrypting;
    }

    /**
     * The goal of the parameters.
     *
     * @param encrypting true to require a passphrase, and to ask for one when settings and environment have none
     */
    public static Function<ParameterProblems, CertificateGoal> of(boolean encrypting) {
        return complaints -> new MakeCertificates(encrypting);
    }

    @Override
    public GoalResult on(CertificateSession session) {
        if (!encrypting || session.passphrase().isPresent()) {
            return made(session);
        }
        Optional<Passphrase> typed = session.passphrases().askNew(session.dialogue()::in);
        if (typed.isEmpty()) {
            return session.failure(Text.of(
                    PropertyNames.ENCRYPT
                            + " wants a passphrase, typed twice alike, of printable ASCII characters; or name the <server> of settings.xml with -D"
                            + PropertyNames.PASSPHRASE_SERVER + ", or put it into the environment as "
                            + Passphrases.VARIABLE,
                    "для pg1c.encrypt нужен пароль из печатных символов ASCII, введённый дважды одинаково; либо назовите <server> из settings.xml через -D"
                            + PropertyNames.PASSPHRASE_SERVER + " или задайте переменную окружения "
                            + Passphrases.VARIABLE));
        }
        try (Passphrase passphrase = typed.get()) {
            return made(new CertificateSession(
                    session.cluster(),
                    session.secretsDirectory(),
                    Optional.of(passphrase),
                    session.passphrases(),
                    session.dialogue(),
                    session.output(),
                    session.clock(),
                    session.random()));
        }
    }

    private static GoalResult made(CertificateSession session) {
        CertificateCreation.Result result =
                session.change(pki -> new CertificateCreation().run(pki, session.clock(), session.random()));
        PkiChange change = result.change();
        new IssuanceLines(session).show(change.issuances());
        String directory = session.dialogue().speech().path(session.pki().directory());
        if (change.files().isEmpty()) {
            return session.success(Text.of(
                    "all certificates are there already, in " + directory,
                    "все сертификаты уже есть, они в " + directory));
        }
        if (!result.encrypted()) {
            session.warn(Text.of(
                    "the keys of the authorities in " + directory
                            + "/ca are not encrypted: keep the directory safe, or encrypt them with pki-init -D"
                            + PropertyNames.ENCRYPT,
                    "ключи удостоверяющих центров в " + directory
                            + "/ca не зашифрованы: берегите каталог или зашифруйте их: pki-init -D"
                            + PropertyNames.ENCRYPT));
        }
        if (!result.first()) {
            new DeliveryLines(session).show(change.deliver());
        }
        return session.success(Text.of(
                "secrets made: " + change.files().size() + ", in " + directory,
                "создано секретов: " + change.files().size() + ", они в " + directory));
    }
}
