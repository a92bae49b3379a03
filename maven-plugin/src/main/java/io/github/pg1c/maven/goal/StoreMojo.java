package io.github.pg1c.maven.goal;

import io.github.pg1c.maven.parameter.PropertyNames;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Common parts of goals with keys, certificates or passwords: their directory. */
public abstract class StoreMojo extends SpecificationMojo {

    /**
     * Where keys, certificates and passwords are kept, a directory per cluster. Default: {@code .pg1c} in the base
     * directory.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.SECRETS_DIRECTORY)
    private @Nullable File secretsDirectory;

    protected StoreMojo(MavenServices maven) {
        super(maven);
    }

    protected final Path secretsDirectory() {
        return path(secretsDirectory).orElseGet(() -> baseDirectory().resolve(".pg1c"));
    }
}
