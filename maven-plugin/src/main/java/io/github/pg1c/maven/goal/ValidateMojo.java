package io.github.pg1c.maven.goal;

import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.Validation;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Checks specifications and reports every problem at once; writes nothing.
 *
 * @since 0.1
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
final class ValidateMojo extends SpecificationMojo {

    @Inject
    ValidateMojo(MavenProject project, MojoExecution execution) {
        super(project, execution);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        return new Validation(speech).of(input);
    }
}
