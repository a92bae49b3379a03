package io.github.pg1c.maven.goal;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Services of Maven for goals that ask the user or need a login of {@code settings.xml}. */
public final class MavenServices {
    final MavenProject project;
    final MojoExecution execution;
    final MavenSession session;
    final SettingsDecrypter decrypter;

    @Inject
    MavenServices(MavenProject project, MojoExecution execution, MavenSession session, SettingsDecrypter decrypter) {
        this.project = project;
        this.execution = execution;
        this.session = session;
        this.decrypter = decrypter;
    }

    /**
     * A {@code <server>} of {@code settings.xml}, decrypted.
     *
     * @param id its id
     * @return the server, with the problems of its decryption; empty when there is no such server
     */
    public Optional<SettingsDecryptionResult> server(String id) {
        return Optional.ofNullable(session.getSettings().getServer(id))
                .map(found -> decrypter.decrypt(new DefaultSettingsDecryptionRequest(found)));
    }

    /** The terminal that Maven was started in. */
    public Terminal terminal() {
        return new Terminal(session.getRequest().isInteractiveMode());
    }
}
