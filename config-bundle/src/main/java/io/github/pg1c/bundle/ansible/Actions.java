package io.github.pg1c.bundle.ansible;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Ansible's action for each need that an installer may report; an action is the name of a pending file. */
public final class Actions {

    /** The shared configuration changes, once for all members. */
    public static final String SHARED = "shared.change";

    private Actions() {}

    /** {@code haproxy.reload} by need, for every need of every node. */
    public static SortedMap<String, List<String>> of(DocumentContext context) {
        SortedMap<String, List<String>> actions = new TreeMap<>();
        for (NodePart part : context.parts().values()) {
            needs(part).forEach(need -> {
                List<String> names = actions(need, part);
                if (!names.isEmpty()) {
                    actions.put(need.id(), names);
                }
            });
        }
        return actions;
    }

    private static Stream<Need> needs(NodePart part) {
        return Stream.of(
                        part.files().stream().map(RenderedFile::need),
                        part.files().stream()
                                .flatMap(file -> file.settings().stream())
                                .map(Setting::need),
                        part.secrets().stream().map(SecretFile::need))
                .flatMap(needs -> needs)
                .distinct();
    }

    /** A need of initialisation or of a person has no action. */
    private static List<String> actions(Need need, NodePart part) {
        List<String> names = new ArrayList<>();
        if (need instanceof Need.Shared) {
            names.add(SHARED);
        }
        if (need instanceof Need.Reload reload) {
            names.add(unit(reload.name(), part) + ".reload");
        } else {
            need.service().ifPresent(name -> names.add(name + ".restart"));
        }
        return names;
    }

    /** A service without its own unit is reloaded by the service that runs it. */
    private static String unit(String name, NodePart part) {
        return part.services().stream()
                .filter(service -> service.name().equals(name))
                .map(Service::unit)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no component declares the service " + name));
    }
}
