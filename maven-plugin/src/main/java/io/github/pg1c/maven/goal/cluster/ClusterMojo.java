package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.maven.goal.MavenConfirmation;
import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.goal.OutputFile;
import io.github.pg1c.maven.goal.StandardOutput;
import io.github.pg1c.maven.goal.StoreMojo;
import io.github.pg1c.maven.operate.AccessParameters;
import io.github.pg1c.maven.operate.ClusterGoal;
import io.github.pg1c.maven.operate.ClusterGoals;
import io.github.pg1c.maven.operate.ClusterSession;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.patroni.operation.Waiting;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Common parts of goals about a running cluster: the cluster, the access to it, questions and output. */
abstract class ClusterMojo extends StoreMojo {

    /** The password of the REST API, for users without a secrets store and settings.xml. */
    private static final String PASSWORD_VARIABLE = "PG1C_PATRONI_PASSWORD";

    /**
     * The name of the cluster, when several are specified.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CLUSTER)
    private @Nullable String cluster;

    /**
     * Addresses of Patroni's REST APIs with commas between them, as {@code https://pg1:8008}; one that answers is
     * enough. No specification is read then.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.ENDPOINTS)
    private @Nullable List<String> endpoints;

    /**
     * PEM file with the authorities that may vouch for the REST APIs. Default: the cluster's own in the secrets store;
     * with {@code pg1c.endpoints} the JDK's.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.AUTHORITY)
    private @Nullable File authority;

    /**
     * PEM file with the client certificate. Default: the operator's in the secrets store.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CERTIFICATE)
    private @Nullable File certificate;

    /**
     * PEM file with the key of the client certificate, PKCS#8 and not encrypted. Default: the operator's in the secrets
     * store.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.PRIVATE_KEY)
    private @Nullable File privateKey;

    /**
     * User of the REST API, for goals that change something. The password comes from the environment variable
     * {@code PG1C_PATRONI_PASSWORD}. Default: user and password of the secrets store.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.USER)
    private @Nullable String user;

    /**
     * The {@code <server>} of {@code settings.xml} that holds user and password of the REST API; an encrypted password
     * is decrypted.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.SERVER)
    private @Nullable String server;

    /**
     * Answers every question with yes. A goal that needs an answer fails without this in batch mode.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.YES, defaultValue = "false")
    private boolean yes;

    /**
     * A file for what the goal shows, in place of standard output. Maven 4 puts its own marks before each line of
     * standard output unless it is called with {@code --raw-streams}, so use a file for programs that read JSON.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.OUTPUT_FILE)
    private @Nullable File outputFile;

    private final MavenServices maven;

    ClusterMojo(MavenServices maven) {
        super(maven);
        this.maven = maven;
    }

    final GoalResult onOne(Input input, Speech speech, Function<ParameterProblems, ClusterGoal> goal) {
        return operations(speech).onOne(input, access(), problems -> {
            login(problems);
            return goal.apply(problems);
        });
    }

    final GoalResult onAll(
            Input input, Speech speech, Function<ParameterProblems, Function<List<ClusterSession>, GoalResult>> goal) {
        return operations(speech).onAll(input, access(), problems -> {
            login(problems);
            return goal.apply(problems);
        });
    }

    private ClusterGoals operations(Speech speech) {
        return new ClusterGoals(
                speech,
                new MavenConfirmation(yes, maven.terminal()),
                path(outputFile).<Consumer<String>>map(OutputFile::new).orElse(StandardOutput.INSTANCE),
                Waiting.real());
    }

    private AccessParameters access() {
        Optional<Server> login = decrypted().map(SettingsDecryptionResult::getServer);
        return new AccessParameters(
                secretsDirectory(),
                said(cluster),
                list(endpoints),
                path(authority),
                path(certificate),
                path(privateKey),
                said(user).or(() -> login.map(Server::getUsername)),
                login.map(Server::getPassword)
                        .or(() -> Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)))
                        .map(Secret::of));
    }

    /**
     * Adds a problem for a server that {@code settings.xml} does not have, or whose password cannot be decrypted; its
     * message may quote it.
     */
    private void login(ParameterProblems problems) {
        Optional<String> id = said(server);
        if (id.isPresent()
                && decrypted().filter(result -> result.getProblems().isEmpty()).isEmpty()) {
            problems.unusableServer(id.get());
        }
    }

    private Optional<SettingsDecryptionResult> decrypted() {
        return said(server).flatMap(maven::server);
    }
}
