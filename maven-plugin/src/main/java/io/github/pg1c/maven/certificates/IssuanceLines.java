package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.secrets.CertificateIds;
import java.util.List;

/** Lists the actions for certificates and their reasons. */
final class IssuanceLines {

    private static final int AT_MOST = 30;

    private final CertificateSession session;

    IssuanceLines(CertificateSession session) {
        this.session = session;
    }

    /** Lists the changed certificates; copies of trusted certificates are in the list of deliveries. */
    void show(List<Issuance> issuances) {
        List<Issuance> changed = issuances.stream()
                .filter(Issuance::changes)
                .filter(issuance -> !CertificateIds.isCopy(issuance.id()))
                .toList();
        Speech speech = session.dialogue().speech();
        changed.stream().limit(AT_MOST).forEach(issuance -> speech.result("    " + line(issuance)));
        changed.stream().skip(AT_MOST).forEach(issuance -> speech.detail("    " + line(issuance)));
        int more = changed.size() - AT_MOST;
        if (more > 0) {
            speech.result("    "
                    + session.dialogue()
                            .in(Text.of("and " + more + " more (-X lists all)", "и ещё " + more + " (все: -X)")));
        }
        changed.stream()
                .filter(Issuance::clampedToIssuer)
                .forEach(issuance -> session.warn(Text.of(
                        issuance.id() + " lives shorter than asked for: it ends with its authority",
                        issuance.id() + " действует меньше заданного: заканчивается вместе со своим центром")));
    }

    private String line(Issuance issuance) {
        String until = issuance.notAfter()
                .map(CertificateWords::day)
                .map(day -> Text.of(", until " + day, ", до " + day))
                .map(session.dialogue()::in)
                .orElse("");
        if (CertificateIds.isRevocationList(issuance.id())) {
            String authority = issuance.id().substring("crl/".length());
            return session.dialogue()
                            .in(Text.of("revocation list of " + authority, "список отзыва центра " + authority))
                    + until;
        }
        String why = CertificateWords.why(issuance.reasons(), session.language());
        String done = session.dialogue().in(CertificateWords.done(issuance.action()));
        return issuance.id() + ": " + done + until + (why.isEmpty() ? "" : " (" + why + ")");
    }
}
