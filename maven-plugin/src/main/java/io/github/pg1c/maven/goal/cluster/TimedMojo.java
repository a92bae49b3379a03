package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.parameter.PropertyNames;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What every goal that waits for an end has in common: for how long. */
abstract class TimedMojo extends ClusterMojo {

    /**
     * How long to wait for the end: for the others to stream from a new leader, for a restarted member to stream again
     * or for the cluster to be as it is awaited ({@code 2min}), for the members to notice a pause ({@code 1min}), for a
     * copy ({@code 6h}).
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.TIMEOUT)
    private @Nullable String timeout;

    TimedMojo(MavenServices maven) {
        super(maven);
    }

    final Optional<String> timeout() {
        return said(timeout);
    }
}
