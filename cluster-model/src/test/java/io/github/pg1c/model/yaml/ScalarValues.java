package io.github.pg1c.model.yaml;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.model.value.ArmoredKey;
import io.github.pg1c.model.value.AuthorityCertificates;
import io.github.pg1c.model.value.ClusterName;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.model.value.EtcdEndpoint;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.model.value.SlotName;
import io.github.pg1c.model.value.SqlName;
import io.github.pg1c.model.yaml.YamlNode.Mapping;
import io.github.pg1c.testing.AnAuthority;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Good and bad spellings of values, and what the reader says of them. */
final class ScalarValues {

    /** The kinds of values that have a form. */
    static final List<Class<?>> TYPES = List.of(
            ArmoredKey.class,
            AuthorityCertificates.class,
            ClusterName.class,
            NodeName.class,
            SqlName.class,
            SlotName.class,
            EtcdEndpoint.class,
            HostName.class,
            IpAddress.class,
            Cidr.class,
            MemorySize.class,
            Duration.class,
            ComponentVersion.class,
            PgMajor.class,
            RuleSet.class,
            String.class);

    private static final List<String> TEXTS = List.of(
            "zup",
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEZ1c1\n-----END PGP PUBLIC KEY BLOCK-----",
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\nmDMEZ1c1\n-----END PGP PUBLIC KEY BLOCK-----",
            "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlFgEZ1c1\n-----END PGP PRIVATE KEY BLOCK-----",
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN "
                    + "CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\nM;IB\n-----END CERTIFICATE-----",
            "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----",
            "https://10.0.0.5:2379",
            "https://10.0.0.5",
            "https://10.0.0.5/",
            "https://etcd1.corp.example:2379",
            "https://[fd00::5]:2379",
            "http://10.0.0.5:2379",
            "https://me@10.0.0.5:2379",
            "https://10.0.0.5:2379/v3",
            "https://10.0.0.5:0",
            AnAuthority.PEM,
            "-----BEGIN PRIVATE KEY-----\nmDMEZ1c1\n-----END PRIVATE KEY-----",
            "Zup",
            "zup-1",
            "zup_1",
            "-zup",
            "zup-",
            "_zup",
            "1c",
            "зуп",
            "a b",
            "a\tb",
            "a.b",
            "balanced",
            "12",
            "-5",
            "1.5",
            "-1.5",
            "0",
            "007",
            "13",
            "14",
            "17",
            "18",
            "19",
            "99",
            "17.2",
            "4",
            "4.0",
            "4.10",
            "3.10.1",
            "3.10.1.2",
            "v3",
            "3.",
            "12345.1",
            "99999",
            "true",
            "false",
            "yes",
            "null",
            "~",
            "10.0.0.1",
            "10.0.0.311",
            "10.0.0.01",
            "10.0.0",
            "10.0.0.1.2",
            "255.255.255.255",
            "0.0.0.0",
            "256.1.1.1",
            "::",
            "::1",
            "1::",
            "fd00:10::11",
            "FD00:10::11",
            "fd00::10::1",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8",
            "1::3:4:5:6:7:8",
            "1:2:3:4:5:6::8",
            "1::2:3:4:5:6:7:8",
            "::ffff:10.0.0.1",
            "1:2:3:4:5:6:10.0.0.1",
            "1:2:3:4:5:6:7:10.0.0.1",
            "1::10.0.0.1",
            "1:2:3:4:5::10.0.0.1",
            "1:2:3:4:5:6::10.0.0.1",
            "::10.0.0.1:1",
            ":::",
            ":",
            "fe80::1%eth0",
            "12345::",
            "10.0.10.0/24",
            "10.0.10.7/24",
            "10.0.10.0/33",
            "10.0.10.0/024",
            "10.0.10.0/",
            "10.0.0.0/8",
            "10.1.0.0/8",
            "10.0.10.128/25",
            "10.0.10.64/25",
            "10.0.10.8/29",
            "10.0.10.4/29",
            "10.0.10.7/32",
            "10.0.10.6/31",
            "10.0.10.7/31",
            "128.0.0.0/1",
            "192.0.0.0/1",
            "172.16.0.0/12",
            "172.24.0.0/12",
            "0.0.0.0/0",
            "fd00:10::/64",
            "fd00::/1",
            "8000::/1",
            "fd00::1/128",
            "fd00::1/64",
            "fd00::/129",
            "::/0",
            "fd00::/064",
            "zup-db.corp.example",
            "ZUP-DB.corp.example",
            "a..b",
            "a.b.",
            ".a",
            "-a.b",
            "a-.b",
            "a_b.c",
            "db.1",
            "1.db",
            "1.2.3.4.5",
            "http://a",
            "a:5432",
            "xn--80ak6aa92e.com",
            "*",
            "16GB",
            "16 GB",
            "16  GB",
            "1.5GB",
            "16gb",
            "16KB",
            "16KiB",
            "-16GB",
            "16XB",
            "0kB",
            "0B",
            "00",
            "1.5B",
            "0.5kB",
            "GB",
            "16 G",
            "9000000TB",
            "8388607TB",
            "30s",
            "200ms",
            "5min",
            "5 min",
            "1m",
            "030s",
            "-5s",
            "1h30min",
            "365d",
            "0s",
            "1.5s",
            "s",
            "1000000000s",
            "x".repeat(63),
            "x".repeat(64),
            "ж".repeat(31),
            "ж".repeat(32),
            ("x".repeat(63) + ".").repeat(4) + "abc",
            "/var/lib/x",
            " ",
            "",
            "\u007f");

    private ScalarValues() {}

    /** Each text in YAML: plain, where that is the same text, and in quotation marks. */
    static List<String> all() {
        List<String> values = new ArrayList<>();
        for (String text : TEXTS) {
            if (text.matches("[\\p{L}0-9/.+_-]([\\p{L}0-9 /:.%_-]*[\\p{L}0-9/.%_-])?|~|::[0-9a-f:./]*[0-9a-f]")) {
                values.add(text);
            }
            values.add('"' + text.replace("\t", "\\t").replace("\u007f", "\\x7f") + '"');
        }
        return values;
    }

    static YamlNode node(String yaml) {
        YamlNode document = new YamlComposer("x: " + yaml + "\n", new FileFindings())
                .document()
                .orElseThrow();
        return ((Mapping) document).entries().get(0).value();
    }

    static boolean readerTakes(Class<?> type, String yaml) {
        ScalarBinder binder = new ScalarBinder(new FileFindings(), new KeyLocations(), RuleSets.builtIn());
        return binder.value(type, (YamlNode.Scalar) node(yaml), "x").isPresent();
    }
}
