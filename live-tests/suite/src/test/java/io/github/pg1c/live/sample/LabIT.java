package io.github.pg1c.live.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.DebianRelease;
import io.github.pg1c.live.lab.Host;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Three machines with every role on each, the settings apart from the data, and a database that was there before. */
class LabIT extends SampleSystem {

    private static final String FIRST = "ubuntu24server";

    @Override
    Twin twin() {
        return Twin.of("lab", DebianRelease.DEBIAN_13)
                .with("ubuntu-24.04", "debian-13")
                .with("version: 18", "version: 17")
                .with("/18/", "/17/")
                .with("192.168.", "10.93.");
    }

    @Override
    void wear(Host host) {
        offerWheels(host);
        if (host.name().equals(FIRST)) {
            host.shell("pg_createcluster 17 main --locale ru_RU.UTF-8 && systemctl enable --now postgresql@17-main")
                    .orThrow();
            before(host, "postgres", "create role arrows login", "create database bench owner arrows");
            before(host, "bench", "create table drawn as select i, md5(i::text) from generate_series(1, 50000) i");
        }
    }

    @Override
    void make() {
        play();
    }

    private static void before(Host host, String database, String... statements) {
        for (String statement : statements) {
            host.run(
                            "runuser",
                            "-u",
                            "postgres",
                            "--",
                            "psql",
                            "-d",
                            database,
                            "-v",
                            "ON_ERROR_STOP=1",
                            "-c",
                            statement)
                    .orThrow();
        }
    }

    @Test
    @Order(2)
    void theServerThatWasThereLeadsAndEveryMemberHasItsRows() {
        assertThat(live().leader()).isEqualTo(FIRST);
        for (String member : live().members()) {
            assertThat(sql(member, "\\c bench", "select count(*) from drawn"))
                    .as(member)
                    .isEqualTo("50000");
        }
    }

    @Test
    @Order(3)
    void theSettingsLieWhereDebianHasThem() {
        everywhere("show config_file", "/etc/postgresql/17/main/postgresql.conf");
        everywhere("show hba_file", "/etc/postgresql/17/main/pg_hba.conf");
        everywhere("select rolcreatedb and rolcreaterole from pg_roles where rolname = 'arrows'", "t");
        everywhere("select rolconnlimit from pg_roles where rolname = 'backup' and rolreplication", "2");
    }
}
