package io.github.pg1c.model.key;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.value.ArmoredKey;
import io.github.pg1c.model.value.AuthorityCertificates;
import io.github.pg1c.model.value.ClusterName;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.model.value.Durations;
import io.github.pg1c.model.value.EtcdEndpoint;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.model.value.SlotName;
import io.github.pg1c.model.value.SqlName;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The kinds of scalar values, one row each. */
public final class ScalarTypes {

    /** Text without control characters, of at least one character that is not blank. */
    private static final String LINE = "^(?=.*\\S)[^\\u0000-\\u001F\\u007F-\\u009F]+$";

    private static final String NUMBER = "\"type\": \"number\"";
    /** YAML reads a name of digits as a number. */
    private static final String DIGITS = "\"type\": \"integer\", \"minimum\": 0";

    private static final List<ScalarType> ALL = List.of(
            new ScalarType(
                    ClusterName.class,
                    ReaderCodes.MALFORMED_NAME,
                    Text.of("a name of a cluster", "имя кластера"),
                    Text.of("write it as zup", "напишите в виде zup"),
                    ClusterName::parse,
                    either(text(ClusterName.FORM), DIGITS)),
            new ScalarType(
                    NodeName.class,
                    ReaderCodes.MALFORMED_NAME,
                    Text.of("a name of a node", "имя узла"),
                    Text.of("write it as pg1", "напишите в виде pg1"),
                    NodeName::parse,
                    either(text(NodeName.FORM), DIGITS)),
            new ScalarType(
                    SqlName.class,
                    ReaderCodes.MALFORMED_NAME,
                    Text.of("a name for PostgreSQL", "имя в PostgreSQL"),
                    Text.of("use 1 to 63 bytes", "от 1 до 63 байт"),
                    SqlName::parse,
                    either(text("^[^\\u0000-\\u001F\\u007F-\\u009F]{1,63}$"), NUMBER)),
            new ScalarType(
                    SlotName.class,
                    ReaderCodes.MALFORMED_NAME,
                    Text.of("a name of a replication slot", "имя слота репликации"),
                    Text.of("write it as dbcopies_slot", "напишите в виде dbcopies_slot"),
                    SlotName::parse,
                    either(text(SlotName.FORM), DIGITS)),
            new ScalarType(
                    HostName.class,
                    ReaderCodes.MALFORMED_ADDRESS,
                    Text.of("a host name or an IP address", "имя хоста или IP-адрес"),
                    Text.of("write it as zup-db.corp.example", "напишите в виде zup-db.corp.example"),
                    HostName::parse,
                    either(reference("ipv4"), reference("ipv6"), reference("hostName"))),
            new ScalarType(
                    IpAddress.class,
                    ReaderCodes.MALFORMED_ADDRESS,
                    Text.of("an IP address", "IP-адрес"),
                    Text.of("write it as 10.0.0.11", "напишите в виде 10.0.0.11"),
                    IpAddress::parse,
                    either(reference("ipv4"), reference("ipv6"))),
            new ScalarType(
                    Cidr.class,
                    ReaderCodes.MALFORMED_ADDRESS,
                    Text.of("a network", "сеть"),
                    Text.of("write it as 10.0.10.0/24", "напишите в виде 10.0.10.0/24"),
                    Cidr::parse,
                    either(reference("ipv4Network"), reference("ipv6Network"))),
            new ScalarType(
                    MemorySize.class,
                    ReaderCodes.MALFORMED_SIZE,
                    Text.of("a size", "размер"),
                    Text.of(
                            "write a number and one of kB, MB, GB, TB, for example 16GB or 512MB",
                            "напишите число и единицу kB, MB, GB или TB, например 16GB или 512MB"),
                    MemorySize::parse,
                    either(
                            "\"const\": 0",
                            text("^(0|[0-9]{1,19}(\\.[0-9]{1,9})? ?(B|kB|KB|KiB|MB|MiB|GB|GiB|TB|TiB))$"))),
            new ScalarType(
                    Duration.class,
                    ReaderCodes.MALFORMED_DURATION,
                    Text.of("a duration", "длительность"),
                    Text.of("write it as 30s or 5min", "напишите в виде 30s или 5min"),
                    Durations::parse,
                    text(Durations.FORM)),
            new ScalarType(
                    ComponentVersion.class,
                    ReaderCodes.MALFORMED_VERSION,
                    Text.of("a version", "версия"),
                    Text.of("write it as 4.0 or 4.0.7", "напишите в виде 4.0 или 4.0.7"),
                    ComponentVersion::parse,
                    either(
                            text("^[0-9]{1,4}\\.[0-9]{1,4}(\\.[0-9]{1,4})?$"),
                            NUMBER + ", \"minimum\": 0, \"exclusiveMaximum\": 10000")),
            new ScalarType(
                    PgMajor.class,
                    ReaderCodes.MALFORMED_VERSION,
                    Text.of("a major version of PostgreSQL", "основная версия PostgreSQL"),
                    Text.of("write only its number, for example 17", "напишите только её номер, например 17"),
                    PgMajor::parse,
                    either(
                            "\"type\": \"integer\", \"minimum\": " + PgMajor.OLDEST_SUPPORTED + ", \"maximum\": "
                                    + PgMajor.NEWEST_SUPPORTED,
                            text("^(" + majors() + ")$"))),
            new ScalarType(
                    RuleSet.class,
                    ReaderCodes.MALFORMED_NAME,
                    Text.of("the name of a set of rules", "имя набора правил"),
                    Text.of("write it as balanced", "напишите в виде balanced"),
                    name -> RuleSets.builtIn().of(Preset.parse(name)),
                    text(Preset.FORM)),
            new ScalarType(
                    ArmoredKey.class,
                    ReaderCodes.UNUSABLE_TEXT,
                    Text.of("an armored public key", "открытый ключ в текстовом виде"),
                    Text.of("write it as a block of lines", "напишите блоком строк"),
                    ArmoredKey::parse,
                    text(ArmoredKey.FORM)),
            new ScalarType(
                    EtcdEndpoint.class,
                    ReaderCodes.MALFORMED_ADDRESS,
                    Text.of("an endpoint of etcd", "адрес etcd"),
                    Text.of("write it as https://10.0.0.5:2379", "напишите в виде https://10.0.0.5:2379"),
                    EtcdEndpoint::parse,
                    text(EtcdEndpoint.FORM)),
            new ScalarType(
                    AuthorityCertificates.class,
                    ReaderCodes.UNUSABLE_TEXT,
                    Text.of("a certificate of an authority", "сертификат удостоверяющего центра"),
                    Text.of("write it as a block of lines", "напишите блоком строк"),
                    AuthorityCertificates::parse,
                    text(AuthorityCertificates.FORM)),
            new ScalarType(
                    String.class,
                    ReaderCodes.UNUSABLE_TEXT,
                    Text.of("a text", "текст"),
                    Text.of(
                            "write one line without control characters",
                            "напишите одну строку без управляющих символов"),
                    ScalarTypes::line,
                    either(text(LINE), NUMBER)));

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

    private static String majors() {
        return IntStream.rangeClosed(PgMajor.OLDEST_SUPPORTED.number(), PgMajor.NEWEST_SUPPORTED.number())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("|"));
    }

    private static String text(String form) {
        return "\"type\": \"string\", \"pattern\": \"" + form.replace("\\", "\\\\") + "\"";
    }

    /** A form that the schema has once, in its definitions. */
    private static String reference(String definition) {
        return "\"$ref\": \"#/definitions/" + definition + "\"";
    }

    private static String either(String... forms) {
        return Arrays.stream(forms).collect(Collectors.joining("}, {", "\"anyOf\": [{", "}]"));
    }
}
