package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.postgresql.Tablespace;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

/** What the keys of roles promise, as PostgreSQL shows it. */
final class ObjectEffects {

    private static final String POSTGRES = "postgres";

    /** A host from which {@link KeyRuns} lets an administrator work. */
    private static final String ADMINISTRATORS_HOST = "lb1";

    /** A file that a copy left in a tablespace. */
    private static final String LEFT = "keys-left";

    private ObjectEffects() {}

    /** The role copies the server from the administrators' networks, and opens no database. */
    static void anAdministratorMakesABaseBackup(LiveCluster live, ClusterPlan promised) throws IOException {
        Host host = live.host(ADMINISTRATORS_HOST);
        String leader = live.address(live.leader());
        String authority = Files.readString(live.generated().operator("ca.pem"));

        String size = host.shell("set -e; rm -rf /tmp/keys-backup; echo '" + authority
                        + "' > /tmp/keys-ca.pem; PGPASSWORD='"
                        + live.generated().password("role-keys_backup")
                        + "' /usr/lib/postgresql/" + live.cluster().postgresql().version()
                        + "/bin/pg_basebackup -D /tmp/keys-backup -Ft -X stream -c fast -d 'host=" + leader + " port="
                        + KeyEffects.port(live)
                        + " user=keys_backup sslmode=verify-full sslrootcert=/tmp/keys-ca.pem'"
                        + "; stat -c %s /tmp/keys-backup/base.tar /tmp/keys-backup/pg_wal.tar | sort -n | head -n 1"
                        + "; rm -rf /tmp/keys-backup")
                .orThrow()
                .strip();

        assertThat(Long.parseLong(size)).as("bytes of data and of WAL").isGreaterThan(1024 * 1024);
        assertThatThrownBy(() -> KeyEffects.query(
                        KeyEffects.role(live, "keys_backup", POSTGRES), live, live.leader(), "select 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("pg_hba.conf");
    }

    static void theCreatorCreatesARole(LiveCluster live, ClusterPlan promised) throws SQLException {
        KeyEffects.execute(
                KeyEffects.role(live, "keys_group", POSTGRES),
                live,
                "drop role if exists keys_made_role",
                "create role keys_made_role",
                "drop role keys_made_role");
        KeyEffects.assertDenied(() -> KeyEffects.execute(
                KeyEffects.role(live, "keys_creator", POSTGRES), live, "create role keys_made_role"));
    }

    static void rolesAreAsDescribedOnEveryMember(LiveCluster live, ClusterPlan promised) throws SQLException {
        for (Node node : promised.cluster().nodesWith(NodeRole.POSTGRESQL)) {
            String member = node.name().toString();
            for (DatabaseRole role : promised.cluster().roles()) {
                String name = "'" + role.name() + "'";
                assertThat(Sql.run(
                                live,
                                member,
                                "select concat_ws(' ', rolsuper, rolcreatedb, rolcreaterole, rolreplication,"
                                        + " rolconnlimit, (select string_agg(roleid::regrole::text, ','"
                                        + " order by roleid::regrole::text) from pg_auth_members where member = r.oid"
                                        + " and roleid <> 'pg_monitor'::regrole))"
                                        + " from pg_roles r where rolname = " + name))
                        .as(member + ": " + role.name())
                        .isEqualTo(String.join(
                                        " ",
                                        flag(role.superuser()),
                                        flag(role.createDatabases()),
                                        flag(role.createRoles()),
                                        flag(role.replication()),
                                        Objects.requireNonNullElse(role.connectionLimit(), -1)
                                                .toString(),
                                        String.join(
                                                ",",
                                                role.memberOf().stream()
                                                        .map(Object::toString)
                                                        .sorted()
                                                        .toList()))
                                .strip());
            }
        }
    }

    /** A line of pgAudit for a statement about a role, and none for one about a table. */
    static void theAuditWritesALine(LiveCluster live, ClusterPlan promised) throws SQLException {
        String leader = live.leader();
        KeyEffects.execute(
                live.superuser(),
                live,
                "drop table if exists keys_unaudited",
                "create table keys_unaudited (n int)",
                "drop table keys_unaudited",
                "comment on role keys_owner is 'audited'",
                "grant keys_group to keys_owner");
        String log = live.host(leader)
                .shell("grep -h AUDIT: " + promised.layout().logDirectory() + "/*")
                .orThrow();
        assertThat(log).contains("ROLE,GRANT").doesNotContain("keys_unaudited");
        for (String member : live.members()) {
            assertThat(Sql.run(live, member, "show pgaudit.log")).as(member).isEqualTo("role");
        }
    }

    static void extensionsAreInTheDatabaseOfEveryMember(LiveCluster live, ClusterPlan promised) throws SQLException {
        for (String member : live.members()) {
            assertThat(KeyEffects.query(
                            live.superuser().to("keys_other"),
                            live,
                            member,
                            "select keys_extensions.similarity('keys', 'keys')::text"))
                    .as(member)
                    .isEqualTo("1");
        }
    }

    /**
     * A table of the infobase lies in the directory on every member, also on one that was copied anew over what a copy
     * that was broken off left there.
     */
    static void tablesLieInTheTablespaceOfEveryMember(LiveCluster live, ClusterPlan promised) throws SQLException {
        Tablespace tablespace = promised.cluster().postgresql().tablespaces().get(0);
        String copied = live.asynchronousStandby();
        breakOffACopy(live.host(copied), promised.layout(), tablespace.directory());
        live.awaitHealthy(Duration.ofMinutes(2));
        Login owner = KeyEffects.role(live, LiveCluster.INFOBASE, LiveCluster.INFOBASE);
        KeyEffects.execute(
                owner,
                live,
                "create table if not exists keys_placed (n int) tablespace " + tablespace.name(),
                "insert into keys_placed values (1)");
        Login superuser = live.superuser().to(LiveCluster.INFOBASE);
        String rows = KeyEffects.query(superuser, live, live.leader(), "select count(*) from keys_placed");

        for (String member : live.members()) {
            Eventually.holds(
                    Duration.ofSeconds(20),
                    () -> assertThat(KeyEffects.query(superuser, live, member, "select count(*) from keys_placed"))
                            .as(member)
                            .isEqualTo(rows));
            String file = promised.layout().dataDirectory() + "/"
                    + KeyEffects.query(superuser, live, member, "select pg_relation_filepath('keys_placed')");
            assertThat(live.host(member)
                            .shell("readlink -f " + file + "; stat -c '%a %U' " + tablespace.directory())
                            .orThrow()
                            .lines())
                    .as(member)
                    .satisfiesExactly(
                            path -> assertThat(path).startsWith(tablespace.directory() + "/PG_"),
                            mode -> assertThat(mode).isEqualTo("700 postgres"));
        }
        assertThat(live.host(copied)
                        .shell("cat " + tablespace.directory() + "/PG_*/" + LEFT)
                        .succeeded())
                .as("what the broken copy left is gone")
                .isFalse();
    }

    /** The data directory is taken back, as pg_basebackup does, and the tablespace is not. */
    private static void breakOffACopy(Host host, Layout layout, String tablespace) {
        host.unit("patroni.service").stop();
        host.shell("set -e; find " + layout.dataDirectory() + " " + layout.walDirectory()
                        + " -mindepth 1 -delete; version=$(echo " + tablespace + "/PG_*); test -d \"$version\" ||"
                        + " { version=" + tablespace + "/PG_17_1; mkdir \"$version\"; }; touch \"$version/" + LEFT
                        + "\"; chown -R postgres: " + tablespace)
                .orThrow();
        host.unit("patroni.service").start();
    }

    private static String flag(boolean value) {
        return value ? "t" : "f";
    }
}
