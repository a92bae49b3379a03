package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.ReissueReason;
import io.github.pg1c.secrets.PkiChange;
import io.github.pg1c.secrets.operation.CertificateRenewal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Issues certificates again: the named ones, or else those that are due. */
public final class RenewCertificates implements CertificateGoal {

    /**
     * The parameters of the user.
     *
     * @param certificates ids, with {@code *} for any characters; those that are due, if empty
     * @param rekey true for new keys
     * @param dryRun whether to end after showing the plan
     */
    public record Order(List<String> certificates, boolean rekey, boolean dryRun) {}

    private final Order order;

    private RenewCertificates(Order order) {
        this.order = order;
    }

    /** The goal of the parameters. */
    public static Function<ParameterProblems, CertificateGoal> of(Order order) {
        return complaints -> new RenewCertificates(order);
    }

    @Override
    public GoalResult on(CertificateSession session) {
        CertificateRenewal renewal = new CertificateRenewal(order.certificates(), order.rekey());
        CertificateRenewal.Plan plan = renewal.plan(session.pki(), session.clock());
        Optional<GoalResult> refusal = session.refusal(plan);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        plan.expiringAuthorities().forEach(row -> expiring(session, row));
        return order.dryRun()
                ? dry(session, plan)
                : told(session, session.change(pki -> renewal.run(pki, plan, session.clock(), session.random())));
    }

    private static GoalResult told(CertificateSession session, CertificateRenewal.Result result) {
        PkiChange change = result.change();
        new IssuanceLines(session).show(change.issuances());
        if (!change.files().isEmpty()) {
            new DeliveryLines(session).show(change.deliver());
        }
        if (result instanceof CertificateRenewal.Result.Awaited awaited) {
            int open = awaited.certificates().size();
            return session.failure(Text.of(
                    "not renewed, because an authority outside has to answer: " + open
                            + "; pki-csr shows the requests, pki-import takes the answers in",
                    "не перевыпущено, нужен ответ внешнего центра: " + open
                            + "; запросы показывает pki-csr, ответы принимает pki-import"));
        }
        if (result instanceof CertificateRenewal.Result.Renewed renewed) {
            return session.success(
                    Text.of("issued again: " + renewed.certificates(), "перевыпущено: " + renewed.certificates()));
        }
        String day = ((CertificateRenewal.Result.NothingDue) result)
                .next()
                .map(CertificateWords::day)
                .orElse("?");
        return session.success(Text.of(
                "nothing is due; the next certificate is from " + day + " on",
                "перевыпускать нечего; ближайший сертификат — начиная с " + day));
    }

    private GoalResult dry(CertificateSession session, CertificateRenewal.Plan plan) {
        for (CertificateStatus row : plan.rows()) {
            if (plan.certificates().contains(row.id())) {
                String why = order.certificates().isEmpty()
                        ? CertificateWords.why(row.next().reasons(), session.language())
                        : CertificateWords.why(List.of(ReissueReason.REQUESTED), session.language());
                session.dialogue().speech().result("    " + row.id() + " (" + why + ")");
            }
        }
        int count = plan.certificates().size();
        return session.success(Text.of(
                "dry run, nothing was done; would be issued again: " + count,
                "пробный запуск, ничего не сделано; перевыпустить: " + count));
    }

    private static void expiring(CertificateSession session, CertificateStatus row) {
        String day = row.notAfter().map(CertificateWords::day).orElse("?");
        session.warn(Text.of(
                row.id() + " ends on " + day + " and is not renewed unless it is named: -D" + PropertyNames.CERTIFICATES
                        + "=" + row.id() + ", or pki-rotate for a new key",
                row.id() + " действует до " + day + " и перевыпускается, только если назван: -D"
                        + PropertyNames.CERTIFICATES + "=" + row.id() + "; новый ключ — pki-rotate"));
    }
}
