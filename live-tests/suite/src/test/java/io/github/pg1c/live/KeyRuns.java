package io.github.pg1c.live;

import static java.util.Map.entry;

import io.github.pg1c.live.KeyRun.Effect;
import java.util.List;
import java.util.Map;

/** The changes of keys that the live tests make, and the keys whose effect they cannot show. */
final class KeyRuns {

    /** The first line of what each specification says of PostgreSQL. */
    private static final String POSTGRESQL = "postgresql:\n";

    /** Everything that one cluster can have at the same time. */
    static final KeyRun TOGETHER = new KeyRun(
            "keys that go together",
            Map.of(
                    "language: ru\n",
                    "language: en\n",
                    "  databaseSize: 1GB\n",
                    "  databaseSize: 1GB\n  databaseCopies: true\n",
                    POSTGRESQL,
                    POSTGRESQL + """
                              audit: {log: [role]}
                              tablespaces: [{name: v81c_data, directory: /var/lib/pgspaces/data}]
                              logDirectory: /var/log/pgserver
                              logs: {retention: 5d, syslog: true}
                            """,
                    "  rto: 30s\n",
                    """
                      rto: 60s
                      withoutStandby: stop

                    patroni:
                      ttl: 25s
                      loopWait: 4s
                      retryTimeout: 8s
                      primaryStartTimeout: 12s
                      slots:
                        - {name: keys_receiver}
                        - {name: keys_feed, type: logical, database: zup, plugin: test_decoding}
                      ignoreSlots: [{name: keys_ignored, type: physical}]
                      log: {level: debug, directory: /var/log/patroni, fileSize: 1MB, files: 2}

                    etcd: {electionTimeout: 3s}
                    """,
                    "disk: ssd",
                    "disk: hdd",
                    "10.77.1.12, roles: [postgresql]}",
                    "10.77.1.12, roles: [postgresql], shared: true, resources: {memory: 4GB}, tags: {failoverPriority: 2}}",
                    "10.77.1.13, roles: [postgresql]}",
                    "10.77.1.13, roles: [postgresql], failover: false, resources: {disk: nvme}, tags: {noLoadBalance: true, noSync: true, replicateFrom: pg2}}",
                    "  administrators: [10.77.20.0/28]\n\naccess: {addresses: [10.77.1.40]}\n",
                    """
                      administrators: [10.77.20.0/28, 10.77.1.31/32]
                      monitoring: [10.77.90.1/32]

                    access:
                      addresses: [10.77.1.40]
                      rules:
                        - {databases: [keys_other], roles: [keys_reporter], networks: [10.77.90.0/24], comment: "reports # 1"}
                        - {databases: [zup], roles: [keys_reporter], networks: [10.77.1.32/32], method: cert}

                    tls:
                      clients: optional
                      key: p384
                      certificates:
                        - {name: keys-login, purpose: postgresql-client, commonName: Keys login, role: keys_auditor, databases: [zup], networks: [10.77.1.0/24]}
                        - {name: keys-report, purpose: postgresql-client, commonName: Keys report, role: keys_reporter, databases: [keys_other], networks: [10.77.1.31/32]}
                        - {name: keys-metrics, purpose: monitoring, commonName: keys-metrics}
                    """,
                    "  - {name: zup}\n",
                    """
                      - {name: zup}
                      - {name: keys_superuser, superuser: true}
                      - {name: keys_creator, createDatabases: true}
                      - {name: keys_watcher, monitoring: true}
                      - {name: keys_owner, memberOf: [keys_group], connectionLimit: 3}
                      - {name: keys_group, createDatabases: true, createRoles: true, memberOf: [pg_signal_backend]}
                      - {name: keys_backup, replication: true, connectionLimit: 2}
                      - {name: keys_reporter}
                    """,
                    "  - {name: zup, owner: zup, application: 1c}\n",
                    """
                      - {name: zup, owner: zup, application: 1c, copySlots: [{name: keys_copy, plugin: test_decoding}]}
                      - {name: keys_other, owner: keys_owner, application: other, extensions: [{name: pg_trgm, schema: keys_extensions}]}
                    """),
            List.of(
                    new Effect("language", KeyEffects::filesAreInEnglish),
                    new Effect("workload.databaseCopies", KeyEffects::aSlotKeepsItsPlace),
                    new Effect("objectives.withoutStandby", KeyEffects::aLeaderAloneAcknowledgesNothing),
                    new Effect("patroni.slots.type", PatroniKeyEffects::permanentSlotsAreOnEachMemberThatMayLead),
                    new Effect("patroni.ignoreSlots.type", PatroniKeyEffects::anIgnoredSlotIsNotDropped),
                    new Effect("patroni.ttl", PatroniKeyEffects::theLeadersKeyLivesForTtl),
                    new Effect("etcd.electionTimeout", PatroniKeyEffects::etcdRunsWithTheElectionTimeout),
                    new Effect("resources.disk", KeyEffects::readsCostWhatTheDiskOfTheClusterCosts),
                    new Effect("nodes.resources.disk", KeyEffects::readsCostWhatTheDiskOfTheNodeCosts),
                    new Effect("nodes.shared", KeyEffects::aSharedHostLeavesMemoryToIts1cServer),
                    new Effect("nodes.failover", KeyEffects::theMemberNeverLeads),
                    new Effect("nodes.tags.noLoadBalance", PatroniKeyEffects::thePortForReadingLeavesTheMemberOut),
                    new Effect("nodes.tags.noSync", PatroniKeyEffects::theMemberIsNeverSynchronous),
                    new Effect("nodes.tags.failoverPriority", PatroniKeyEffects::membersHaveTheirTags),
                    new Effect("nodes.tags.replicateFrom", PatroniKeyEffects::theMemberReplicatesFromTheNamedOne),
                    new Effect("access.rules.method", AccessEffects::aRuleOpensItsDatabaseToItsRoleFromItsNetwork),
                    new Effect("nodes.roles", KeyEffects::eachHostRunsWhatItsRolesSay),
                    new Effect("tls.clients", KeyEffects::onlyClientsMayDoWithoutTls),
                    new Effect("tls.key", KeyEffects::newKeysHaveTheAlgorithm),
                    new Effect("tls.certificates.purpose", KeyEffects::certificatesOpenWhatTheyAreFor),
                    new Effect("roles.superuser", KeyEffects::theSuperuserReadsFilesOfTheServer),
                    new Effect("roles.createDatabases", KeyEffects::theCreatorCreatesADatabase),
                    new Effect("roles.monitoring", KeyEffects::theWatcherSeesEverySessionFromItsNetwork),
                    new Effect("roles.replication", ObjectEffects::anAdministratorMakesABaseBackup),
                    new Effect("roles.createRoles", ObjectEffects::theCreatorCreatesARole),
                    new Effect("roles.memberOf", ObjectEffects::rolesAreAsDescribedOnEveryMember),
                    new Effect(
                            "postgresql.tablespaces.directory", ObjectEffects::tablesLieInTheTablespaceOfEveryMember),
                    new Effect("postgresql.logs.retention", LogEffects::filesOfTheServerAreKeptForTheirDays),
                    new Effect("postgresql.logs.syslog", LogEffects::theSystemsLogHasTheLines),
                    new Effect("patroni.log.level", LogEffects::patroniWritesFilesOfItsOwn),
                    new Effect("postgresql.audit.log", ObjectEffects::theAuditWritesALine),
                    new Effect("databases.extensions.name", ObjectEffects::extensionsAreInTheDatabaseOfEveryMember),
                    new Effect("databases.application", KeyEffects::only1cHasTheSettingsOf1c)));

