package io.github.pg1c.pki.store;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One step in the replacement of an authority's key, on a draft. */
final class StoreRotation {
    private static final Set<ReissueReason> UNMOVED = EnumSet.of(
            ReissueReason.MISSING,
            ReissueReason.UNREADABLE,
            ReissueReason.KEY_MISMATCH,
            ReissueReason.CHAIN,
            ReissueReason.GENERATION);

    private final StagedFiles draft;
    private final CertificatePlan.Authority planned;
    private final CertificatePlan plan;
    private final Clock clock;
    private final SecureRandom random;
    private final Keyring keyring;
    private final IssuancePolicy policy;

    StoreRotation(
            StagedFiles draft,
            CertificatePlan.Authority planned,
            CertificatePlan plan,
            IssuancePolicy policy,
            Clock clock,
            SecureRandom random,
            Keyring keyring) {
        this.draft = draft;
        this.planned = planned;
        this.plan = plan;
        this.policy = policy;
        this.clock = clock;
        this.random = random;
        this.keyring = keyring;
    }

    Rotation to(RotationPhase wanted) {
        RotationPhase current = read().phase();
        List<Issuance> pending = run();
        if (current == wanted) {
            return outcome(pending);
        }
        RotationPhase expected = switch (wanted) {
            case TRUSTED -> RotationPhase.SETTLED;
            case REISSUED -> RotationPhase.TRUSTED;
            case SETTLED -> RotationPhase.REISSUED;
        };
        if (current != expected) {
            throw new PkiException(Text.of(
                    "the authority " + planned.name() + " is in the phase " + current + "; " + wanted + " follows "
                            + expected,
                    "центр " + planned.name() + " в фазе " + current + "; " + wanted + " следует за " + expected));
        }
        // The first phase has no predecessor that programs must have loaded.
        boolean ready =
                wanted == RotationPhase.TRUSTED || pending.stream().noneMatch(Issuance::changes) && isComplete(pending);
        if (!ready) {
            return outcome(pending);
        }
        switch (wanted) {
            case TRUSTED -> read().trustNext(draft, clock, random);
            case REISSUED -> read().switchToNext(draft, random);
            case SETTLED -> read().dropOld(draft);
        }
        return outcome(run());
    }

    private Rotation outcome(List<Issuance> issuances) {
        AuthorityFiles now = read();
        return new Rotation(
                planned.name(),
                now.phase(),
                now.issuing().map(AuthorityGeneration::number).orElse(0),
                isComplete(issuances),
                issuances);
    }

    /** Whether no answer of this external authority is awaited. */
    private boolean isComplete(List<Issuance> issuances) {
        Set<String> own = new java.util.HashSet<>();
        plan.certificates().stream()
                .filter(certificate -> certificate.authority().equals(planned.name()))
                .forEach(certificate -> own.add(certificate.id()));
        return issuances.stream()
                .filter(issuance -> own.contains(issuance.id()))
                .filter(issuance ->
                        issuance.action() == Issuance.Action.AWAITED || issuance.action() == Issuance.Action.REQUESTED)
                .noneMatch(issuance -> issuance.reasons().stream().anyMatch(UNMOVED::contains));
    }

    private AuthorityFiles read() {
        return AuthorityFiles.read(draft, planned, keyring);
    }

    private List<Issuance> run() {
        return new StoreRun(draft, plan, policy, clock, random, keyring).run(ReissueRequests.none());
    }
}
