package io.github.pg1c.model.yaml;

import io.github.pg1c.base.words.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places of a specification's paths in the file, and the broken paths. */
final class KeyLocations {

    private final Map<String, Location> places = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    void put(String path, Location at) {
        places.put(path, at);
    }

    void broken(String path) {
        broken.add(path);
    }

    List<String> broken() {
        return broken;
    }

    /** The place of the path, or of the nearest enclosing section in the file. */
    Location of(String path) {
        String nearest = path;
        while (!places.containsKey(nearest) && !nearest.isEmpty()) {
            int end = Math.max(nearest.lastIndexOf('.'), nearest.lastIndexOf('['));
            nearest = end < 0 ? "" : nearest.substring(0, end);
        }
        return places.getOrDefault(nearest, new Location(1, 1));
    }
}
