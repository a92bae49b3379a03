package io.github.pg1c.bundle.component;

import io.github.pg1c.bundle.ansible.HostGroup;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.SecretsPart;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.report.Tier;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import java.util.List;

/**
 * A program or a subject of the cluster with all of its facts: files and their settings, secret files, certificates,
 * directories, programs, users, services, ports. Code that installs, documents or compares a node reads the parts and
 * knows no component by name.
 */
public interface Component {

    /** Whether the cluster has it; without it nothing of it is asked, so that no document speaks of it. */
    default boolean in(Cluster cluster) {
        return true;
    }

    /** Whether the node has it. */
    boolean on(PlanContext context, Node node);

    /** Its needs on a node that has it. */
    NodePart part(PlanContext context, Node node);

    /** Its declarations for the secrets store besides the files of the nodes. */
    default SecretsPart secrets() {
        return SecretsPart.EMPTY;
    }

    /** Names of its services, in the order of start, whatever node they are on; none unless its parts have services. */
    default List<String> services() {
        return List.of();
    }

    /** Its groups in Ansible's inventory; none unless it has plays. */
    default List<HostGroup> groups(DocumentContext context) {
        return List.of();
    }

    /** Plays that look at hosts before the playbook changes anything. */
    default List<Play> preconditions(DocumentContext context) {
        return List.of();
    }

    /** Plays that start its services and apply their changes; they run in the order in which services start. */
    default List<Play> plays(DocumentContext context) {
        return List.of();
    }

    /** Its sections of the runbook's chapters; each leaves out what does not apply to the cluster. */
    default List<Section> sections() {
        return List.of();
    }

    /** Its entries in the tables and lists of the documents, also when no node has it. */
    default List<Entry> entries(DocumentContext context) {
        return List.of();
    }

    /** Its nodes in the drawing of the cluster; none where another component's tier shows them. */
    default List<Tier> tiers(DocumentContext context) {
        return List.of();
    }
}
