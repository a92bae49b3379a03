package io.github.pg1c.maven.goal;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.certificates.Passphrases;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * The passphrase from {@code settings.xml}, else from the environment, else from the terminal.
 *
 * @param server the {@code <server>} that holds it as {@code <passphrase>} or {@code <password>}
 * @param variables names of environment variables; the first one that is set counts
 */
public record MavenPassphrases(MavenServices maven, Optional<String> server, List<String> variables)
        implements Passphrases {

    public static MavenPassphrases of(MavenServices maven, Optional<String> server) {
        return new MavenPassphrases(maven, server, List.of(VARIABLE));
    }

    @Override
    public Optional<char[]> stored(ParameterProblems problems) {
        if (server.isEmpty()) {
            return variables.stream()
                    .map(System::getenv)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(String::toCharArray);
        }
        Optional<char[]> found = decrypted()
                .filter(result -> result.getProblems().isEmpty())
                .map(SettingsDecryptionResult::getServer)
                .flatMap(MavenPassphrases::secret)
                .map(String::toCharArray);
        if (found.isEmpty()) {
            String id = server.get();
            problems.add(
                    ParameterProblems.MALFORMED,
                    PropertyNames.PASSPHRASE_SERVER,
                    Text.of(
                            "settings.xml gives no passphrase of '" + id + "'",
                            "в settings.xml нет пригодного пароля для «" + id + "»"),
                    Text.of(
                            "add a <server> with this id and a <passphrase>, and for an encrypted one the"
                                    + " master password of settings-security.xml",
                            "добавьте <server> с этим id и <passphrase>, а для зашифрованного — и главный"
                                    + " пароль в settings-security.xml"));
        }
        return found;
    }

    @Override
    public Optional<char[]> typed(String question) {
        return maven.terminal().secret(question);
    }

    private Optional<SettingsDecryptionResult> decrypted() {
        return server.flatMap(maven::server);
    }

    private static Optional<String> secret(Server found) {
        return SpeakingMojo.said(found.getPassphrase()).or(() -> SpeakingMojo.said(found.getPassword()));
    }
}
