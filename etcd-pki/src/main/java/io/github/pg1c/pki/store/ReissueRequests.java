package io.github.pg1c.pki.store;

import io.github.pg1c.base.text.Excerpt;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.plan.CertificatePlan;
import java.util.Set;
import java.util.TreeSet;

/** Certificates that a person wants to issue again. */
record ReissueRequests(Set<String> renew, Set<String> rekey) {
    static ReissueRequests none() {
        return new ReissueRequests(Set.of(), Set.of());
    }

    /** @throws IllegalArgumentException for an id that the plan does not have */
    static ReissueRequests renew(Set<String> ids, CertificatePlan plan) {
        Set<String> known = certificates(plan);
        plan.authorities().forEach(authority -> known.add(StorePaths.AUTHORITIES + "/" + authority.name()));
        check(ids, known);
        return new ReissueRequests(ids, Set.of());
    }

    /** @throws IllegalArgumentException for an id that the plan does not have, or that is an authority's */
    static ReissueRequests rekey(Set<String> ids, CertificatePlan plan) {
        check(ids, certificates(plan));
        return new ReissueRequests(Set.of(), ids);
    }

    private static Set<String> certificates(CertificatePlan plan) {
        Set<String> known = new TreeSet<>();
        plan.certificates().forEach(certificate -> known.add(certificate.id()));
        return known;
    }

    private static void check(Set<String> ids, Set<String> known) {
        for (String id : ids) {
            if (!known.contains(id)) {
                String all = String.join(", ", known);
                throw new MalformedValueException(
                        Text.of(
                                "there is no \"" + Excerpt.of(id) + "\" to renew",
                                "перевыпускать «" + Excerpt.of(id) + "» нечего: такого нет"),
                        Text.of("there are " + all, "есть " + all));
            }
        }
    }
}
