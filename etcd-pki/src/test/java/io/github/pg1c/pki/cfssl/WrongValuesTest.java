package io.github.pg1c.pki.cfssl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.pg1c.pki.cfssl.input.CfsslException;
import io.github.pg1c.pki.cfssl.input.CfsslProblem;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each value of a configuration and of a request in turn is replaced by one that does not belong there. */
class WrongValuesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:15:00Z"), ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<Cfssl> BOTH = List.of(Cfssl.strict(CLOCK, RANDOM), Cfssl.compatible(CLOCK, RANDOM));
    private static final CfsslOutput MADE =
            BOTH.get(0).initca(new JsonSource("ca-csr.json", "{\"CN\": \"authority\"}"));
    private static final CfsslAuthority AUTHORITY = CfsslAuthority.open(
            MADE.certificate().orElseThrow(), MADE.privateKey().orElseThrow());

    private static final Map<String, Object> NAME =
            Map.of("C", "RU", "ST", "x", "L", "x", "O", "x", "OU", "x", "E", "a@b.c", "OID", Map.of("1.2.3", "x"));
    private static final Map<String, Object> REQUEST = Map.of(
            "CN",
            "node1",
            "hosts",
            List.of("node1"),
            "names",
            List.of(NAME),
            "key",
            Map.of("algo", "ecdsa", "size", 256),
            "crl_url",
            "http://x",
            "serialnumber",
            "7",
            "delegation_enabled",
            true,
            "extensions",
            List.of(Map.of("Id", List.of(1, 2, 3), "Critical", false, "Value", "BQA=")));
    private static final Map<String, Object> AUTHORITY_REQUEST = Map.of(
            "CN",
            "authority",
            "ca",
            Map.of("expiry", "87600h", "backdate", "5m", "pathlen", 1, "pathlenzero", false),
            "key",
            Map.of("algo", "ecdsa", "size", 256));
    private static final Map<String, Object> PROFILE = Map.of(
            "usages",
            List.of("signing", "server auth"),
            "expiry",
            "8760h",
            "backdate",
            "5m",
            "crl_url",
            "http://x",
            "ocsp_url",
            "http://x",
            "issuer_urls",
            List.of("http://x"),
            "ca_constraint",
            Map.of("is_ca", false),
            "name_whitelist",
            "^.*$");
    private static final Map<String, Object> MORE = Map.of(
            "not_before",
            "2026-11-20T10:00:00Z",
            "not_after",
            "2027-11-20T10:00:00Z",
            "Policies",
            List.of(Map.of("ID", "1.2.3", "Qualifiers", List.of(Map.of("Type", "id-qt-cps", "Value", "x")))),
            "CSRWhitelist",
            Map.of("Subject", true, "DNSNames", true),
            "lint_error_level",
            0,
            "copy_extensions",
            true,
            "ocsp_no_check",
            true);
    private static final Map<String, Object> CONFIG = Map.of(
            "signing",
            Map.of("default", PROFILE, "profiles", Map.of("peer", joined(PROFILE, MORE))),
            "remotes",
            Map.of("r", "x"));

    private static final List<Object> OF_EVERY_TYPE =
            List.of("x", 7, true, List.of(), List.of(Map.of()), List.of(7), Map.of(), Map.of("x", 7));
    private static final List<String> STRANGE = List.of(
            "",
            " ",
            "\ud800",
            "x\udc00y",
            "\u0000",
            "\ufffd",
            "\u202e",
            "я",
            "\ud83d\ude00",
            "(".repeat(5000),
            "x".repeat(5000));

    @Test
    void valueOfAWrongTypeIsTheOnlyThingTold() {
        everywhere(OF_EVERY_TYPE, (what, problems) -> {
            if (problems.stream().anyMatch(it -> it.rule() == CfsslRule.WRONG_TYPE)) {
                assertThat(problems.stream()
                                .filter(it -> it.rule() != CfsslRule.KEY_UNKNOWN
                                        && it.rule() != CfsslRule.KEY_MISSPELT
                                        && it.rule() != CfsslRule.ENCIPHERMENT_LEFT_OUT))
                        .as(what)
                        .allMatch(it -> it.rule() == CfsslRule.WRONG_TYPE);
            }
        });
    }

    @Test
    void strangeTextIsTakenOrRefusedWithAReason() {
        everywhere(
                STRANGE,
                (what, problems) -> assertThat(problems)
                        .as(what)
                        .allSatisfy(it -> assertThat(it.toString()).isNotBlank()));
    }

    @Test
    void strangeNamesFromACallerAreTakenOrRefusedWithAReason() {
        JsonSource request = json(REQUEST);
        String signing = BOTH.get(0)
                .genkey(new JsonSource("csr.json", "{\"CN\": \"m\"}"))
                .request()
                .orElseThrow();
        for (Cfssl cfssl : BOTH) {
            for (String strange : STRANGE) {
                CertificateOrder order = CertificateOrder.of(request, strange);
                problems(strange, () -> cfssl.gencert(AUTHORITY, json(CONFIG), order));
                CertificateOrder peer = CertificateOrder.of(request, "peer");
                problems(strange, () -> cfssl.gencert(AUTHORITY, json(CONFIG), peer.withCommonName(strange)));
                problems(strange, () -> cfssl.gencert(AUTHORITY, json(CONFIG), peer.withHostnames(strange)));
                problems(strange, () -> cfssl.sign(AUTHORITY, json(CONFIG), "peer", signing, List.of(strange)));
                problems(strange, () -> cfssl.sign(AUTHORITY, json(CONFIG), strange, signing, List.of()));
                problems(strange, () -> cfssl.sign(AUTHORITY, json(CONFIG), "peer", strange, List.of()));
                problems(strange, () -> cfssl.initca(request, strange));
                problems(
                        strange,
                        () -> CfsslAuthority.open(strange, MADE.privateKey().orElseThrow()));
                problems(strange, () -> CfsslAuthority.open(MADE.certificate().orElseThrow(), strange));
            }
        }
    }

    @Test
    void halfOfASurrogatePairIsWhatGoMakesOfIt() {
        JsonSource request = new JsonSource("ca-csr.json", "{\"CN\": \"a\\ud800b\"}");

        assertThat(Cfssl.certinfo(BOTH.get(1).initca(request).certificate().orElseThrow()))
                .contains("\"common_name\": \"a\ufffdb\"");
        assertThat(problems("strict", () -> BOTH.get(0).initca(request)))
                .extracting(CfsslProblem::rule)
                .containsExactly(CfsslRule.SUBJECT_TEXT);
    }

    @Test
    void commonNameOfTheCallerIsJudgedAsOneInTheRequest() {
        CertificateOrder order = CertificateOrder.of(json(REQUEST), "peer").withCommonName(" node1");

        assertThat(problems("strict", () -> BOTH.get(0).gencert(AUTHORITY, json(CONFIG), order)))
                .extracting(CfsslProblem::rule)
                .containsExactly(CfsslRule.SUBJECT_TEXT);
    }

    private static void everywhere(List<?> replacements, BiConsumer<String, List<CfsslProblem>> check) {
        for (Cfssl cfssl : BOTH) {
            for (Object replacement : replacements) {
                for (Object request : variants(REQUEST, replacement)) {
                    String what = String.valueOf(request);
                    CertificateOrder order = CertificateOrder.of(json(request), "peer");
                    check.accept(what, problems(what, () -> cfssl.gencert(AUTHORITY, json(CONFIG), order)));
                    check.accept(what, problems(what, () -> cfssl.genkey(json(request))));
                }
                for (Object request : variants(AUTHORITY_REQUEST, replacement)) {
                    String what = String.valueOf(request);
                    check.accept(what, problems(what, () -> cfssl.initca(json(request))));
                }
                CertificateOrder order = CertificateOrder.of(json(REQUEST), "peer");
                for (Object config : variants(CONFIG, replacement)) {
                    String what = String.valueOf(config);
                    check.accept(what, problems(what, () -> cfssl.gencert(AUTHORITY, json(config), order)));
                }
            }
        }
    }

    /** What was refused, or nothing; any other exception is a fault. */
    private static List<CfsslProblem> problems(String what, Runnable command) {
        Throwable thrown = catchThrowable(command::run);
        if (thrown == null) {
            return List.of();
        }
        assertThat(thrown).as(what).isInstanceOf(CfsslException.class);
        return ((CfsslException) thrown).problems();
    }

    /** The tree with each of its values in turn replaced. */
    private static List<Object> variants(Object tree, Object replacement) {
        List<Object> all = new ArrayList<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> variants(value, replacement).forEach(variant -> {
                Map<Object, Object> changed = new LinkedHashMap<>(map);
                changed.put(key, variant);
                all.add(changed);
            }));
        } else if (tree instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                for (Object variant : variants(list.get(i), replacement)) {
                    List<Object> changed = new ArrayList<>(list);
                    changed.set(i, variant);
                    all.add(changed);
                }
            }
        }
        all.add(replacement);
        return all;
    }

    private static Map<String, Object> joined(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }

    private static JsonSource json(Object value) {
        return new JsonSource("input.json", text(value));
    }

    private static String text(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(WrongValuesTest::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text
                ? text.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining("", "\"", "\""))
                : String.valueOf(value);
    }
}
