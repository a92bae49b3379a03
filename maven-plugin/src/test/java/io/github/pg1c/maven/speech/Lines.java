package io.github.pg1c.maven.speech;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A console that keeps what it is told, marked with the level. */
public final class Lines implements Console {

    private final List<String> lines = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    @Override
    public void say(Level level, String line) {
        if (level != Level.DETAIL) {
            lines.add(level + " " + line);
        }
    }

    public List<String> all() {
        return lines;
    }

    public Speech speech(Path here) {
        return new Speech(this, here, StandardCharsets.UTF_8, told);
    }
}
