package io.github.pg1c.bundle.document;

/** Tables and lists of the documents that components add entries to. */
public enum Listing {
    /** Ports of the services: service, port. */
    PORTS,
    /** Versions that the files are written for: component, version. */
    VERSIONS,
    /** Places on a PostgreSQL node: what, path. */
    PLACES,
    /** Costs of a failure: a sentence. */
    SURVIVAL,
    /** Automatic steps of a failover: a sentence for each. */
    FAILOVER,
    /** Notes for clients on their connection: a sentence. */
    CONNECTION,
    /** Notes on a reload: a sentence, with the space before it. */
    RELOADS,
    /** Certificates and their users: a sentence. */
    CERTIFICATES,
    /** Automatic reaction of a service to a renewed certificate: a sentence, with the space before it. */
    RENEWALS,
    /** State that a rollback of files does not restore: a sentence. */
    ROLLBACK,
    /** Notes on what the playbook does and does not do: a sentence. */
    PLAYBOOK,
    /** Objectives of the cluster: objective, value, derivation. */
    OBJECTIVES,
    /** Intervals of the services: which one, value. */
    INTERVALS,
    /** Division of the connections: a paragraph. */
    CONNECTION_BUDGET,
    /** Place of PostgreSQL's parameters and the way to change them: a paragraph. */
    PARAMETERS,
    /** Symptom, where to look, what to do. */
    TROUBLES
}
