package io.github.pg1c.model.key;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One key of a section, from the record component that holds it.
 *
 * @param name as in YAML
 * @param key its description, default and example
 * @param type of the value; of a collection, the collection
 * @param element type of a collection's elements, of a map's values; the type itself otherwise
 */
public record SectionKey(String name, Key key, Class<?> type, Class<?> element) {

    // Reflection on a record costs more than binding it, so the keys of each class are cached.
    private static final ClassValue<List<SectionKey>> KEYS = new ClassValue<>() {
        @Override
        protected List<SectionKey> computeValue(Class<?> section) {
            return Arrays.stream(section.getRecordComponents())
                    .map(SectionKey::of)
                    .toList();
        }
    };

    private static final ClassValue<Constructor<?>> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> section) {
            Class<?>[] types = KEYS.get(section).stream().map(SectionKey::type).toArray(Class<?>[]::new);
            try {
                return section.getDeclaredConstructor(types);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has its canonical constructor: " + section, e);
            }
        }
    };

    /** The keys of a section in declared order. */
    public static List<SectionKey> of(Class<?> section) {
        return KEYS.get(section);
    }

    /** Makes the section's record from its values in declared order; passes the constructor's exceptions on. */
    public static Object construct(Class<?> section, List<? extends @Nullable Object> values) {
        try {
            return CONSTRUCTORS.get(section).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("cannot construct " + section.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot construct " + section.getName(), e);
        }
    }

    /** Whether the value is a list or a set. */
    public boolean list() {
        return Collection.class.isAssignableFrom(type);
    }

    /** Whether the value is a section, or a list of sections. */
    public boolean section() {
        return element.isRecord() && ScalarTypes.of(element).isEmpty();
    }

    private static SectionKey of(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException("@Key is missing on " + component);
        }
        Class<?> element = component.getType();
        if (component.getGenericType() instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            element = (Class<?>) arguments[arguments.length - 1];
        }
        return new SectionKey(component.getName(), key, component.getType(), element);
    }
}
