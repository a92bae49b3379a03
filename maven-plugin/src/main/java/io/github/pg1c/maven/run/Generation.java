package io.github.pg1c.maven.run;

import io.github.pg1c.bundle.BundleException;
import io.github.pg1c.bundle.ForeignFilesException;
import io.github.pg1c.bundle.GenerationOptions;
import io.github.pg1c.bundle.Generator;
import io.github.pg1c.bundle.ManifestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Generates every cluster of the input, or none when a specification has an error. */
public final class Generation {

    private final Speech speech;
    private final GenerationOptions options;
    private final Generator generator;

    public Generation(Speech speech, GenerationOptions options, Generator generator) {
        this.speech = speech;
        this.options = options;
        this.generator = generator;
    }

    /** Generates what the input names and tells what happened. */
    public Outcome of(Input input) {
        try {
            Specifications specifications = Specifications.read(input, speech);
            new ProblemLines(speech).show(specifications);
            return specifications.hasErrors() ? Validation.failure(speech, specifications) : generate(specifications);
        } catch (BundleException e) {
            return Validation.unreadable(e);
        } catch (IOException e) {
            return Validation.unreadable(e);
        } catch (UncheckedIOException e) {
            return Validation.unreadable(e);
        }
    }

    private Outcome generate(Specifications specifications) {
        Summary summary = new Summary(speech, options);
        Refusals refusals = new Refusals(speech);
        List<String> refused = new ArrayList<>();
        for (Described each : specifications.clusters()) {
            try {
                summary.show(each.cluster(), generator.generate(each.cluster(), each.sha256(), options));
            } catch (ForeignFilesException e) {
                refusals.show(each.cluster(), e);
                refused.add(each.cluster().name().toString());
            } catch (ManifestException e) {
                refusals.show(each.cluster(), e);
                refused.add(each.cluster().name().toString());
            }
        }
        return refused.isEmpty() ? Outcome.success() : refusals.outcome(specifications.language(), refused);
    }
}
