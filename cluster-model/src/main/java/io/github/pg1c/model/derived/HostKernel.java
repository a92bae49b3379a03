package io.github.pg1c.model.derived;

import io.github.pg1c.model.Node;
import io.github.pg1c.tuning.plan.KernelSetting;
import java.util.List;
import java.util.Optional;

/**
 * What the containers of one machine need of its kernel, in addition to what others there need.
 *
 * @param host name of the machine; empty for one container whose machine the specification does not name
 * @param nodes containers that run PostgreSQL there
 * @param settings their sums
 * @since 0.1
 */
public record HostKernel(Optional<String> host, List<Node> nodes, List<KernelSetting> settings) {

    public HostKernel {
        nodes = List.copyOf(nodes);
        settings = List.copyOf(settings);
    }
}
