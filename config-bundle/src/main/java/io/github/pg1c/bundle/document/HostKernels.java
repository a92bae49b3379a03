package io.github.pg1c.bundle.document;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.HostKernel;
import java.util.List;
import java.util.stream.Collectors;

/** The machines under the containers in words. */
public final class HostKernels {

    private HostKernels() {}

    /** Its name, or the container whose machine is not named. */
    public static Text name(HostKernel host) {
        String nodes =
                host.nodes().stream().map(Node::name).map(Object::toString).collect(Collectors.joining(", "));
        return host.host()
                .map(name -> Text.same(name + " (" + nodes + ")"))
                .orElse(Text.of("host of " + nodes, "хост узла " + nodes));
    }

    /**
     * What to set there, and what not.
     *
     * @param hosts those with settings, which follow
     */
    public static Text note(List<HostKernel> hosts) {
        boolean alone = hosts.stream().anyMatch(host -> host.host().isEmpty());
        Text add = hosts.isEmpty()
                ? Text.same("")
                : Text.of(
                        " On the host add these to what is there"
                                + (alone
                                        ? "; containers without `host` in the specification are counted alone, so add up "
                                                + "those on one machine"
                                        : "")
                                + ".",
                        " На хосте добавьте эти значения к имеющимся"
                                + (alone
                                        ? "; контейнеры без `host` в описании посчитаны по одному, на одной машине сложите "
                                                + "их"
                                        : "")
                                + ".");
        return Text.of(
                "A container has no kernel of its own. Its network's settings are installed in it." + add.en()
                        + " Set neither vm.overcommit_memory = 2 nor vm.min_free_kbytes nor vm.swappiness on the host for "
                        + "one container's sake, they hold for every guest: take swap from the container instead "
                        + "(Proxmox: swap: 0).",
                "У контейнера нет своего ядра. Параметры его сети устанавливаются в нём." + add.ru()
                        + " Не задавайте на хосте ради одного контейнера ни vm.overcommit_memory = 2, ни "
                        + "vm.min_free_kbytes, ни vm.swappiness: они действуют на всех гостей; вместо этого отключите "
                        + "подкачку контейнеру (Proxmox: swap: 0).");
    }
}
