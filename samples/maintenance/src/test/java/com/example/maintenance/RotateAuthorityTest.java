package com.example.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.ClusterPki;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateAuthorityTest {

    private final List<String> log = new ArrayList<>();

    @TempDir
    private Path secrets;

    @Test
    void threeStepsReplaceTheKeyAndEachNamesTheFilesToDeliver() {
        var cluster = SpecificationReader.read(Path.of("src/test/resources/cluster.yaml"))
                .cluster()
                .orElseThrow();
        ClusterPki pki = ClusterPki.of(cluster, secrets);
        pki.ensure(Clock.systemUTC(), new SecureRandom());
        RotateAuthority rotation = new RotateAuthority(pki, Clock.systemUTC(), new SecureRandom(), log::add);

        rotation.step("etcd");
        assertThat(pki.phase("etcd")).isEqualTo(RotationPhase.TRUSTED);
        assertThat(log).contains("deliver /etc/etcd/tls/ca.pem to pg1");
        rotation.step("etcd");
        assertThat(pki.phase("etcd")).isEqualTo(RotationPhase.REISSUED);
        rotation.step("etcd");
        assertThat(pki.phase("etcd")).isEqualTo(RotationPhase.SETTLED);
    }
}
