package io.github.pg1c.tuning.plan;

import java.util.List;
import java.util.Optional;

/**
 * Kernel settings of a database node.
 *
 * @param sysctl settings in declared order
 * @param hugePages pages of 2 MB to set aside for shared memory; 0 when shared memory is too small to need them
 * @param transparentHugePagesNever whether transparent huge pages are switched off
 * @since 0.1
 */
public record KernelSettings(List<KernelSetting> sysctl, int hugePages, boolean transparentHugePagesNever) {

    public KernelSettings {
        sysctl = List.copyOf(sysctl);
    }

    /** The setting of a key, if it is set. */
    public Optional<KernelSetting> setting(String key) {
        return sysctl.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
