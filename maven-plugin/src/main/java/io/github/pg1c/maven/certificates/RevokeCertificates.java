package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.IndexEntry;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PkiChange;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Revokes certificates for good and issues again, with new keys, what the cluster needs. A certificate that is named by its id is revoked with all that were issued before it and
 * are still alive: a renewal keeps the key, and whoever has the key can use each of them.
 */
public final class RevokeCertificates implements CertificateGoal {

    /**
     * What the user may say.
     *
     * @param certificates ids, with {@code *} for any characters
     * @param serials serial numbers in hexadecimal digits
     * @param reason a name of RFC 5280
     * @param dryRun whether to end after saying what would be done
     */
    public record Order(List<String> certificates, List<String> serials, Optional<String> reason, boolean dryRun) {}

    private final Order order;
    private final Set<BigInteger> serials;
    private final RevocationReason reason;

    private RevokeCertificates(Order order, Set<BigInteger> serials, RevocationReason reason) {
        this.order = order;
        this.serials = serials;
        this.reason = reason;
    }

    /** What the parameters say. */
    public static Function<ParameterProblems, CertificateGoal> of(Order order) {
        return complaints -> {
            if (order.certificates().isEmpty() && order.serials().isEmpty()) {
                complaints.missing(
                        "pg1c.certificates, pg1c.serials",
                        Text.of("what is to be revoked?", "что отозвать?"),
                        Text.of(
                                "name certificates by the ids that the goal pki shows, or by serial numbers of pki -Dpg1c.issued",
                                "назовите сертификаты по идентификаторам цели pki или по номерам из pki -Dpg1c.issued"));
            }
            Map<String, RevocationReason> reasons = new LinkedHashMap<>();
            for (RevocationReason each : RevocationReason.values()) {
                reasons.put(each.id(), each);
            }
            return new RevokeCertificates(
                    order,
                    serials(order.serials(), complaints),
                    complaints.word("pg1c.reason", order.reason(), reasons).orElse(RevocationReason.UNSPECIFIED));
        };
    }

    private static Set<BigInteger> serials(List<String> texts, ParameterProblems complaints) {
        Set<BigInteger> serials = new LinkedHashSet<>();
        for (String text : texts) {
            String digits = text.replace(":", "");
            if (digits.matches("[0-9a-fA-F]{1,40}")) {
                serials.add(new BigInteger(digits, 16));
            } else {
                complaints.add(
                        ParameterProblems.MALFORMED,
                        "pg1c.serials",
                        Text.of("'" + text + "' is not a serial number", "«" + text + "» — не серийный номер"),
                        Text.of(
                                "write up to 40 hexadecimal digits, as pki -Dpg1c.issued shows them",
                                "напишите до 40 шестнадцатеричных цифр, как их показывает pki -Dpg1c.issued"));
            }
        }
        return serials;
    }

    @Override
    public GoalResult on(CertificateSession session) {
        Optional<GoalResult> missing = session.refusalWithoutStore();
        if (missing.isPresent()) {
            return missing.get();
        }
        ParameterProblems complaints = new ParameterProblems();
        Map<BigInteger, String> doomed = doomed(session, complaints);
        if (complaints.count() > 0) {
            return session.tell(complaints);
        }
        if (doomed.isEmpty()) {
            return session.success(
                    Text.of("all of them were revoked before or have ended", "все они уже отозваны или истекли"));
        }
        doomed.forEach((serial, id) -> session.dialogue().speech().result("    " + id + " " + serial.toString(16)));
        if (order.dryRun()) {
            return session.success(Text.of("dry run, nothing was done", "пробный запуск, ничего не сделано"));
        }
        Optional<GoalResult> refusal = session.dialogue()
                .refusal(Text.of(
                        "revoke these for good (" + reason.id()
                                + ")? Whoever uses one is refused as soon as the list is on the nodes",
                        "отозвать их навсегда (" + reason.id()
                                + ")? Как только список окажется на узлах, их перестанут принимать"));
        return refusal.orElseGet(() -> revoke(session, doomed.keySet()));
    }

