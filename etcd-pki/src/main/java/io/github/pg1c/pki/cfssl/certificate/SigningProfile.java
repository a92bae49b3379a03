package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.json.GoDuration;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import io.github.pg1c.pki.cfssl.json.JsonFields;
import io.github.pg1c.pki.cfssl.json.Located;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The content that a profile of {@code ca-config.json} gives to certificates. Every part is as in the file until the
 * default profile completes it.
 */
public record SigningProfile(
        String name,
        List<CfsslUsage> usages,
        Optional<Located<Duration>> expiry,
        Duration backdate,
        Optional<Instant> notBefore,
        Optional<Instant> notAfter,
        List<String> issuerUrls,
        String ocspUrl,
        String crlUrl,
        boolean isAuthority,
        int pathLength,
        boolean pathLengthZero,
        boolean ocspNoCheck,
        boolean copyExtensions,
        Optional<Pattern> names,
        Optional<CopiedFields> copied,
        List<PolicyStatement> policies,
        InputPlace origin) {
    public static final Duration BACKDATE = Duration.ofMinutes(5);

    /** The profile of cfssl for a file without a default profile. */
    static SigningProfile unconfigured(InputPlace origin) {
        return plain(
                "default",
                List.of(
                        CfsslUsage.SIGNING,
                        CfsslUsage.KEY_ENCIPHERMENT,
                        CfsslUsage.SERVER_AUTH,
                        CfsslUsage.CLIENT_AUTH),
                new Located<>(Duration.ofHours(8760), origin),
                BACKDATE,
                "",
                false,
                0,
                false);
    }

    /** The profile of an authority that signs itself. */
    public static SigningProfile authority(
            Located<Duration> expiry, Duration backdate, String crlUrl, int pathLength, boolean pathLengthZero) {
        return plain(
                "-initca",
                List.of(CfsslUsage.CERT_SIGN, CfsslUsage.CRL_SIGN),
                expiry,
                backdate,
                crlUrl,
                true,
                pathLength,
                pathLengthZero);
    }

    static SigningProfile read(String name, JsonFields fields, boolean isDefault, InputProblems problems) {
        Optional<JsonFields> constraint = fields.object("ca_constraint");
        if (fields.has("is_ca")) {
            problems.add(CfsslRule.LEGACY_IS_CA, fields.origin());
        }
        if (fields.integer("lint_error_level").map(Located::value).orElse(0) > 0) {
            problems.add(CfsslRule.LINT_NOT_RUN, fields.origin());
        }
        boolean remote = refuseRemote(fields, problems);
        SigningProfile profile = new SigningProfile(
                name,
                usages(fields, isDefault || remote, problems),
                expiry(fields, remote, problems),
                fields.text("backdate")
                        .flatMap(text -> duration(text, problems))
                        .map(Located::value)
                        .filter(duration -> !duration.isZero())
                        .orElse(BACKDATE),
                fields.text("not_before").flatMap(text -> instant(text, problems)),
                fields.text("not_after").flatMap(text -> instant(text, problems)),
                fields.texts("issuer_urls").stream().map(Located::value).toList(),
                fields.textOr("ocsp_url", ""),
                fields.textOr("crl_url", ""),
                constraint.map(it -> it.truth("is_ca")).orElse(false),
                constraint
                        .flatMap(it -> it.integer("max_path_len"))
                        .map(Located::value)
                        .orElse(0),
                constraint.map(it -> it.truth("max_path_len_zero")).orElse(false),
                fields.truth("ocsp_no_check"),
                fields.truth("copy_extensions"),
                fields.text("name_whitelist").flatMap(text -> pattern(text, problems)),
                fields.object("CSRWhitelist").map(CopiedFields::read),
                fields.objects("Policies").stream()
                        .flatMap(it -> PolicyStatement.read(it, problems).stream())
                        .toList(),
                fields.origin());
        if (fields.truth("ClientProvidesSerialNumbers")) {
            problems.add(CfsslRule.SERIAL_NUMBER_WANTED, fields.origin());
        }
        constraint.ifPresent(JsonFields::end);
        fields.ignore(
                "allowed_extensions",
                "auth_key",
                "prev_auth_key",
                "cert_store",
                "ignored_lints",
                "ignored_lint_sources",
                "is_ca");
        fields.end();
        return profile;
    }

    /** This profile, completed with the default's addresses. */
    SigningProfile completedBy(SigningProfile standard) {
        return new SigningProfile(
                name,
                usages,
                expiry.filter(it -> !it.value().isZero()).or(standard::expiry),
                backdate,
                notBefore,
                notAfter,
                issuerUrls.isEmpty() ? standard.issuerUrls : issuerUrls,
                ocspUrl.isEmpty() ? standard.ocspUrl : ocspUrl,
                crlUrl.isEmpty() ? standard.crlUrl : crlUrl,
                isAuthority,
                pathLength,
                pathLengthZero,
                ocspNoCheck,
                copyExtensions,
                names,
                copied,
                policies,
                origin);
    }

    boolean has(CfsslUsage usage) {
        return usages.contains(usage);
    }

    void checkUsable(Set<String> others, InputProblems problems) {
        if (usages.isEmpty()) {
            problems.add(CfsslRule.USAGES_MISSING_IN_DEFAULT, origin, String.join(", ", others));
        }
        if (has(CfsslUsage.CERT_SIGN) && !isAuthority) {
            problems.add(CfsslRule.CERT_SIGN_WITHOUT_CA, origin);
        }
    }

    static Optional<Located<Duration>> duration(Located<String> text, InputProblems problems) {
        Optional<Duration> parsed = GoDuration.parse(text.value());
        if (parsed.isEmpty()) {
            problems.add(CfsslRule.DURATION_INVALID, text.origin(), text.value(), GoDuration.suggestion(text.value()));
        }
        return parsed.map(duration -> new Located<>(duration, text.origin()));
    }

    private static SigningProfile plain(
            String name,
            List<CfsslUsage> usages,
            Located<Duration> expiry,
            Duration backdate,
            String crlUrl,
            boolean isAuthority,
            int pathLength,
            boolean pathLengthZero) {
        return new SigningProfile(
                name,
                usages,
                Optional.of(expiry),
                backdate,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "",
                crlUrl,
                isAuthority,
                pathLength,
                pathLengthZero,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                expiry.origin());
    }

    private static boolean refuseRemote(JsonFields fields, InputProblems problems) {
        boolean remote = false;
        for (String key : List.of("remote", "auth_remote", "ct_log_servers")) {
            if (fields.has(key)) {
                problems.add(CfsslRule.UNSUPPORTED, fields.origin(), key);
                remote = true;
            }
        }
        return remote;
    }

    private static List<CfsslUsage> usages(JsonFields fields, boolean mayBeEmpty, InputProblems problems) {
        List<CfsslUsage> known = new ArrayList<>();
        for (Located<String> text : fields.texts("usages")) {
            CfsslUsage.of(text.value())
                    .ifPresentOrElse(
                            known::add,
                            () -> problems.add(
                                    CfsslRule.USAGE_UNKNOWN,
                                    text.origin(),
                                    text.value(),
                                    CfsslUsage.meantBy(text.value())));
        }
        if (known.isEmpty() && !mayBeEmpty) {
            problems.add(CfsslRule.USAGES_MISSING, fields.origin());
        }
        return known;
    }

    private static Optional<Located<Duration>> expiry(JsonFields fields, boolean remote, InputProblems problems) {
        Optional<Located<String>> text =
                fields.text("expiry").filter(it -> !it.value().isEmpty());
        if (text.isEmpty() && !remote) {
            problems.add(CfsslRule.EXPIRY_MISSING, fields.origin());
        }
        Optional<Located<Duration>> expiry = text.flatMap(it -> duration(it, problems));
        expiry.filter(it -> it.value().isNegative() || it.value().isZero())
                .ifPresent(it -> problems.add(
                        CfsslRule.EXPIRY_NOT_POSITIVE,
                        it.origin(),
                        text.map(Located::value).orElse("")));
        return expiry;
    }

    private static Optional<Instant> instant(Located<String> text, InputProblems problems) {
        try {
            Instant instant = OffsetDateTime.parse(text.value()).toInstant();
            // Go's zero time means that there is none.
            return instant.equals(Instant.parse("0001-01-01T00:00:00Z")) ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException e) {
            problems.add(CfsslRule.TIME_INVALID, text.origin(), text.value());
            return Optional.empty();
        }
    }

    private static Optional<Pattern> pattern(Located<String> text, InputProblems problems) {
        if (text.value().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(text.value()));
        } catch (PatternSyntaxException e) {
            problems.add(CfsslRule.WHITELIST_INVALID, text.origin(), text.value());
            return Optional.empty();
        }
    }
}
