package io.github.pg1c.patroni.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterContext;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The client of Patroni does not know the catalogue; both must say the same. */
class RestartParametersAgreementTest {

    @Test
    void theClientKnowsTheParametersThatNeedARestartInAnyVersion() {
        Set<String> catalogue = IntStream.rangeClosed(
                        PgMajor.OLDEST_SUPPORTED.number(), PgMajor.NEWEST_SUPPORTED.number())
                .mapToObj(PgMajor::new)
                .flatMap(major -> ParameterCatalogue.of(major, Distribution.PGDG).parameters().stream())
                .filter(spec -> spec.context() == ParameterContext.POSTMASTER)
                .map(ParameterSpec::name)
                .collect(Collectors.toSet());

        assertThat(RestartParameters.NAMES).containsExactlyInAnyOrderElementsOf(catalogue);
    }
}
