package io.github.pg1c.bundle.render;

import io.github.pg1c.bundle.ansible.Inventory;
import io.github.pg1c.bundle.ansible.Playbook;
import io.github.pg1c.bundle.ansible.Readme;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.report.Report;
import io.github.pg1c.bundle.runbook.Runbook;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The documents of a bundle, in the cluster's language: for people and for Ansible.
 *
 * @since 0.1
 */
public final class Documents {

    private Documents() {}

    /**
     * Renders every document.
     *
     * @return text by path within the bundle, as {@code RUNBOOK.md}; {@code \n} line ends, no secret, no date
     */
    public static SortedMap<String, String> render(DocumentContext context) {
        Entries entries = Components.entries(context);
        SortedMap<String, String> documents = new TreeMap<>();
        documents.put("RUNBOOK.md", Runbook.render(context, Components.sections(context.cluster()), entries));
        documents.put("report.html", Report.render(context, entries, Components.tiers(context)));
        documents.put("ansible/README.md", Readme.render(context, entries));
        documents.put("ansible/inventory.yml", Inventory.render(context, Components.groups(context)));
        documents.put(
                "ansible/site.yml",
                Playbook.render(context, Components.preconditions(context), Components.plays(context)));
        return Collections.unmodifiableSortedMap(documents);
    }
}
