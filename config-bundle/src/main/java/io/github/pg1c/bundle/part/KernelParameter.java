package io.github.pg1c.bundle.part;

/**
 * A parameter of the kernel that files of the node set.
 *
 * @param key name as in {@code sysctl.conf} or on the kernel's command line
 * @param file file of the kernel that has the value now
 * @since 0.1
 */
public record KernelParameter(String key, String file) {

    /** A parameter of {@code sysctl}. */
    public static KernelParameter sysctl(String key) {
        return new KernelParameter(key, "/proc/sys/" + key.replace('.', '/'));
    }
}
