package io.github.pg1c.pki.cfssl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A {@code ca-config.json}: the default profile and the named ones. */
record SigningPolicy(SigningProfile standard, Map<String, SigningProfile> profiles, Origin origin) {

    /** Empty when there is nothing to sign by; the findings say why. */
    static Optional<SigningPolicy> read(JsonText source, Findings findings) {
        return JsonReader.read(source, findings).flatMap(root -> {
            // Remote signing and OCSP: the keys are known, only a profile that uses them cannot be.
            root.ignore("ocsp", "auth_keys", "remotes");
            Optional<Fields> signing = root.object("signing");
            root.end();
            if (signing.isEmpty()) {
                findings.add(CfsslRule.SIGNING_MISSING, root.origin());
            }
            return signing.map(fields -> read(fields, findings));
        });
    }

    private static SigningPolicy read(Fields signing, Findings findings) {
        SigningProfile standard = signing.object("default")
                .map(fields -> SigningProfile.read("default", fields, true, findings))
                .orElseGet(() -> SigningProfile.unconfigured(signing.origin().at("default")));
        Map<String, SigningProfile> profiles = new LinkedHashMap<>();
        signing.objectsByName("profiles")
                .forEach((name, fields) -> profiles.put(name, SigningProfile.read(name, fields, false, findings)));
        signing.end();
        return new SigningPolicy(standard, profiles, signing.origin());
    }

    /** The profile to sign with, completed by the default one where it is silent. An empty name is the default. */
    SigningProfile profile(String name, Findings findings) {
        SigningProfile found = profiles.get(name);
        if (found == null && !name.isEmpty()) {
            String known = profiles.isEmpty() ? "(none)" : String.join(", ", profiles.keySet());
            findings.add(CfsslRule.PROFILE_UNKNOWN, origin.at("profiles"), name, known);
        }
        SigningProfile chosen = found == null ? standard : found.completedBy(standard);
        chosen.checkUsable(profiles.keySet(), findings);
        return chosen;
    }
}
