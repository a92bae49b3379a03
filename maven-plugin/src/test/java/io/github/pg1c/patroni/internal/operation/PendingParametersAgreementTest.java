package io.github.pg1c.patroni.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import org.junit.jupiter.api.Test;

/** The client of Patroni does not know the catalogue; both must say the same. */
class PendingParametersAgreementTest {

    @Test
    void theClientKnowsTheLimitsOfStandbys() {
        assertThat(PendingParameters.SHARED_MEMORY)
                .containsExactlyInAnyOrderElementsOf(ParameterCatalogue.standbyLimits());
    }
}
