package io.github.pg1c.live.lab;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run of a playbook has done, as it says itself at its end.
 *
 * @param output of the whole run
 * @since 0.1
 */
public record PlaybookRun(Output output) {

    private static final Pattern RECAP = Pattern.compile("^(\\S+) +: ok=.*", Pattern.MULTILINE);

    /**
     * Tasks that changed something, by host.
     *
     * @throws IllegalStateException when the run failed
     */
    public Map<String, Integer> changed() {
        output.orThrow();
        return recap("changed");
    }

    /** Tasks that failed, by host. */
    public Map<String, Integer> failed() {
        return recap("failed");
    }

    private Map<String, Integer> recap(String column) {
        Pattern number = Pattern.compile(" " + column + "=(\\d+)");
        Map<String, Integer> numbers = new TreeMap<>();
        for (MatchResult line : RECAP.matcher(output.text()).results().toList()) {
            Matcher found = number.matcher(line.group());
            if (!found.find()) {
                throw new IllegalStateException(output.text());
            }
            numbers.put(line.group(1), Integer.parseInt(found.group(1)));
        }
        return numbers;
    }
}
