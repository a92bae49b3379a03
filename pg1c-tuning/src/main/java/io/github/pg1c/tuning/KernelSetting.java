package io.github.pg1c.tuning;

/**
 * One setting of the Linux kernel.
 *
 * @param key name as in {@code sysctl.conf}
 * @param value its value
 * @param reason why
 * @see <a href="https://www.kernel.org/doc/html/latest/admin-guide/sysctl/index.html">Linux: sysctl</a>
 * @since 0.1
 */
public record KernelSetting(String key, String value, Text reason) {}
