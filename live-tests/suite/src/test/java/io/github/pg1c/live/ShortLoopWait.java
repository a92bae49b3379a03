package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Sets Patroni's {@code loop_wait} to one second while the tests of a class run, because most of their time is waiting
 * for its next turn.
 */
final class ShortLoopWait implements BeforeAllCallback, AfterAllCallback {

    private static final Duration SHORT = Duration.ofSeconds(1);

    @Override
    public void beforeAll(ExtensionContext context) {
        loop(BootedCluster.of(context), SHORT);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LiveCluster live = BootedCluster.of(context);
        loop(live, live.timing().loopWait());
    }

    private static void loop(LiveCluster live, Duration wait) {
        try (PatroniClient patroni = live.patroniOperator()) {
            assertThat(patroni.configure(ConfigPatch.empty().set(wait.toSeconds(), "loop_wait")))
                    .isInstanceOfAny(ConfigOutcome.Changed.class, ConfigOutcome.Unchanged.class);
        }
    }
}
