package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.ReissueReason;
import io.github.pg1c.secrets.PkiChange;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Issues certificates again: those that are named, or else those that are due. */
public final class RenewCertificates implements CertificateGoal {

    /**
     * What the user may say.
     *
     * @param certificates ids, with {@code *} for any characters; those that are due, if empty
     * @param rekey true for new keys
     * @param dryRun whether to end after saying what would be done
     */
    public record Order(List<String> certificates, boolean rekey, boolean dryRun) {}

    private final Order order;

    private RenewCertificates(Order order) {
        this.order = order;
    }

    /** What the parameters say. */
    public static Function<ParameterProblems, CertificateGoal> of(Order order) {
        return complaints -> new RenewCertificates(order);
    }

    @Override
    public GoalResult on(CertificateSession session) {
        Optional<GoalResult> refusal = session.refusalWithoutStore();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<CertificateStatus> rows = session.pki().report(session.clock()).stream()
                .filter(row -> !CertificateWords.isCopy(row.id()))
                .toList();
        ParameterProblems complaints = new ParameterProblems();
        Set<String> ids = order.certificates().isEmpty() ? due(rows) : named(session, rows, complaints);
        if (complaints.count() > 0) {
            return session.tell(complaints);
        }
        authorities(session, rows);
        if (order.dryRun()) {
            return dry(session, rows, ids);
        }
        PkiChange change = session.change(pki -> order.certificates().isEmpty() && !order.rekey()
                ? pki.ensure(session.clock(), session.random())
                : order.rekey()
                        ? pki.rekey(ids, session.clock(), session.random())
                        : pki.renew(ids, session.clock(), session.random()));
        return told(session, rows, change);
    }

    private static GoalResult told(CertificateSession session, List<CertificateStatus> rows, PkiChange change) {
        new IssuanceLines(session).show(change.issuances());
        if (!change.files().isEmpty()) {
            new DeliveryLines(session).show(change.deliver());
        }
        Set<String> open = change.issuances().stream()
                .filter(issuance ->
                        issuance.action() == Issuance.Action.REQUESTED || issuance.action() == Issuance.Action.AWAITED)
                .map(Issuance::id)
                .filter(id -> !CertificateWords.isCopy(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!open.isEmpty()) {
            return session.failure(Text.of(
                    "not renewed, because an authority outside has to answer: " + open.size()
                            + "; pki-csr shows the requests, pki-import takes the answers in",
                    "не перевыпущено, нужен ответ внешнего центра: " + open.size()
                            + "; запросы показывает pki-csr, ответы принимает pki-import"));
        }
        long renewed = change.issuances().stream()
                .filter(Issuance::changes)
                .filter(issuance -> !CertificateWords.isCopy(issuance.id()))
                .count();
        return session.success(
                renewed == 0 && change.files().isEmpty()
                        ? nothing(rows)
                        : Text.of("issued again: " + renewed, "перевыпущено: " + renewed));
    }

    private static Text nothing(List<CertificateStatus> rows) {
        Optional<Instant> next = rows.stream()
                .filter(row -> !CertificateWords.isAuthority(row.id()))
                .flatMap(row -> row.dueFrom().stream())
                .min(Instant::compareTo);
        String day = next.map(CertificateWords::day).orElse("?");
        return Text.of(
                "nothing is due; the next certificate is from " + day + " on",
                "перевыпускать нечего; ближайший сертификат — начиная с " + day);
    }

    private GoalResult dry(CertificateSession session, List<CertificateStatus> rows, Set<String> ids) {
        for (CertificateStatus row : rows) {
            if (ids.contains(row.id())) {
                String why = order.certificates().isEmpty()
                        ? CertificateWords.why(row.next().reasons(), session.language())
                        : CertificateWords.why(List.of(ReissueReason.REQUESTED), session.language());
                session.dialogue().speech().result("    " + row.id() + " (" + why + ")");
            }
        }
        return session.success(Text.of(
                "dry run, nothing was done; would be issued again: " + ids.size(),
                "пробный запуск, ничего не сделано; перевыпустить: " + ids.size()));
    }

    private static Set<String> due(List<CertificateStatus> rows) {
        return rows.stream()
                .filter(row -> row.next().changes() || row.next().action() == Issuance.Action.AWAITED)
                .map(CertificateStatus::id)
                .filter(id -> !CertificateWords.isAuthority(id) && !id.startsWith("crl/"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> named(CertificateSession session, List<CertificateStatus> rows, ParameterProblems complaints) {
        Set<String> ids = new Selection(rows, complaints).ids(order.certificates());
        if (order.rekey()) {
            ids.stream()
                    .filter(CertificateWords::isAuthority)
                    .forEach(id -> complaints.add(
                            ParameterProblems.COMBINATION,
                            "pg1c.certificates, pg1c.rekey",
                            Text.of(
                                    "'" + id + "' is an authority, whose key is replaced in three steps",
                                    "«" + id + "» — удостоверяющий центр, его ключ заменяют в три шага"),
                            Text.of(
                                    "use pki-rotate -Dpg1c.authority=" + id.substring("ca/".length()),
                                    "используйте pki-rotate -Dpg1c.authority=" + id.substring("ca/".length()))));
        }
        Set<String> outside = session.pki().outside();
        ids.stream()
                .filter(CertificateWords::isAuthority)
                .filter(id -> outside.contains(id.substring("ca/".length())))
                .forEach(id -> complaints.add(
                        ParameterProblems.COMBINATION,
                        "pg1c.certificates",
                        Text.of("'" + id + "' is an authority outside", "«" + id + "» — внешний удостоверяющий центр"),
                        Text.of(
                                "take its new certificate in with pki-import -Dpg1c.authorityFile",
                                "примите его новый сертификат целью pki-import -Dpg1c.authorityFile")));
        return ids;
    }

    private void authorities(CertificateSession session, List<CertificateStatus> rows) {
        if (!order.certificates().isEmpty()) {
            return;
        }
        rows.stream()
                .filter(row -> CertificateWords.isAuthority(row.id()))
                .filter(row -> row.next().reasons().contains(ReissueReason.EXPIRING))
                .forEach(row -> session.warn(Text.of(
                        row.id() + " ends on "
                                + row.notAfter().map(CertificateWords::day).orElse("?")
                                + " and is not renewed unless it is named: -Dpg1c.certificates=" + row.id()
                                + ", or pki-rotate for a new key",
                        row.id() + " действует до "
                                + row.notAfter().map(CertificateWords::day).orElse("?")
                                + " и перевыпускается, только если назван: -Dpg1c.certificates=" + row.id()
                                + "; новый ключ — pki-rotate")));
    }
}
