package io.github.pg1c.model;

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
        boolean container) {}
