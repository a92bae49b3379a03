package io.github.pg1c.model.patroni;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.value.NodeName;
import org.jspecify.annotations.Nullable;

/**
 * Tags of one member in Patroni: what sets it apart from the other members.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/yaml_configuration.html#tags">Patroni: tags</a>
 * @since 0.1
 */
public record MemberTags(
        @Key(
                en = "Whether the port for reading leaves the member out.",
                ru = "Не направлять ли на член клиентов порта для чтения.",
                otherwise = "false")
        boolean noLoadBalance,

        @Key(
                en = "Whether new standbys are copied from this member instead of the leader.",
                ru = "Копировать ли новые реплики с этого члена, а не с лидера.",
                otherwise = "false")
        boolean cloneFrom,

        @Key(
                en = "Whether the member is never the synchronous standby that a commit waits for.",
                ru = "Никогда не делать член синхронной репликой, которую ждёт фиксация.",
                otherwise = "false")
        boolean noSync,

        @Key(
                en = "Who takes over among standbys that have received as much WAL: the largest number (Patroni 3.2 "
                        + "and later).",
                ru = "Кто станет лидером из реплик, получивших одинаковое количество WAL: большее число (Patroni 3.2 и "
                        + "новее).",
                example = "2")
        @Nullable
        Integer failoverPriority,

        @Key(
                en = "Member that this one gets its WAL from, instead of the leader, while that one runs.",
                ru = "Член, от которого этот получает WAL вместо лидера, пока тот работает.",
                example = "pg2")
        @Nullable
        NodeName replicateFrom) {

    /** No tags. */
    public static MemberTags defaults() {
        return KeyDefaults.of(MemberTags.class);
    }

    /** Whether the member differs from one without tags. */
    public boolean any() {
        return !equals(defaults());
    }

    /** The same with another {@link #noLoadBalance()}. */
    public MemberTags withNoLoadBalance(boolean value) {
        return new MemberTags(value, cloneFrom, noSync, failoverPriority, replicateFrom);
    }

    /** The same with another {@link #cloneFrom()}. */
    public MemberTags withCloneFrom(boolean value) {
        return new MemberTags(noLoadBalance, value, noSync, failoverPriority, replicateFrom);
    }

    /** The same with another {@link #noSync()}. */
    public MemberTags withNoSync(boolean value) {
        return new MemberTags(noLoadBalance, cloneFrom, value, failoverPriority, replicateFrom);
    }

    /** The same with another {@link #failoverPriority()}. */
    public MemberTags withFailoverPriority(@Nullable Integer value) {
        return new MemberTags(noLoadBalance, cloneFrom, noSync, value, replicateFrom);
    }

    /** The same with another {@link #replicateFrom()}. */
    public MemberTags withReplicateFrom(@Nullable NodeName value) {
        return new MemberTags(noLoadBalance, cloneFrom, noSync, failoverPriority, value);
    }
}
