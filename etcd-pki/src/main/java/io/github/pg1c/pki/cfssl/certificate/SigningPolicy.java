package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import io.github.pg1c.pki.cfssl.json.JsonFields;
import io.github.pg1c.pki.cfssl.json.JsonReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@code ca-config.json}: the default profile and the named ones. */
public record SigningPolicy(
        SigningProfile standard, Map<String, SigningProfile> profiles, boolean isReadable, InputPlace origin) {

    /** The policy; empty when there is none to sign by, then the problems say why. */
    public static Optional<SigningPolicy> read(JsonSource source, InputProblems problems) {
        return JsonReader.read(source, problems).flatMap(root -> {
            // Remote signing and OCSP: the keys are known, but a profile that uses them is refused.
            root.ignore("ocsp", "auth_keys");
            Set<String> remotes = root.textsByName("remotes").keySet();
            Optional<JsonFields> signing = root.object("signing");
            root.end();
            if (signing.isEmpty() && problems.isSound(root.origin().at("signing"))) {
                problems.add(CfsslRule.SIGNING_MISSING, root.origin());
            }
            return signing.map(fields -> read(fields, remotes, problems));
        });
    }

    private static SigningPolicy read(JsonFields signing, Set<String> remotes, InputProblems problems) {
        SigningProfile standard = signing.object("default")
                .map(fields -> SigningProfile.read("default", fields, true, remotes, problems))
                .orElseGet(() -> SigningProfile.unconfigured(signing.origin().at("default")));
        Map<String, SigningProfile> profiles = new LinkedHashMap<>();
        Map<String, JsonFields> named = signing.objectsByName("profiles");
        boolean isReadable = problems.isSound(signing.origin().at("profiles"));
        named.forEach(
                (name, fields) -> profiles.put(name, SigningProfile.read(name, fields, false, remotes, problems)));
        signing.end();
        return new SigningPolicy(standard, profiles, isReadable, signing.origin());
    }

    /**
     * The profile to sign with, completed by the default one. An empty name means the default. Empty for an unknown name
     * in the strict mode.
     */
    public Optional<SigningProfile> profile(String name, InputProblems problems) {
        SigningProfile found = profiles.get(name);
        if (found == null && !name.isEmpty()) {
            if (!isReadable) {
                return Optional.empty();
            }
            Text known = profiles.isEmpty()
                    ? Text.of("(none)", "(их нет)")
                    : Text.same(String.join(", ", profiles.keySet()));
            problems.add(CfsslRule.PROFILE_UNKNOWN, origin.at("profiles"), Text.same(name), known);
            if (problems.isStrict()) {
                return Optional.empty();
            }
        }
        SigningProfile chosen = found == null ? standard : found.completedBy(standard);
        chosen.checkUsable(profiles.keySet(), problems);
        return Optional.of(chosen);
    }
}
