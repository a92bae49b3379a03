package io.github.pg1c.maven.goal;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.MisspeltProperties;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.FileFaults;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Common parts of all goals: language, skipping, and the result. */
public abstract class SpeakingMojo extends AbstractMojo {

    /**
     * Language of the generated files and of the output, {@code ru} or {@code en}. Default: what each specification
     * says.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.LANGUAGE)
    private @Nullable String language;

    /**
     * Skips the goal, with a message.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.SKIP, defaultValue = "false")
    private boolean skip;

    /** The project's directory; without a POM the directory in which Maven was started. */
    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private @Nullable File baseDirectory;

    @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true, required = true)
    private @Nullable File executionRoot;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private @Nullable MavenSession session;

    private final MavenProject project;

    protected SpeakingMojo(MavenProject project) {
        this.project = project;
    }

    protected SpeakingMojo(MavenServices maven) {
        this(maven.project);
    }

    /** Runs the goal. */
    protected abstract GoalResult run(Optional<Language> chosen, Speech speech);

    /** Why the goal skips this project; empty when it runs. */
    protected Optional<String> reasonToSkip() {
        return skip ? Optional.of(PropertyNames.SKIP + " is true") : Optional.empty();
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> reason = reasonToSkip();
        if (reason.isPresent()) {
            getLog().info("pg1c: skipped, because " + reason.get());
            return;
        }
        Speech speech = new Speech(new MavenConsole(getLog()), directory(executionRoot), charset(), told());
        Optional<Language> chosen = chosenLanguage();
        warnOfMisspeltProperties(speech, chosen.orElse(Language.RU));
        report(result(chosen, speech));
    }

    private GoalResult result(Optional<Language> chosen, Speech speech) {
        Language language = chosen.orElse(Language.RU);
        try {
            return run(chosen, speech);
        } catch (FileException e) {
            return FileFaults.of(speech, language, e);
        } catch (InvalidPathException e) {
            return GoalResult.failure("pg1c: " + speech.in(language, unusablePath(e.getInput())));
        }
    }

    private static Text unusablePath(String path) {
        return Text.of(
                "'" + path + "' cannot be a path on this system: set a locale with UTF-8, for example LC_ALL=C.UTF-8,"
                        + " or choose another name",
                "«" + path + "» не может быть путём в этой системе: задайте локаль с UTF-8, например"
                        + " LC_ALL=C.UTF-8, или выберите другое имя");
    }

    private static void report(GoalResult outcome) throws MojoExecutionException, MojoFailureException {
        if (outcome.fault().isPresent()) {
            // Maven would repeat the message of a cause behind the sentence, which says everything.
            MojoExecutionException fault = new MojoExecutionException(outcome.sentence());
            fault.addSuppressed(outcome.fault().get());
            throw fault;
        }
        if (outcome.failed()) {
            throw new MojoFailureException(outcome.sentence());
        }
    }

    /**
     * The build's output directory. Without a POM {@code ${project.build.directory}} stays as it is written, hence no
     * default value in an annotation.
     */
    protected final Path buildDirectory() {
        return project.getFile() == null
                ? directory(baseDirectory).resolve("target")
                : Path.of(project.getBuild().getDirectory());
    }

    protected final Path baseDirectory() {
        return directory(baseDirectory);
    }

    protected static Optional<String> said(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    protected static List<String> list(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    protected static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file)
                .map(said -> said.toPath().toAbsolutePath().normalize());
    }

    private Optional<Language> chosenLanguage() throws MojoFailureException {
        if (language == null || language.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Language.parse(language));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(PropertyNames.LANGUAGE + ": " + e.getMessage(), e);
        }
    }

    /**
     * Messages of earlier goals about this project in this build; {@code generate} does not repeat the warnings of
     * {@code validate}.
     */
    @SuppressWarnings("unchecked")
    private Set<String> told() {
        String key = SpeakingMojo.class.getName() + ".told";
        Object before = project.getContextValue(key);
        if (before == null) {
            before = new HashSet<String>();
            project.setContextValue(key, before);
        }
        return (Set<String>) before;
    }

    /** Once in a build, also in one of many modules. */
    @SuppressWarnings("unchecked")
    private void warnOfMisspeltProperties(Speech speech, Language chosen) {
        if (session == null) {
            return;
        }
        Map<String, Object> data = session.getRequest().getData();
        Set<String> told;
        synchronized (data) {
            told = (Set<String>) data.computeIfAbsent(
                    MisspeltProperties.class.getName(), key -> ConcurrentHashMap.<String>newKeySet());
        }
        new MisspeltProperties(speech, chosen, told)
                .warn(
                        session.getUserProperties().stringPropertyNames(),
                        project.getProperties().stringPropertyNames());
    }

    /** The character set of the terminal, or of the file behind standard output. */
    private static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    private static Path directory(@Nullable File injected) {
        if (injected == null) {
            throw new IllegalStateException("Maven names no directory");
        }
        return injected.toPath().toAbsolutePath().normalize();
    }
}
