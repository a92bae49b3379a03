package io.github.pg1c.live.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.text.Sha256;
import io.github.pg1c.live.lab.DebianRelease;
import io.github.pg1c.live.lab.DebianRoot;
import io.github.pg1c.live.lab.Host;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Bare hosts without the internet: packages, an archive and wheels come as one directory. */
class ClosedIT extends SampleSystem {

    private final Path archive = roots().resolve("closed/etcd.tar");

    @Override
    Twin twin() {
        return Twin.of("closed", DebianRelease.DEBIAN_12)
                .with("rhel-8", "debian-12")
                .with("version: 16", "version: 15")
                .with("version: \"3.5.15\"", "version: \"3.4\"")
                .with("etcd-v3.5.15-linux-amd64.tar.gz", "etcd.tar")
                .with("0".repeat(64), sum())
                .with("version: \"3.3.2\"", "version: \"3.0\"")
                .with("patroni[etcd3]==3.3.2", "patroni[etcd3]==3.0.*")
                .with("psycopg2-binary==2.9.9", "psycopg2-binary==2.9.5")
                .with("192.168.", "10.95.");
    }

    /** The checksum of the archive, which is packed at the first call. */
    private String sum() {
        try {
            if (!Files.exists(archive)) {
                Files.createDirectories(archive.getParent());
                DebianRoot.of(DebianRelease.DEBIAN_12, System.getenv(), roots())
                        .pack(archive, "/usr/bin/etcd", "/usr/bin/etcdctl");
            }
            return Sha256.of(Files.readAllBytes(archive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    DebianRoot root() {
        return DebianRoot.bare(DebianRelease.DEBIAN_12, System.getenv(), roots());
    }

    @Override
    void wear(Host host) {
        // Nothing: everything is in the directory.
    }

    @Override
    void make() {
        play("pg1c_packages=" + live().packages(root(), wheels(), List.of(archive), roots()));
    }

    @Test
    @Order(2)
    void programsComeFromTheDirectoryOnly() {
        for (String member : live().members()) {
            Host host = live().host(member);
            assertThat(host.run("/opt/patroni/bin/patroni", "--version").orThrow())
                    .contains("3.0.2");
            assertThat(host.shell("command -v patroni || dpkg -s patroni || ls /etc/pip.conf")
                            .succeeded())
                    .isFalse();
        }
    }

    @Test
    @Order(3)
    void whatTheDocumentAsksForIsThere() {
        everywhere("show data_directory", "/data/16");
        // The former name of the same directory.
        everywhere("show unix_socket_directories", "/run/postgresql");
        everywhere("show log_directory", "/data/log");
        assertThat(sql(live().leader(), "select slot_type from pg_replication_slots where slot_name = 'prod_replica1'"))
                .isEqualTo("physical");
        for (String member : live().members()) {
            assertThat(live().host(member)
                            .shell("ls /data/log/patroni/patroni.log")
                            .succeeded())
                    .as(member)
                    .isTrue();
        }
    }

    @Test
    @Order(4)
    void patroniAnswersNobodyWithoutACertificate() {
        for (String member : live().members()) {
            String request = "curl -s -k https://" + live().address(member) + ":8008/health";
            assertThat(live().host(member).shell(request).succeeded())
                    .as(member)
                    .isFalse();
        }
        assertThat(live().patroni().cluster().members()).hasSize(2);
    }
}
