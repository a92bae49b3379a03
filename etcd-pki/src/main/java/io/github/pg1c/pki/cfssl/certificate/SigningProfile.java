package io.github.pg1c.pki.cfssl.certificate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
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
        List<String> unsupported,
        boolean wantsSerialNumber,
        InputPlace origin) {
    public static final Duration BACKDATE = Duration.ofMinutes(5);

    private static final String REMOTE = "remote";
    private static final String AUTH_REMOTE = "auth_remote";
    private static final String LOG_SERVERS = "ct_log_servers";

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

    static SigningProfile read(
            String name, JsonFields fields, boolean isDefault, Set<String> remotes, InputProblems problems) {
        Optional<JsonFields> constraint = fields.object("ca_constraint");
        if (fields.has("is_ca")) {
            problems.add(CfsslRule.LEGACY_IS_CA, fields.origin());
        }
        if (fields.integer("lint_error_level").map(Located::value).orElse(0) > 0) {
            problems.add(CfsslRule.LINT_NOT_RUN, fields.origin());
        }
        List<String> unsupported = unsupported(fields, remotes, problems);
        boolean remote = unsupported.contains(REMOTE) || unsupported.contains(AUTH_REMOTE);
        SigningProfile profile = new SigningProfile(
                name,
                remote ? List.of() : usages(fields, isDefault, problems),
                remote ? Optional.empty() : expiry(fields, isDefault, problems),
                fields.text("backdate")
                        .filter(text -> !text.value().isEmpty())
                        .flatMap(text -> duration(text, problems))
                        .map(Located::value)
                        .filter(duration -> !duration.isZero())
                        .orElse(BACKDATE),
                fields.text("not_before").flatMap(text -> instant(text, problems)),
                fields.text("not_after").flatMap(text -> instant(text, problems)),
                fields.texts("issuer_urls").stream()
                        .map(url -> url(url, problems))
                        .toList(),
                fields.text("ocsp_url").map(url -> url(url, problems)).orElse(""),
                fields.text("crl_url").map(url -> url(url, problems)).orElse(""),
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
                unsupported,
                fields.truth("ClientProvidesSerialNumbers"),
                fields.origin());
        constraint.ifPresent(JsonFields::end);
        fields.ignore(
                "allowed_extensions",
                "auth_key",
                "prev_auth_key",
                "cert_store",
                "ignored_lints",
                "ignored_lint_sources",
                "is_ca",
                "usages",
                "expiry");
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
                unsupported,
                wantsSerialNumber,
                origin);
    }

    boolean has(CfsslUsage usage) {
        return usages.contains(usage);
    }

    void checkUsable(Set<String> others, InputProblems problems) {
        for (String key : unsupported) {
            problems.add(CfsslRule.UNSUPPORTED, origin, key);
        }
        if (wantsSerialNumber) {
            problems.add(CfsslRule.SERIAL_NUMBER_WANTED, origin);
        }
        if (usages.isEmpty() && unsupported.isEmpty() && problems.isSound(origin.at("usages"))) {
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
                List.of(),
                false,
                expiry.origin());
    }

    /** What of the profile needs another program; it matters where the profile is used. */
    private static List<String> unsupported(JsonFields fields, Set<String> remotes, InputProblems problems) {
        List<String> keys = new ArrayList<>();
        fields.text(REMOTE).filter(name -> !name.value().isEmpty()).ifPresent(name -> {
            keys.add(REMOTE);
            checkRemote(name, remotes, problems);
        });
        fields.object(AUTH_REMOTE).ifPresent(remote -> {
            remote.ignore("auth_key");
            remote.text(REMOTE).filter(name -> !name.value().isEmpty()).ifPresent(name -> {
                keys.add(AUTH_REMOTE);
                checkRemote(name, remotes, problems);
            });
            remote.end();
        });
        if (!fields.texts(LOG_SERVERS).isEmpty()) {
            keys.add(LOG_SERVERS);
        }
        return keys;
    }

    private static void checkRemote(Located<String> name, Set<String> remotes, InputProblems problems) {
        if (!remotes.contains(name.value())) {
            problems.add(CfsslRule.REMOTE_UNKNOWN, name.origin(), name.value());
        }
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
        if (known.isEmpty() && !mayBeEmpty && problems.isSound(fields.origin().at("usages"))) {
            problems.add(CfsslRule.USAGES_MISSING, fields.origin());
        }
        return known;
    }

    private static Optional<Located<Duration>> expiry(JsonFields fields, boolean isDefault, InputProblems problems) {
        Optional<Located<String>> text =
                fields.text("expiry").filter(it -> !it.value().isEmpty());
        if (text.isEmpty() && problems.isSound(fields.origin().at("expiry"))) {
            problems.add(CfsslRule.EXPIRY_MISSING, fields.origin());
        }
        return text.flatMap(it -> expiry(it, isDefault, problems));
    }

    /** The life time; none at all ends cfssl where there is no other to take its place. */
    static Optional<Located<Duration>> expiry(Located<String> text, boolean isLast, InputProblems problems) {
        Optional<Located<Duration>> expiry = duration(text, problems);
        expiry.map(Located::value).ifPresent(life -> {
            if (isLast && life.isZero()) {
                problems.refuse(CfsslRule.EXPIRY_NOT_POSITIVE, text.origin(), text.value());
            } else if (life.isNegative() || life.isZero()) {
                problems.add(CfsslRule.EXPIRY_NOT_POSITIVE, text.origin(), text.value());
            }
        });
        return expiry;
    }

    static String url(Located<String> text, InputProblems problems) {
        if (!AlternativeNames.isAscii(text.value())) {
            problems.add(CfsslRule.URL_NOT_ASCII, text.origin(), text.value());
        }
        return text.value();
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
