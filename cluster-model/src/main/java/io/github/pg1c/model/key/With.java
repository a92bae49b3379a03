package io.github.pg1c.model.key;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies a record with one component replaced: what every {@code with…} method of a section does. */
public final class With {

    private With() {}

    /** The record with the component of that name replaced; its compact constructor checks the result. */
    public static <T extends Record> T of(T record, String component, @Nullable Object value) {
        List<@Nullable Object> values = new ArrayList<>();
        boolean found = false;
        for (RecordComponent each : record.getClass().getRecordComponents()) {
            boolean replaced = each.getName().equals(component);
            found |= replaced;
            values.add(replaced ? value : read(record, each));
        }
        if (!found) {
            throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + component);
        }
        @SuppressWarnings("unchecked")
        T copy = (T) SectionKey.construct(record.getClass(), values);
        return Objects.requireNonNull(copy);
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
