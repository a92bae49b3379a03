package io.github.pg1c.secrets.content;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.bundle.part.SecretContent.ComposedText;
import io.github.pg1c.bundle.part.SecretContent.GivenPassword;
import io.github.pg1c.bundle.part.SecretContent.Password;
import io.github.pg1c.bundle.part.SecretContent.Piece;
import io.github.pg1c.bundle.part.SecretContent.Plain;
import io.github.pg1c.bundle.part.SecretContent.Verifier;
import java.util.function.Function;

/** The text of a secret file: its pieces with the secrets between them. */
public final class SecretText {

    private SecretText() {}

    /** The text with passwords and verifiers by their names, and with passwords that somebody outside has chosen. */
    public static String of(
            ComposedText text,
            Function<String, Secret> password,
            Function<String, Secret> verifier,
            Function<GivenPassword, Secret> given) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : text.pieces()) {
            filled.append(filled(piece, password, verifier, given));
        }
        return filled.toString();
    }

    private static String filled(
            Piece piece,
            Function<String, Secret> password,
            Function<String, Secret> verifier,
            Function<GivenPassword, Secret> given) {
        if (piece instanceof Password one) {
            return one.quoting().quote(password.apply(one.name()).reveal());
        }
        if (piece instanceof GivenPassword one) {
            return one.quoting().quote(given.apply(one).reveal());
        }
        if (piece instanceof Verifier one) {
            return one.quoting().quote(verifier.apply(one.name()).reveal());
        }
        return ((Plain) piece).text();
    }
}
