package io.github.pg1c.maven.goal;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Common parts of goals about specifications: the files. */
public abstract class SpecificationMojo extends SpeakingMojo {

    private static final String DEFAULT_FILE = "cluster.yaml";

    /**
     * The specification: a file, or a directory of many, of which every {@code *.yaml} and {@code *.yml} directly
     * inside and every {@code cluster.yaml} one level below is read. Default: {@code cluster.yaml} in the base
     * directory.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.SPEC)
    private @Nullable File spec;

    private final MavenProject project;

    private final MojoExecution execution;

    protected SpecificationMojo(MavenProject project, MojoExecution execution) {
        super(project);
        this.project = project;
        this.execution = execution;
    }

    protected SpecificationMojo(MavenServices maven) {
        this(maven.project, maven.execution);
    }

    protected abstract GoalResult run(Input input, Speech speech);

    @Override
    protected final GoalResult run(Optional<Language> chosen, Speech speech) {
        return run(new Input(specification(), chosen), speech);
    }

    @Override
    protected final Optional<String> reasonToSkip() {
        return super.reasonToSkip()
                .or(() -> onlyAggregates()
                        ? Optional.of("this project only lists modules and has no " + DEFAULT_FILE)
                        : Optional.empty());
    }

    protected final String version() {
        return execution.getVersion();
    }

    /** Whether the user named a specification. */
    protected final boolean specificationNamed() {
        return spec != null;
    }

    private Path specification() {
        return spec == null
                ? baseDirectory().resolve(DEFAULT_FILE)
                : spec.toPath().toAbsolutePath().normalize();
    }

    /** Whether this is a parent that only passes executions to its modules; a goal called by hand runs. */
    private boolean onlyAggregates() {
        return execution.getSource() == MojoExecution.Source.LIFECYCLE
                && spec == null
                && !project.getModules().isEmpty()
                && !Files.exists(specification());
    }
}