    private GoalResult revoke(CertificateSession session, Set<BigInteger> doomed) {
        RevocationLists before = session.pki().revocationLists();
        PkiChange change = session.change(pki -> pki.revoke(doomed, reason, session.clock(), session.random()));
        new IssuanceLines(session).show(change.issuances());
        RevocationLists now = session.pki().revocationLists();
        if (!now.equals(before)) {
            session.warn(
                    Text.of(
                            "the first list of an authority: nothing checks it before the configuration names it; run generate and deliver the bundle together with the secrets",
                            "первый список отзыва центра: пока его не называет конфигурация, его не проверяет никто; выполните generate и доставьте конфигурацию вместе с секретами"));
        }
        new DeliveryLines(session).show(change.deliver());
        if (touches(session, "cluster", doomed)) {
            session.warn(
                    Text.of(
                            "Patroni's REST API and PgBouncer check no revocation list: a stolen client key is locked out of the REST API by pki-rotate -Dpg1c.authority=cluster only",
                            "REST API Patroni и PgBouncer не проверяют списки отзыва: украденный клиентский ключ отсекает от REST API только pki-rotate -Dpg1c.authority=cluster"));
        }
        return session.success(Text.of("revoked: " + doomed.size(), "отозвано: " + doomed.size()));
    }

    private static boolean touches(CertificateSession session, String authority, Set<BigInteger> doomed) {
        return session.pki().issued(authority).stream().map(IndexEntry::serial).anyMatch(doomed::contains);
    }

    /** Serial numbers with the ids they were issued for. */
    private Map<BigInteger, String> doomed(CertificateSession session, ParameterProblems complaints) {
        ClusterPki pki = session.pki();
        Instant now = session.clock().instant();
        List<CertificateStatus> rows = pki.report(session.clock());
        List<IndexEntry> issued = new ArrayList<>();
        ClusterPki.authorities().forEach(authority -> issued.addAll(pki.issued(authority)));
        Map<BigInteger, String> doomed = new LinkedHashMap<>();

        Set<String> ids = new Selection(rows, complaints).ids(order.certificates());
        ids.stream().filter(CertificateWords::isAuthority).forEach(id -> authority(id, complaints));
        // Stores of the first releases have no list of what they issued before the next run.
        rows.stream()
                .filter(row -> ids.contains(row.id()))
                .forEach(row -> row.serial().ifPresent(serial -> doomed.put(serial, row.id())));
        issued.stream()
                .filter(entry -> ids.contains(entry.id()) && entry.notAfter().isAfter(now))
                .forEach(entry -> doomed.put(entry.serial(), entry.id()));
        for (BigInteger serial : serials) {
            issued.stream()
                    .filter(entry -> entry.serial().equals(serial))
                    .findFirst()
                    .ifPresentOrElse(entry -> doomed.put(serial, entry.id()), () -> unknown(serial, complaints));
        }
        outside(pki, rows, ids, complaints);
        issued.stream().filter(entry -> entry.revocation().isPresent()).forEach(entry -> doomed.remove(entry.serial()));
        return doomed;
    }

    private static void outside(
            ClusterPki pki, List<CertificateStatus> rows, Set<String> ids, ParameterProblems complaints) {
        Set<String> outside = pki.outside();
        rows.stream()
                .filter(row -> ids.contains(row.id()) && outside.contains(row.authority()))
                .forEach(row -> complaints.add(
                        ParameterProblems.COMBINATION,
                        "pg1c.certificates",
                        Text.of(
                                "'" + row.id() + "' is of an authority outside",
                                "«" + row.id() + "» выпущен внешним центром"),
                        Text.of(
                                "let that authority revoke it, then take its list in with pki-import -Dpg1c.revocationList",
                                "отзовите его в том центре и примите список целью pki-import -Dpg1c.revocationList")));
    }

    private static void authority(String id, ParameterProblems complaints) {
        complaints.add(
                ParameterProblems.COMBINATION,
                "pg1c.certificates",
                Text.of(
                        "'" + id + "' is an authority, which no list can revoke",
                        "«" + id + "» — удостоверяющий центр, его нельзя отозвать списком"),
                Text.of(
                        "replace its key: pki-rotate -Dpg1c.authority=" + id.substring("ca/".length()),
                        "замените его ключ: pki-rotate -Dpg1c.authority=" + id.substring("ca/".length())));
    }

    private static void unknown(BigInteger serial, ParameterProblems complaints) {
        complaints.add(
                ParameterProblems.MALFORMED,
                "pg1c.serials",
                Text.of(
                        "no authority of this cluster has given the serial number " + serial.toString(16),
                        "номер " + serial.toString(16) + " не выдавал ни один центр этого кластера"),
                Text.of("pki -Dpg1c.issued shows all that were given", "все выданные показывает pki -Dpg1c.issued"));
    }
}
