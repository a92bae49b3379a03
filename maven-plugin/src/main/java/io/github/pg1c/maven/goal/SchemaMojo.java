package io.github.pg1c.maven.goal;

import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.SchemaFile;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON Schema of specifications, with which editors complete keys, explain them and mark mistakes, and shows
 * the comment that names it. The specification need not exist yet.
 *
 * @since 0.1
 */
@Mojo(name = "schema", requiresProject = false, threadSafe = true)
final class SchemaMojo extends SpecificationMojo {

    /**
     * The file to write. Default: {@code cluster.schema.json} beside the specification.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.OUTPUT_FILE)
    private @Nullable File outputFile;

    /**
     * Replaces the file also when it is no schema of pg1c.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FORCE, defaultValue = "false")
    private boolean force;

    @Inject
    SchemaMojo(MavenProject project, MojoExecution execution) {
        super(project, execution);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return new SchemaFile(speech, path(outputFile), force).of(input);
    }
}
