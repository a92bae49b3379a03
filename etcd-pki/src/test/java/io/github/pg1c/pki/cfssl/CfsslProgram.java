package io.github.pg1c.pki.cfssl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.conformance.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real cfssl with its cfssljson, in one of the releases that are installed here. */
record CfsslProgram(Program cfssl, Program cfssljson, String version) {
    private static final Pattern RELEASE = Pattern.compile("Version: ([0-9.]+|dev)");

    /** Each release once: Debian 12 has 1.2.0, Debian 13 has 1.6.5. */
    static List<CfsslProgram> all() {
        Map<String, CfsslProgram> releases = new LinkedHashMap<>();
        for (Program program : Program.findAll("cfssl")) {
            Program json = new Program(program.file().resolveSibling("cfssljson"));
            String version = version(program);
            releases.putIfAbsent(version, new CfsslProgram(program, json, version));
        }
        return new ArrayList<>(releases.values());
    }

    boolean isAtLeast16() {
        return !version.startsWith("1.2");
    }

    /** The line that it prints; the JSON on its input is the last argument {@code -}. */
    String run(Path directory, String input, String... arguments) {
        Program.Result result = cfssl.run(directory, Map.of(), input, arguments);
        assertThat(result.exit()).as(result.all()).isZero();
        return result.output();
    }

    Program.Result attempt(Path directory, String input, String... arguments) {
        return cfssl.run(directory, Map.of(), input, arguments);
    }

    void bare(Path directory, String json, String base) {
        Program.Result result = cfssljson.run(directory, Map.of(), json, "-bare", base);
        assertThat(result.exit()).as(result.all()).isZero();
    }

    @Override
    public String toString() {
        return "cfssl " + version;
    }

    /** Debian builds 1.6 without a number, which only 1.6 lets happen. */
    private static String version(Program program) {
        Matcher matcher = RELEASE.matcher(program.run(Path.of("."), "version").output());
        return matcher.find() && matcher.group(1) != null && !matcher.group(1).equals("dev") ? matcher.group(1) : "1.6";
    }
}
