package io.github.pg1c.maven.it;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every password, verifier and line of a private key in a secrets store. */
final class SecretValues {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\n(.*?)-----END", Pattern.DOTALL);
    private static final Pattern VERIFIER = Pattern.compile("SCRAM-SHA-256\\$[^\"'\\s]+");
    private static final Pattern VARIABLE =
            Pattern.compile("^[A-Z_]*(?:PASSWORD|PASS)[A-Z_]*=[\"']?([^\"'\\n]+)", Pattern.MULTILINE);

    private SecretValues() {}

    static Set<String> in(Path store) {
        Set<String> values = new TreeSet<>();
        for (Map.Entry<String, String> file : FileTree.of(store).entrySet()) {
            String text = file.getValue();
            if (file.getKey().contains("passwords/")) {
                values.add(text.strip());
            }
            collect(values, KEY.matcher(text), 1);
            collect(values, VERIFIER.matcher(text), 0);
            collect(values, VARIABLE.matcher(text), 1);
        }
        values.removeIf(String::isBlank);
        return values;
    }

    private static void collect(Set<String> values, Matcher matcher, int group) {
        while (matcher.find()) {
            matcher.group(group).lines().forEach(values::add);
        }
    }
}