    /** The way of pooling that neither the specifications of the releases have nor a sample. */
    static final KeyRun TRANSACTIONS = new KeyRun(
            "a pool of transactions",
            Map.of("application: 1c", "application: other", "access: {", "access: {pooling: transaction, "),
            List.of(new Effect("access.pooling", KeyEffects::sessionsShareAServerBetweenTransactions)));

    /** All changes, each from the original specification. */
    static final List<KeyRun> ALL = List.of(TOGETHER, TRANSACTIONS);

    /** Keys that a separate test of {@link KeysIT} or {@link BareHostIT} shows. */
    static final List<String> SHOWN_APART = List.of("patroni.watchdog", "programs.etcd.from");

    /** Keys whose effect no test host shows, each with the reason. */
    static final Map<String, String> NOT_SHOWN = Map.ofEntries(
            entry(
                    "etcd.external.clientCertificate",
                    "the etcd outside of the live test asks every client for a certificate; without one the files "
                            + "are looked at"),
            entry(
                    "nodes.tags.cloneFrom",
                    "no test makes a new copy while three members lead and follow; the tag is looked at in the files"),
            entry(
                    "patroni.formerLeader.rewind",
                    "without it every return of a former leader is a new copy; the setting is looked at in the files"),
            entry(
                    "platform.container",
                    "the hosts have a kernel of their own by their specification: a container's settings belong to another host"),
            entry(
                    "patroni.basebackup.checkpoint",
                    "a spread checkpoint begins at once and takes minutes, by the number of changed pages; only the time of the copy"
                            + " differs, and every recovery of the run would wait for it"),
            entry(
                    "patroni.formerLeader.removeOnRewindFailure",
                    "pg_rewind does not fail on the hosts: without checksums or with a lost segment it would"),
            entry(
                    "patroni.formerLeader.removeOnDivergedTimelines",
                    "with rpo 0 a former leader has nothing that the new one lacks, unless it hangs at the right moment"),
            entry(
                    "patroni.systemdNotify",
                    "Debian's packages have a Patroni before 4.1, in which the key has no effect"),
            entry(
                    "programs.patroni.from",
                    "no wheels of Patroni can be had without an index of Python's packages; its packages are installed"),
            entry(
                    "programs.postgresql.from",
                    "its packages are installed on bare hosts; nothing else than to check is done with what is present"),
            entry(
                    "programs.haproxy.from",
                    "an archive is unpacked as etcd's; its packages are installed on bare hosts"),
            entry(
                    "programs.pgbouncer.from",
                    "an archive is unpacked as etcd's; its packages are installed on bare hosts"));

    private KeyRuns() {}
}
