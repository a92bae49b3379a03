package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Output;
import io.github.pg1c.model.plan.ClusterPlan;
import java.sql.SQLException;

/** What further rules of access promise. */
final class AccessEffects {

    private static final String REPORTER = "keys_reporter";
    private static final String WHO = "select current_user";

    private AccessEffects() {}

    /** Role, database, network and TLS all have to be those of a rule; with a certificate it takes no password. */
    static void aRuleOpensItsDatabaseToItsRoleFromItsNetwork(LiveCluster live, ClusterPlan promised)
            throws SQLException {
        Login reporter = KeyEffects.role(live, REPORTER, "keys_other").from(live.stranger());
        for (String member : live.members()) {
            assertThat(KeyEffects.query(reporter, live, member, WHO)).as(member).isEqualTo(REPORTER);
            assertRefused(reporter.from(live.superuser().from()), live, member);
            assertRefused(reporter.to(LiveCluster.INFOBASE), live, member);
            assertRefused(reporter.withoutTls(), live, member);
            assertRefused(KeyEffects.role(live, "keys_owner", "keys_other").from(live.stranger()), live, member);
        }
        assertThat(byCertificate(live, live.host("lb2")).orThrow().strip()).isEqualTo(REPORTER);
        assertThat(byCertificate(live, live.host("lb1")).text()).contains("pg_hba.conf");
    }

    private static void assertRefused(Login login, LiveCluster live, String member) {
        assertThatThrownBy(() -> KeyEffects.query(login, live, member, WHO))
                .as("%s to %s of %s", login, login.database(), member)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("pg_hba.conf");
    }

    private static Output byCertificate(LiveCluster live, Host host) {
        String files = KeyEffects.bring(live, host, "keys-report");
        return host.shell("/usr/lib/postgresql/" + live.cluster().postgresql().version() + "/bin/psql -XAt -c '" + WHO
                + "' 'host=" + live.address(live.leader()) + " port=" + KeyEffects.port(live) + " dbname="
                + LiveCluster.INFOBASE + " user=" + REPORTER + " sslmode=verify-full sslrootcert=" + files
                + "/ca.pem sslcert=" + files + "/certificate.pem sslkey=" + files + "/certificate-key.pem'");
    }
}
