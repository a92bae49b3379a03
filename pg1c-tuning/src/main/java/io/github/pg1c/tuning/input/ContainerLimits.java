package io.github.pg1c.tuning.input;

import io.github.pg1c.tuning.catalogue.MemorySize;

/**
 * What a container may take of its host; the plan counts with these and not with the host's figures.
 *
 * @param memory limit of the control group, 512MB or more
 * @param cpus share of the host's processors, more than 0; a fraction such as 2.5 is usual
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Linux: control group v2, memory.max and cpu.max</a>
 * @since 0.1
 */
public record ContainerLimits(MemorySize memory, double cpus) {

    public ContainerLimits {
        if (memory.compareTo(TuningInput.LEAST_MEMORY) < 0) {
            throw new IllegalArgumentException(
                    "the container's memory is " + memory + ": must be at least " + TuningInput.LEAST_MEMORY);
        }
        if (!(cpus > 0 && cpus <= 4096)) {
            throw new IllegalArgumentException("the container's cpus are " + cpus + ": must be more than 0, to 4096");
        }
    }

    /** Processors to count with, 1 or more: a fraction of one is none that a process could rely on. */
    public int wholeCpus() {
        return Math.max(1, (int) cpus);
    }
}
