package com.example.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.explain.Explanation;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleSet;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The calculator and the authority, each without the rest: what the README shows. */
class SeparateLibrariesTest {

    @Test
    void calculatesParametersFromMemoryProcessorsAndConnections() {
        TuningInput input = TuningInput.builder(MemorySize.parse("16GB"), 6, 200).build();

        TuningPlan plan = Calculator.plan(input);

        assertThat(plan.value("shared_buffers")).contains("4GB");
        assertThat(plan.budget().fits()).isTrue();
        assertThat(Explanation.of(plan, "work_mem")).isPresent();
    }

    @Test
    void goesWithoutARuleForAStatedReason() {
        TuningInput input = TuningInput.builder(MemorySize.parse("16GB"), 6, 200).build();
        RuleSet ours = RuleSets.builtIn().of(Preset.BALANCED).without("balanced.jit", Text.same("our reports gain from it"));

        assertThat(Calculator.plan(input).value("jit")).contains("off");
        assertThat(Calculator.plan(input, ours).value("jit")).isEmpty();
    }

    @Test
    void issuesACertificateForAServerOfATest() throws Exception {
        CertificateAuthority ca =
                CertificateAuthority.create(CaRequest.of("test CA"), Clock.systemUTC(), new SecureRandom());
        IssuedCertificate server = ca.issue(
                CertificateRequest.of(Purpose.SERVER, "db.test", "db.test", "127.0.0.1"),
                KeyAlgorithm.P256,
                Duration.ofDays(1),
                Clock.systemUTC(),
                new SecureRandom());

        server.certificate().verify(ca.certificate().getPublicKey());
        assertThat(server.certificatePem()).startsWith("-----BEGIN CERTIFICATE-----");
    }
}
