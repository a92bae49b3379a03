package io.github.pg1c.bundle.document;

/** Tables and lists of the documents that components add entries to. */
public enum Listing {
    /** Ports of the services: service, port. */
    PORTS,
    /** Versions that the files are written for: component, version. */
    VERSIONS,
    /** Where things are on a PostgreSQL node: what, path. */
    PLACES,
    /** What a failure costs: a sentence. */
    SURVIVAL,
    /** What happens by itself in a failover: a sentence for each step. */
    FAILOVER,
    /** What a client has to know of its connection: a sentence. */
    CONNECTION,
    /** What has to be known of a reload: a sentence, with the space before it. */
    RELOADS,
    /** Certificates and who needs them: a sentence. */
    CERTIFICATES,
    /** What a service does with a renewed certificate by itself: a sentence, with the space before it. */
    RENEWALS,
    /** What does not go back with the files: a sentence. */
    ROLLBACK,
    /** Notes on what the playbook does and does not do: a sentence. */
    PLAYBOOK,
    /** What the cluster promises: objective, value, where it follows from. */
    OBJECTIVES,
    /** Intervals of the services: which one, value. */
    INTERVALS,
    /** How the connections are divided: a paragraph. */
    CONNECTION_BUDGET,
    /** Where PostgreSQL's parameters are kept and changed: a paragraph. */
    PARAMETERS,
    /** Symptom, where to look, what to do. */
    TROUBLES
}
