package io.github.pg1c.bundle.component.keepalived;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.HostGroup;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.Probe;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.part.Service.OnTheLeader;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.VirtualAddress;
import java.util.List;

/** keepalived: on each HAProxy node of a cluster with a virtual address. */
public final class KeepalivedComponent implements Component {

    /** Name of its service and of its package. */
    static final String NAME = "keepalived";

    static final Need RELOAD = Need.reload(NAME);
    static final Need RESTART = Need.restart(NAME);

    @Override
    public boolean in(Cluster cluster) {
        return VirtualAddress.in(cluster);
    }

    @Override
    public boolean on(PlanContext context, Node node) {
        return node.has(NodeRole.HAPROXY);
    }

    @Override
    public NodePart part(PlanContext context, Node node) {
        return NodePart.builder(node.name())
                .file(KeepalivedConfig.file(context, node))
                .file(KeepalivedUnit.file(context))
                .file(EntranceCheck.file(context))
                .file(EntranceInterfaces.file(context, node))
                .directoryOf(KeepalivedPaths.CONFIG)
                .directoryOf(KeepalivedPaths.CHECK)
                .install(List.of(NAME))
                .tools(List.of(context.cluster().platform().os().family().iproutePackage()))
                .program(KeepalivedPaths.PROGRAM, Text.of("package " + NAME, "пакет " + NAME))
                .service(Service.of(NAME, Text.same(NAME), "", OnTheLeader.NOTHING))
                .probe(new Probe(KeepalivedPaths.FIND_INTERFACES, List.of(KeepalivedPaths.FIND_INTERFACES)))
                .build();
    }

    @Override
    public List<String> services() {
        return List.of(NAME);
    }

    @Override
    public List<Section> sections() {
        return KeepalivedSections.sections();
    }

    @Override
    public List<Entry> entries(DocumentContext context) {
        return KeepalivedEntries.entries(context);
    }

    @Override
    public List<HostGroup> groups(DocumentContext context) {
        return KeepalivedPlays.groups(context);
    }

    @Override
    public List<Play> plays(DocumentContext context) {
        return KeepalivedPlays.plays(context);
    }
}
