package io.github.pg1c.bundle.document;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The documents of a bundle, in the cluster's language: what a person reads and what Ansible runs.
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
    public static SortedMap<String, String> render(DocumentInput input) {
        Facts facts = new Facts(input);
        SortedMap<String, String> documents = new TreeMap<>();
        documents.put("RUNBOOK.md", Runbook.render(facts));
        documents.put("report.html", Report.render(facts));
        documents.put("ansible/README.md", AnsibleReadme.render(facts));
        documents.put("ansible/inventory.yml", AnsibleInventory.render(facts));
        documents.put("ansible/site.yml", AnsiblePlaybook.render(facts));
        return Collections.unmodifiableSortedMap(documents);
    }
}
