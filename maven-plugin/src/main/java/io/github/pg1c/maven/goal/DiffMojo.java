package io.github.pg1c.maven.goal;

import io.github.pg1c.maven.diff.DiffRequest;
import io.github.pg1c.maven.diff.ShowDiff;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import java.io.File;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a changed specification would change on a running cluster: each setting with its old and new value, the
 * reason and what makes it effective, then the steps in order with their commands and what a user notices. It compares
 * settings, not bytes, and writes nothing.
 *
 * @since 0.1
 */
@Mojo(name = "diff", requiresProject = false, aggregator = true, threadSafe = true)
final class DiffMojo extends StoreMojo {

    /**
     * The earlier configuration: the directory of a bundle, or a specification. Default: the bundle of each cluster in
     * the output directory.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.BEFORE)
    private @Nullable File before;

    /**
     * The later configuration: the directory of a bundle, or a specification. Default: what {@code pg1c.spec} names.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.AFTER)
    private @Nullable File after;

    /**
     * Where the bundles are, a directory per cluster. Default: {@code pg1c} in the project's build directory, without a
     * POM {@code target/pg1c}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.OUTPUT_DIRECTORY)
    private @Nullable File outputDirectory;

    /**
     * The name of the cluster, when several are specified. Default: all of them.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CLUSTER)
    private @Nullable String cluster;

    /**
     * {@code table}, {@code json}, {@code yaml} or {@code tsv}. Default: {@code table}, text for people. JSON and YAML
     * hold an object; of a directory of specifications, a list, and {@code tsv} then begins with a column for the
     * cluster.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FORMAT)
    private @Nullable String format;

    /**
     * A file for what the goal shows, in place of standard output.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.OUTPUT_FILE)
    private @Nullable File outputFile;

    @Inject
    DiffMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        Consumer<String> output =
                path(outputFile).<Consumer<String>>map(OutputFile::new).orElse(StandardOutput.INSTANCE);
        DiffRequest request = new DiffRequest(
                path(before),
                path(after),
                said(cluster),
                said(format),
                path(outputDirectory).orElseGet(() -> buildDirectory().resolve("pg1c")),
                secretsDirectory(),
                version());
        return new ShowDiff(speech, output, request).of(input);
    }
}
