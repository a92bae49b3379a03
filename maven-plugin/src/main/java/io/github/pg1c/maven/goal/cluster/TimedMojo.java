package io.github.pg1c.maven.goal.cluster;

import io.github.pg1c.maven.goal.MavenServices;
import io.github.pg1c.maven.parameter.PropertyNames;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Common parts of goals that wait: the time limit. */
abstract class TimedMojo extends ClusterMojo {

    /**
     * Time limit, by default {@code 2min} for the others to stream from a new leader, for a restarted member to stream
     * again or for the awaited state of the cluster, {@code 1min} for the members to notice a pause, {@code 6h} for a
     * copy.
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
