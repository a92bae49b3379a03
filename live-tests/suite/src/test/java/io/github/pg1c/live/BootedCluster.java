package io.github.pg1c.live;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the one cluster of the run to the tests, and waits before each test until it is healthy. */
final class BootedCluster implements ParameterResolver, BeforeEachCallback {

    /** The result of the one boot: a cluster, or the failure, which every test then reports. */
    private static final class Boot implements AutoCloseable {
        private final CompletableFuture<LiveCluster> outcome;

        Boot() {
            outcome = CompletableFuture.completedFuture(Path.of("cluster.yaml"))
                    .thenApply(specification -> LiveCluster.boot(specification, Path.of("target/live/cluster")));
        }

        @Override
        public void close() {
            outcome.thenAccept(LiveCluster::close).exceptionally(failed -> null).join();
        }
    }

    /** The cluster of the run, booted at the first call. */
    static LiveCluster of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(BootedCluster.class))
                .computeIfAbsent(Boot.class, key -> new Boot(), Boot.class)
                .outcome
                .join();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        LiveCluster live = of(context);
        live.awaitHealthy(live.worstCase());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LiveCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }
}
