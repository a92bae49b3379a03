package io.github.pg1c.tuning.servers;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Generates the catalogue's resource from real servers; run {@link #main} in the module's folder to renew it.
 *
 * <p>A line is a name, the first and the last version of which the rest holds, and what the servers say.
 */
final class CatalogueText {

    static final Path RESOURCE =
            Path.of("../../pg1c-tuning/src/main/resources/io/github/pg1c/tuning/catalogue/parameters.tsv");

    private CatalogueText() {}

    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(Objects.requireNonNull(RESOURCE.getParent()));
        Files.writeString(RESOURCE, generate(), StandardCharsets.UTF_8);
    }

    static String generate() throws Exception {
        List<ServerReading> readings = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        for (int major = 14; major <= 18; major++) {
            ServerReading reading = ServerReading.of(major);
            readings.add(reading);
            names.addAll(reading.rows().keySet());
        }
        StringBuilder text = new StringBuilder("# name\tfrom\tto\ttype\tunit\tmin\tmax\tvalues\tcontext\tdefault\n");
        for (String name : names) {
            append(text, name, readings);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String name, List<ServerReading> readings) {
        int from = 0;
        while (from < readings.size()) {
            String row = readings.get(from).rows().get(name);
            int to = from;
            while (to + 1 < readings.size()
                    && Objects.equals(row, readings.get(to + 1).rows().get(name))) {
                to++;
            }
            if (row != null) {
                text.append(name + "\t" + readings.get(from).major() + "\t"
                        + readings.get(to).major() + "\t" + row + "\n");
            }
            from = to + 1;
        }
    }
}
