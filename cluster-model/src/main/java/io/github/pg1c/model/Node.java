package io.github.pg1c.model;

import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.patroni.MemberTags;
import io.github.pg1c.model.value.NodeName;
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
                en =
                        "Machine under the container or virtual machine; nodes of one machine share its kernel and its failure.",
                ru = "Машина под контейнером или виртуальной машиной; узлы одной машины делят её ядро и её отказ.",
                example = "proxmox1")
        @Nullable
        String host,

        @Key(
                en = "Whether a 1C server shares the host with PostgreSQL.",
                ru = "Стоит ли на этом же узле сервер 1С.",
                otherwise = "false")
        boolean shared,

        @Key(en = "Whether the node may become leader.", ru = "Может ли узел стать лидером.", otherwise = "true")
        boolean failover,

        @Key(en = "Tags of the member in Patroni.", ru = "Теги члена в Patroni.")
        MemberTags tags) {

    public Node {
        // A section without any figure equals an absent section.
        resources = resources == null || resources.equals(Resources.unspecified()) ? null : resources;
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    /**
     * A node with defaults for everything else.
     *
     * @throws MalformedValueException when name or address has another form
     */
    public static Node of(String name, String address, NodeRole... roles) {
        return new Node(
                NodeName.parse(name),
                IpAddress.parse(address),
                Set.of(roles),
                null,
                null,
                null,
                false,
                true,
                MemberTags.defaults());
    }

    /** Whether the member may be the synchronous standby, and then take over. */
    public boolean mayTakeOverInSync() {
        return failover && !tags.noSync();
    }

    /** Whether the role runs on this node. */
    public boolean has(NodeRole role) {
        return roles.contains(role);
    }

    /** The same with another {@link #name()}. */
    public Node withName(NodeName value) {
        return new Node(value, address, roles, resources, zone, host, shared, failover, tags);
    }

    /** The same with another {@link #address()}. */
    public Node withAddress(IpAddress value) {
        return new Node(name, value, roles, resources, zone, host, shared, failover, tags);
    }

    /** The same with another {@link #roles()}. */
    public Node withRoles(Set<NodeRole> value) {
        return new Node(name, address, value, resources, zone, host, shared, failover, tags);
    }

    /** The same with another {@link #resources()}. */
    public Node withResources(@Nullable Resources value) {
        return new Node(name, address, roles, value, zone, host, shared, failover, tags);
    }

    /** The same with another {@link #zone()}. */
    public Node withZone(@Nullable String value) {
        return new Node(name, address, roles, resources, value, host, shared, failover, tags);
    }

    /** The same with another {@link #host()}. */
    public Node withHost(@Nullable String value) {
        return new Node(name, address, roles, resources, zone, value, shared, failover, tags);
    }

    /** The same with another {@link #shared()}. */
    public Node withShared(boolean value) {
        return new Node(name, address, roles, resources, zone, host, value, failover, tags);
    }

    /** The same with another {@link #failover()}. */
    public Node withFailover(boolean value) {
        return new Node(name, address, roles, resources, zone, host, shared, value, tags);
    }

    /** The same with another {@link #tags()}. */
    public Node withTags(MemberTags value) {
        return new Node(name, address, roles, resources, zone, host, shared, failover, value);
    }
}
