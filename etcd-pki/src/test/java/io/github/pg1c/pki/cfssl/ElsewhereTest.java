package io.github.pg1c.pki.cfssl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.pg1c.pki.cfssl.input.CfsslException;
import io.github.pg1c.pki.cfssl.input.CfsslProblem;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests and authorities that others have made: the strict mode refuses what verifiers do, the compatible mode what
 * cfssl does, and each says why. That cfssl does so is shown by {@link SideBySideIT}.
 */
class ElsewhereTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Cfssl STRICT = Cfssl.strict(Clock.fixed(NOW, ZoneOffset.UTC), RANDOM);
    private static final Cfssl COMPATIBLE = Cfssl.compatible(Clock.fixed(NOW, ZoneOffset.UTC), RANDOM);
    private static final JsonSource CONFIG = new JsonSource("ca-config.json", """
            {"signing": {"default": {"usages": ["signing", "server auth"], "expiry": "8760h"},
              "profiles": {"ca": {"usages": ["cert sign"], "expiry": "8760h", "ca_constraint": {"is_ca": true}}}}}
            """);
    private static final JsonSource NODE = new JsonSource("csr.json", "{\"CN\": \"node1\", \"hosts\": [\"node1\"]}");

    static List<RequestSpecimen> requests() {
        return RequestSpecimen.all();
    }

    static List<AuthoritySpecimen> authorities() {
        return AuthoritySpecimen.all(NOW);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void requestIsJudgedByItsKeyAndItsSignature(RequestSpecimen request) {
        CfsslAuthority authority = authority();

        assertThat(errors(() -> STRICT.sign(authority, CONFIG, "", request.pem(), List.of())))
                .containsExactlyElementsOf(request.refusedFor());
        assertThat(errors(() -> COMPATIBLE.sign(authority, CONFIG, "", request.pem(), List.of()))
                        .isEmpty())
                .isEqualTo(request.isTakenByCfssl());
    }

    @ParameterizedTest
    @MethodSource("authorities")
    void authorityIsJudgedBeforeItIssues(AuthoritySpecimen specimen) {
        CertificateOrder order = CertificateOrder.of(NODE, "");

        assertThat(errors(() ->
                        STRICT.gencert(CfsslAuthority.open(specimen.certificate(), specimen.key()), CONFIG, order)))
                .containsExactlyElementsOf(specimen.refusedFor());
        assertThat(errors(() -> COMPATIBLE.gencert(
                                CfsslAuthority.open(specimen.certificate(), specimen.key()), CONFIG, order))
                        .isEmpty())
                .isEqualTo(specimen.isTakenByCfssl());
    }

    @Test
    void usedUpPathLengthIssuesNoAuthority() {
        KeyPair keys = RequestSpecimen.ec("secp256r1");
        CfsslAuthority last = authority("{\"CN\": \"ca\", \"ca\": {\"pathlenzero\": true}}");
        CfsslAuthority one = authority("{\"CN\": \"ca\", \"ca\": {\"pathlen\": 1}}");
        String unbounded = RequestSpecimen.authority(keys, new BasicConstraints(true));
        String bounded = RequestSpecimen.authority(keys, new BasicConstraints(0));
        String asLong = RequestSpecimen.authority(keys, new BasicConstraints(1));

        for (Cfssl cfssl : List.of(STRICT, COMPATIBLE)) {
            assertThat(errors(() -> cfssl.sign(last, CONFIG, "ca", unbounded, List.of())))
                    .containsExactly(CfsslRule.INTERMEDIATE_REFUSED);
            assertThat(errors(() -> cfssl.sign(last, CONFIG, "ca", bounded, List.of())))
                    .containsExactly(CfsslRule.INTERMEDIATE_REFUSED);
            assertThat(errors(() -> cfssl.sign(one, CONFIG, "ca", asLong, List.of())))
                    .containsExactly(CfsslRule.INTERMEDIATE_REFUSED);
            assertThat(errors(() -> cfssl.sign(one, CONFIG, "ca", bounded, List.of())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("authorities")
    void renewalMendsTheLifeOnly(AuthoritySpecimen specimen) {
        List<CfsslRule> lasting = specimen.refusedFor().stream()
                .filter(rule -> rule != CfsslRule.AUTHORITY_NOT_VALID && rule != CfsslRule.OUTLIVES_AUTHORITY)
                .toList();

        assertThat(errors(() -> STRICT.renewca(CfsslAuthority.open(specimen.certificate(), specimen.key()))))
                .containsExactlyElementsOf(lasting);
    }

    @ParameterizedTest
    @MethodSource("authorities")
    void keyThatIsThereIsJudgedBeforeItBecomesAnAuthority(AuthoritySpecimen specimen) {
        JsonSource request = new JsonSource("ca-csr.json", "{\"CN\": \"ca\"}");
        List<CfsslRule> aboutTheKey = specimen.refusedFor().stream()
                .filter(rule -> rule == CfsslRule.AUTHORITY_KEY_WEAK)
                .toList();

        assertThat(errors(() -> STRICT.initca(request, specimen.key()))).isEqualTo(aboutTheKey);
        assertThat(errors(() -> COMPATIBLE.initca(request, specimen.key()))).isEmpty();
    }

    @Test
    void aRequestBehindSomethingElseIsNotLookedFor() {
        RequestSpecimen sound = RequestSpecimen.all().get(0);
        AuthoritySpecimen authority = AuthoritySpecimen.all(NOW).get(0);

        assertThat(errors(() -> STRICT.sign(authority(), CONFIG, "", authority.certificate() + sound.pem(), List.of())))
                .containsExactly(CfsslRule.PEM_INVALID);
    }

    private static CfsslAuthority authority() {
        return authority("{\"CN\": \"ca\"}");
    }

    private static CfsslAuthority authority(String request) {
        CfsslOutput made = STRICT.initca(new JsonSource("ca-csr.json", request));
        return CfsslAuthority.open(
                made.certificate().orElseThrow(), made.privateKey().orElseThrow());
    }

    /** Rules of the errors; any other exception is a fault. */
    private static List<CfsslRule> errors(Supplier<?> command) {
        Throwable thrown = catchThrowable(command::get);
        if (thrown == null) {
            return List.of();
        }
        assertThat(thrown).isInstanceOf(CfsslException.class);
        return ((CfsslException) thrown)
                .problems().stream()
                        .filter(CfsslProblem::isError)
                        .map(CfsslProblem::rule)
                        .toList();
    }
}
