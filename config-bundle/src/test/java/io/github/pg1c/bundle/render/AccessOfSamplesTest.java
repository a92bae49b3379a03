package io.github.pg1c.bundle.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.net.Cidr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of access in every file of every sample. */
class AccessOfSamplesTest {

    private static final Path GOLDEN = Path.of("src/test/golden");
    private static final Pattern RULE = Pattern.compile("(?:local|host\\w*) .+");
    private static final Pattern NETWORK = Pattern.compile("(host\\w*) (.+) (\\S+/\\d+) (scram-sha-256.*)");
    private static final Pattern SOURCES = Pattern.compile("\\{ src ([^}]+) }");

    static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(GOLDEN)) {
            return found.filter(path -> path.toString().contains("/rootfs/"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    static List<Path> filesOfAccess() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files()) {
            if (!lists(file).isEmpty()) {
                found.add(file);
            }
        }
        return found;
    }

    static List<Path> filesOfHaproxy() throws IOException {
        return files().stream().filter(path -> path.endsWith("haproxy.cfg")).toList();
    }

    @ParameterizedTest
    @MethodSource("filesOfAccess")
    void noLineOfAccessRepeatsAnother(Path file) throws IOException {
        for (List<String> list : lists(file)) {
            assertThat(list).doesNotHaveDuplicates();
            Map<String, List<Cidr>> networks = new LinkedHashMap<>();
            list.stream()
                    .map(NETWORK::matcher)
                    .filter(Matcher::matches)
                    .forEach(line -> networks.computeIfAbsent(
                                    line.group(1) + line.group(2) + line.group(4), key -> new ArrayList<>())
                            .add(Cidr.parse(line.group(3))));
            networks.forEach(
                    (rule, sources) -> assertThat(Cidr.widest(sources)).as(rule).isEqualTo(sources));
        }
    }

    @ParameterizedTest
    @MethodSource("filesOfHaproxy")
    void noNetworkOfASourceListContainsAnother(Path file) throws IOException {
        Matcher matcher = SOURCES.matcher(Files.readString(file));
        int lists = 0;
        while (matcher.find()) {
            lists++;
            List<Cidr> sources =
                    Stream.of(matcher.group(1).split(" ")).map(Cidr::parse).toList();
            assertThat(Cidr.widest(sources)).isEqualTo(sources);
        }
        assertThat(lists).isPositive();
    }

    /** Lines of access that stand together. */
    private static List<List<String>> lists(Path file) throws IOException {
        List<List<String>> lists = new ArrayList<>();
        List<String> list = new ArrayList<>();
        for (String line : (Files.readString(file) + "\n.").split("\n")) {
            String rule = line.strip().replaceFirst("^- \"(.*)\"$", "$1");
            if (RULE.matcher(rule).matches()) {
                list.add(rule);
            } else if (!rule.isEmpty() && !rule.startsWith("#") && !list.isEmpty()) {
                lists.add(list);
                list = new ArrayList<>();
            }
        }
        return lists;
    }
}
