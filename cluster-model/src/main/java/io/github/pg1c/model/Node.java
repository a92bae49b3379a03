package io.github.pg1c.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One host of the cluster.
 *
 * @since 0.1
 */
public record Node(
        @Key(
                en = "Name: the host's short name, Patroni's member name, etcd's member name.",
                ru = "Имя: короткое имя хоста, имя члена Patroni и etcd.",
                example = "pg1",
                required = true)
        NodeName name,

        @Key(
                en = "IP address the other nodes reach it at.",
                ru = "IP-адрес, по которому узел доступен остальным.",
                example = "10.0.0.11",
                required = true)
        IpAddress address,

        @Key(
                en = "What runs there: postgresql, etcd, haproxy; several are allowed.",
                ru = "Что на нём работает: postgresql, etcd, haproxy; можно несколько.",
                example = "[postgresql, etcd]",
                required = true)
        Set<NodeRole> roles,

        @Key(en = "Hardware where it differs from the cluster's.", ru = "Ресурсы, если отличаются от общих.") @Nullable
        Resources resources,

        @Key(
                en = "Failure domain: rack, hypervisor or site.",
                ru = "Домен отказа: стойка, гипервизор или площадка.",
                example = "rack1")
        @Nullable
        String zone,

        @Key(
                en = "Whether a 1C server shares the host with PostgreSQL.",
                ru = "Стоит ли на этом же узле сервер 1С.",
                otherwise = "false")
        boolean shared,

        @Key(en = "Whether the node may become leader.", ru = "Может ли узел стать лидером.", otherwise = "true")
        boolean failover) {

    public Node {
        // A section without a figure says as much as no section.
        resources = resources == null || resources.equals(Resources.unspecified()) ? null : resources;
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /** Whether the role runs on this node. */
    public boolean has(NodeRole role) {
        return roles.contains(role);
    }
}
