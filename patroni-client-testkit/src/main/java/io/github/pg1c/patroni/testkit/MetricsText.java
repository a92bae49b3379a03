package io.github.pg1c.patroni.testkit;

import java.util.Locale;

/** The metrics of a member in the text format of Prometheus. */
final class MetricsText {
    private final ClusterSimulation cluster;
    private final SimulatedMember member;
    private final StringBuilder text = new StringBuilder();

    private MetricsText(ClusterSimulation cluster, SimulatedMember member) {
        this.cluster = cluster;
        this.member = member;
    }

    static String of(ClusterSimulation cluster, SimulatedMember member) {
        MetricsText metrics = new MetricsText(cluster, member);
        metrics.write();
        return metrics.text.toString();
    }

    private void write() {
        PatroniRelease release = member.release;
        boolean leads = cluster.isLeader(member);
        boolean standbyLeader = leads && cluster.isStandbyCluster();
        boolean primary = leads && !standbyLeader;
        long position = ClusterSimulation.POSITION - member.lag.orElse(0);
        String[] numbers = release.version().split("\\.");
        sample(
                "patroni_version",
                String.format(
                        Locale.ROOT,
                        "%02d%02d%02d",
                        Integer.parseInt(numbers[0]),
                        Integer.parseInt(numbers[1]),
                        Integer.parseInt(numbers[2])));
        flag("patroni_postgres_running", member.isRunning());
        sample("patroni_postmaster_start_time", Long.toString(member.started().getEpochSecond()));
        if (!release.isSince(PatroniRelease.PATRONI_4_0)) {
            flag("patroni_master", primary);
        }
        flag("patroni_primary", primary);
        sample("patroni_xlog_location", primary ? Long.toString(ClusterSimulation.POSITION) : "0");
        flag("patroni_standby_leader", standbyLeader);
        flag("patroni_replica", !leads);
        flag("patroni_sync_standby", cluster.isSyncStandby(member));
        if (release.isSince(PatroniRelease.PATRONI_4_0)) {
            flag("patroni_quorum_standby", cluster.isQuorumStandby(member));
        }
        sample("patroni_xlog_received_location", primary ? "0" : Long.toString(position));
        sample("patroni_xlog_replayed_location", primary ? "0" : Long.toString(position));
        flag("patroni_xlog_paused", false);
        if (release.isSince(PatroniRelease.PATRONI_3_3)) {
            flag("patroni_postgres_streaming", !primary && member.streaming);
            flag("patroni_postgres_in_archive_recovery", !primary && !member.streaming);
        }
        text.append("patroni_postgres_server_version")
                .append(release.hasStraySpaceInMetrics() ? " " : "")
                .append(labels())
                .append(" 170006\n");
        flag("patroni_cluster_unlocked", cluster.leader == null);
        flag("patroni_failsafe_mode_is_active", member.failsafe);
        sample("patroni_postgres_timeline", Integer.toString(member.timeline));
        sample(
                "patroni_dcs_last_seen",
                Long.toString(cluster.clock.instant().minus(member.silence).getEpochSecond()));
        flag("patroni_pending_restart", member.pendingRestart);
        flag("patroni_is_paused", cluster.isPaused());
    }

    private void flag(String name, boolean value) {
        sample(name, value ? "1" : "0");
    }

    private void sample(String name, String value) {
        text.append("# TYPE ")
                .append(name)
                .append(" gauge\n")
                .append(name)
                .append(labels())
                .append(' ')
                .append(value)
                .append('\n');
    }

    private String labels() {
        String scope = "{scope=\"" + cluster.scope + '"';
        return member.release.isSince(PatroniRelease.PATRONI_3_3)
                ? scope + ",name=\"" + member.name() + "\"}"
                : scope + "}";
    }
}
