package io.github.pg1c.model.program;

import io.github.pg1c.model.key.Key;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a user of the operating system has on every node. Its group has the same name.
 *
 * @since 0.1
 */
public record SystemUser(
        @Key(en = "Name of the user.", ru = "Имя пользователя.", example = "postgres", required = true)
        String name,

        @Key(en = "Number of the user.", ru = "Номер пользователя (uid).", example = "26", required = true)
        int uid,

        @Key(
                en = "Number of its group. Without it: that of the user.",
                ru = "Номер группы (gid). Если не указан: тот же, что у пользователя.",
                example = "26")
        @Nullable
        Integer gid) {

    /** The number of the group. */
    public int group() {
        return gid == null ? uid : gid;
    }

    /** The same with another {@link #name()}. */
    public SystemUser withName(String value) {
        return new SystemUser(value, uid, gid);
    }

    /** The same with another {@link #uid()}. */
    public SystemUser withUid(int value) {
        return new SystemUser(name, value, gid);
    }

    /** The same with another {@link #gid()}. */
    public SystemUser withGid(@Nullable Integer value) {
        return new SystemUser(name, uid, value);
    }
}
