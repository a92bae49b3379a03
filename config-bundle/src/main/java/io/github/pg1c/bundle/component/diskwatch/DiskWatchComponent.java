package io.github.pg1c.bundle.component.diskwatch;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A watch on the free space of the disks of data and WAL. It keeps a reserve on them, and hands the leader's role to a
 * member with more space while there is still enough for an orderly stop.
 *
 * <p>It removes files of the server's log that have been kept long enough, too. A rule of systemd-tmpfiles would not do:
 * reading a file makes it young again there.
 *
 * <p>It needs no order of start: it waits for a database, and runs from the installation on.
 */
public final class DiskWatchComponent implements Component {

    @Override
    public boolean on(PlanContext context, Node node) {
        return node.has(NodeRole.POSTGRESQL);
    }

    @Override
    public NodePart part(PlanContext context, Node node) {
        return NodePart.builder(node.name())
                .file(DiskWatchScript.file(context, node))
                .file(DiskWatchUnit.file(context))
                .program("/usr/bin/curl", Text.of("package curl", "пакет curl"))
                .build();
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section(Topic.DECOMMISSION, 35, DiskWatchComponent::end));
    }

    /** The reserves are files, which a watch that is gone would no longer give back. */
    private static void end(DocumentContext context, Markdown page) {
        List<String> files = new ArrayList<>(DiskWatchScript.reserves(context.context()));
        files.add(DiskWatchScript.room(context.layout()));
        page.on(
                Markdown.atEach(context.postgresql()),
                "systemctl disable --now " + DiskWatchUnit.NAME,
                "rm -f " + files.stream().map(Shell::word).collect(Collectors.joining(" ")));
    }

    @Override
    public List<Entry> entries(DocumentContext context) {
        return DiskWatchEntries.entries(context);
    }
}
