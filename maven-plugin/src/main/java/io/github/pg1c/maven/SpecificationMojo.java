package io.github.pg1c.maven;

import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.Outcome;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.tuning.Language;
import java.io.File;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What every goal about specifications has in common: which files, which language, whether to run at all. */
abstract class SpecificationMojo extends AbstractMojo {

    private static final String DEFAULT_FILE = "cluster.yaml";

    /**
     * The specification: a file, or a directory of many, of which every {@code *.yaml} and {@code *.yml} directly inside
     * and every {@code cluster.yaml} one level below is read. Default: {@code cluster.yaml} in the base directory.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.SPEC)
    private @Nullable File spec;

    /**
     * Language of the generated files and of the output, {@code ru} or {@code en}. Default: what each specification says.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.LANGUAGE)
    private @Nullable String language;

    /**
     * Does nothing, and says so.
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

    private final MavenProject project;

    private final MojoExecution execution;

    SpecificationMojo(MavenProject project, MojoExecution execution) {
        this.project = project;
        this.execution = execution;
    }

    abstract Outcome run(Input input, Speech speech);

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        Path base = directory(baseDirectory);
        if (skip) {
            getLog().info("pg1c: skipped, because " + PropertyNames.SKIP + " is true");
            return;
        }
        Path specification = specification(base);
        if (onlyAggregates(specification)) {
            getLog().info("pg1c: skipped, because this project only lists modules and has no " + DEFAULT_FILE);
            return;
        }
        Speech speech = new Speech(new MavenConsole(getLog()), directory(executionRoot), charset(), told());
        report(run(new Input(specification, chosenLanguage()), speech));
    }

    private static void report(Outcome outcome) throws MojoExecutionException, MojoFailureException {
        Optional<Exception> fault = outcome.fault();
        if (fault.isPresent()) {
            throw new MojoExecutionException(outcome.sentence(), fault.get());
        }
        if (outcome.failed()) {
            throw new MojoFailureException(outcome.sentence());
        }
    }

    /**
     * The directory for what the build makes. Without a POM {@code ${project.build.directory}} stays as it is written, hence
     * no default value in an annotation.
     */
    final Path buildDirectory() {
        return project.getFile() == null
                ? directory(baseDirectory).resolve("target")
                : Path.of(project.getBuild().getDirectory());
    }

    final String version() {
        return execution.getVersion();
    }

    final Path baseDirectory() {
        return directory(baseDirectory);
    }

    /** Whether the user said which specification, and did not leave it to the default. */
    final boolean specificationNamed() {
        return spec != null;
    }

    static Optional<String> said(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    static List<String> list(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file)
                .map(said -> said.toPath().toAbsolutePath().normalize());
    }

    private Path specification(Path base) {
        return spec == null
                ? base.resolve(DEFAULT_FILE)
                : spec.toPath().toAbsolutePath().normalize();
    }

    /** A parent hands its executions down to the modules that have specifications; called by hand, the goal was meant. */
    private boolean onlyAggregates(Path specification) {
        return execution.getSource() == MojoExecution.Source.LIFECYCLE
                && spec == null
                && !project.getModules().isEmpty()
                && !Files.exists(specification);
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

    /** What the goals said about this project in this build: {@code generate} does not repeat the warnings of {@code validate}. */
    @SuppressWarnings("unchecked")
    private Set<String> told() {
        String key = SpecificationMojo.class.getName() + ".told";
        Object before = project.getContextValue(key);
        if (before == null) {
            before = new HashSet<String>();
            project.setContextValue(key, before);
        }
        return (Set<String>) before;
    }

    /** The character set that the terminal, or the file standard output goes to, is written in. */
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
