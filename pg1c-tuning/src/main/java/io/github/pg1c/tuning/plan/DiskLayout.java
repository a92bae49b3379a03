package io.github.pg1c.tuning.plan;

import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.WalPlace;
import java.util.List;
import java.util.Optional;

/**
 * The disks of a node and what else lies on them.
 *
 * @param walApart whether WAL has a disk to itself
 * @param dataDisk size of the disk of the databases, where WAL is apart; empty when not given
 * @param etcd space that etcd's data may take on the disk of the databases; empty without etcd on the node
 * @param others what else lies on the disk of the databases
 * @since 0.1
 */
public record DiskLayout(
        boolean walApart, Optional<MemorySize> dataDisk, Optional<MemorySize> etcd, List<DiskItem> others) {

    public DiskLayout {
        others = List.copyOf(others);
    }

    /** The layout that an input tells by itself. */
    public static DiskLayout of(TuningInput input) {
        return new DiskLayout(input.walPlace() == WalPlace.OWN, Optional.empty(), Optional.empty(), List.of());
    }
}
