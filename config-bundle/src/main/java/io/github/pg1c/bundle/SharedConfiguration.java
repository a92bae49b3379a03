package io.github.pg1c.bundle;

import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.setting.Setting;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.value.NodeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configuration that all members share: the part {@code bootstrap.dcs} of Patroni's configuration, which a running
 * cluster keeps in the DCS.
 *
 * @param values sections as maps, lists of sections as lists of maps; whole numbers are {@link Integer} or {@link Long}, booleans are {@link Boolean},
 *     everything else is text; PostgreSQL's parameters are whole numbers or text, never {@link Boolean}
 * @see <a href="https://patroni.readthedocs.io/en/latest/dynamic_configuration.html">Patroni: dynamic configuration</a>
 * @since 0.1
 */
public record SharedConfiguration(Map<String, Object> values) {

    private static final String PREFIX = "bootstrap.dcs.";
    /** Names of parameters may contain a dot. */
    private static final String PARAMETERS = "postgresql.parameters.";

    /** A section in a list, as {@code ignore_slots[0]}. */
    private static final Pattern LIST_ITEM = Pattern.compile("(.+)\\[(\\d+)]");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9]\\d{0,17}");

    public SharedConfiguration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The shared configuration of a cluster.
     *
     * @throws io.github.pg1c.model.InvalidClusterException with every problem, when one of them is an error
     */
    public static SharedConfiguration of(Cluster cluster) {
        return of(ClusterPlan.of(cluster));
    }

    /** The shared configuration of a planned cluster. */
    public static SharedConfiguration of(ClusterPlan plan) {
        NodeName member = plan.cluster().nodesWith(NodeRole.POSTGRESQL).get(0).name();
        NodePart part =
                Objects.requireNonNull(Bundle.parts(plan, RevocationLists.NONE).get(member));
        Map<String, Object> values = new LinkedHashMap<>();
        for (RenderedFile file : part.files()) {
            for (Setting setting : file.settings()) {
                if (setting.path().startsWith(PREFIX)) {
                    put(values, setting.path().substring(PREFIX.length()), setting.value());
                }
            }
        }
        return new SharedConfiguration(values);
    }

    private static void put(Map<String, Object> values, String path, String value) {
        boolean parameter = path.startsWith(PARAMETERS);
        Map<String, Object> section = values;
        String key = path;
        if (parameter) {
            section = section(section(values, "postgresql"), "parameters");
            key = path.substring(PARAMETERS.length());
        } else {
            for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.')) {
                section = section(section, key.substring(0, dot));
                key = key.substring(dot + 1);
            }
        }
        section.put(key, parameter ? number(value) : scalar(value));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Map<String, Object> parent, String key) {
        Matcher item = LIST_ITEM.matcher(key);
        if (item.matches()) {
            List<Map<String, Object>> items = (List<Map<String, Object>>)
                    parent.computeIfAbsent(item.group(1), name -> new ArrayList<Map<String, Object>>());
            int index = Integer.parseInt(item.group(2));
            if (index == items.size()) {
                items.add(new LinkedHashMap<>());
            }
            return items.get(index);
        }
        return (Map<String, Object>) parent.computeIfAbsent(key, name -> new LinkedHashMap<String, Object>());
    }

    private static Object scalar(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> number(value);
        };
    }

    private static Object number(String value) {
        if (!WHOLE_NUMBER.matcher(value).matches()) {
            return value;
        }
        long number = Long.parseLong(value);
        return number == (int) number ? (Object) (int) number : (Object) number;
    }
}
