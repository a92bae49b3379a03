package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.platform.Platform;

/**
 * The operating system of the nodes, and whether they are containers.
 *
 * @since 0.1
 */
public record PlatformChoice(
        @Key(
                en = "Operating system and its major version.",
                ru = "Операционная система и её основная версия.",
                example = "debian-13",
                required = true)
        Platform os,

        @Key(
                en = "Whether the nodes are containers (LXC), whose kernel settings belong to the host.",
                ru = "Узлы — контейнеры (LXC): параметры ядра задаются на их хосте.",
                otherwise = "false")
        boolean container) {

    /** The same with another {@link #os()}. */
    public PlatformChoice withOs(Platform value) {
        return new PlatformChoice(value, container);
    }

    /** The same with another {@link #container()}. */
    public PlatformChoice withContainer(boolean value) {
        return new PlatformChoice(os, value);
    }
}
