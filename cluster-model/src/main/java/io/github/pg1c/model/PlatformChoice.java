package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.model.program.PackageRepository;
import java.util.List;

/**
 * The operating system of the nodes, whether they are containers, and where their packages come from.
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
        boolean container,

        @Key(
                en = "Repositories of packages beside those of the operating system, for hosts that a network reaches.",
                ru = "Репозитории пакетов в дополнение к репозиториям ОС, для узлов с доступом к сети.",
                otherwise = "[]")
        List<PackageRepository> repositories) {

    public PlatformChoice {
        repositories = List.copyOf(repositories);
    }

    /** Nodes with this operating system, which are no containers and have its repositories alone. */
    public static PlatformChoice of(Platform os) {
        return new PlatformChoice(os, false, List.of());
    }

    /** The same with another {@link #os()}. */
    public PlatformChoice withOs(Platform value) {
        return new PlatformChoice(value, container, repositories);
    }

    /** The same with another {@link #container()}. */
    public PlatformChoice withContainer(boolean value) {
        return new PlatformChoice(os, value, repositories);
    }

    /** The same with other {@link #repositories()}. */
    public PlatformChoice withRepositories(List<PackageRepository> value) {
        return new PlatformChoice(os, container, value);
    }
}
