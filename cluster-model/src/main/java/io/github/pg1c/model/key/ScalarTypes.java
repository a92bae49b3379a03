package io.github.pg1c.model.key;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.value.ClusterName;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.model.value.Durations;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.model.value.SqlName;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The kinds of scalar values, one row each. */
public final class ScalarTypes {

    private static final String ANY = "\"type\": [\"string\", \"number\"]";
    private static final String NUMERIC = "\"type\": [\"string\", \"number\"], ";

    private static final List<ScalarType> ALL = List.of(
            new ScalarType(
                    ClusterName.class,
                    ReaderCodes.MALFORMED_NAME,
                    Text.of("a name of a cluster", "имя кластера"),
                    Text.of("write it as zup", "напишите в виде zup"),
                    ClusterName::parse,
                    NUMERIC + pattern(ClusterName.FORM)),
            new ScalarType(
                    NodeName.class,
                    ReaderCodes.MALFORMED_NAME,
                    Text.of("a name of a node", "имя узла"),
                    Text.of("write it as pg1", "напишите в виде pg1"),
                    NodeName::parse,
                    NUMERIC + pattern(NodeName.FORM)),
            new ScalarType(
                    SqlName.class,
                    ReaderCodes.MALFORMED_NAME,
                    Text.of("a name for PostgreSQL", "имя в PostgreSQL"),
                    Text.of("use 1 to 63 bytes", "от 1 до 63 байт"),
                    SqlName::parse,
                    NUMERIC + "\"minLength\": 1, \"maxLength\": 63"),
            new ScalarType(
                    HostName.class,
                    ReaderCodes.MALFORMED_ADDRESS,
                    Text.of("a host name or an IP address", "имя хоста или IP-адрес"),
                    Text.of("write it as zup-db.corp.example", "напишите в виде zup-db.corp.example"),
                    HostName::parse,
                    "\"type\": \"string\", " + pattern("^[A-Za-z0-9.:-]{1,253}$")),
            new ScalarType(
                    IpAddress.class,
                    ReaderCodes.MALFORMED_ADDRESS,
                    Text.of("an IP address", "IP-адрес"),
                    Text.of("write it as 10.0.0.11", "напишите в виде 10.0.0.11"),
                    IpAddress::parse,
                    "\"type\": \"string\", "
                            + pattern("^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)$")),
            new ScalarType(
                    Cidr.class,
                    ReaderCodes.MALFORMED_ADDRESS,
                    Text.of("a network", "сеть"),
                    Text.of("write it as 10.0.10.0/24", "напишите в виде 10.0.10.0/24"),
                    Cidr::parse,
                    "\"type\": \"string\", "
                            + pattern("^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)/[0-9]{1,3}$")),
            new ScalarType(
                    MemorySize.class,
                    ReaderCodes.MALFORMED_SIZE,
                    Text.of("a size", "размер"),
                    Text.of(
                            "write a number and one of kB, MB, GB, TB, for example 16GB or 512MB",
                            "напишите число и единицу kB, MB, GB или TB, например 16GB или 512MB"),
                    MemorySize::parse,
                    "\"anyOf\": [{\"const\": 0}, {\"type\": \"string\", "
                            + pattern("^(0|[0-9]{1,19}(\\.[0-9]{1,9})? ?(B|kB|KB|KiB|MB|MiB|GB|GiB|TB|TiB))$") + "}]"),
            new ScalarType(
                    Duration.class,
                    ReaderCodes.MALFORMED_DURATION,
                    Text.of("a duration", "длительность"),
                    Text.of("write it as 30s or 5min", "напишите в виде 30s или 5min"),
                    Durations::parse,
                    "\"type\": \"string\", " + pattern(Durations.FORM)),
            new ScalarType(
                    ComponentVersion.class,
                    ReaderCodes.MALFORMED_VERSION,
                    Text.of("a version", "версия"),
                    Text.of("write it as 4.0 or 4.0.7", "напишите в виде 4.0 или 4.0.7"),
                    ComponentVersion::parse,
                    NUMERIC + pattern("^[0-9]{1,4}\\.[0-9]{1,4}(\\.[0-9]{1,4})?$")),
            new ScalarType(
                    PgMajor.class,
                    ReaderCodes.MALFORMED_VERSION,
                    Text.of("a major version of PostgreSQL", "основная версия PostgreSQL"),
                    Text.of("write only its number, for example 17", "напишите только её номер, например 17"),
                    PgMajor::parse,
                    "\"type\": [\"integer\", \"string\"], \"minimum\": 10, \"maximum\": 99, "
                            + pattern("^[1-9][0-9]$")),
            new ScalarType(
                    RuleSet.class,
                    ReaderCodes.MALFORMED_NAME,
                    Text.of("the name of a set of rules", "имя набора правил"),
                    Text.of("write it as balanced", "напишите в виде balanced"),
                    name -> RuleSets.builtIn().of(Preset.parse(name)),
                    "\"type\": \"string\", " + pattern(Preset.FORM)),
            new ScalarType(
                    String.class,
                    ReaderCodes.UNUSABLE_TEXT,
                    Text.of("a text", "текст"),
                    Text.of(
                            "write one line without control characters",
                            "напишите одну строку без управляющих символов"),
                    ScalarTypes::line,
                    ANY + ", \"minLength\": 1"));

    private ScalarTypes() {}

    /** The row of a Java type; empty for numbers, truth values, words and structures. */
    public static Optional<ScalarType> of(Class<?> type) {
        return ALL.stream().filter(row -> row.type() == type).findFirst();
    }

    // A line feed in a value would begin a new line of a configuration file.
    private static String line(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("empty, or has a control character");
        }
        return text;
    }

    private static String pattern(String form) {
        return "\"pattern\": \"" + form.replace("\\", "\\\\") + "\"";
    }
}
