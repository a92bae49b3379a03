package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.secrets.operation.CertificateRevocation;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Revokes certificates permanently and issues those that the cluster needs again with new keys. A certificate that is
 * named by its id is revoked with its living predecessors, because a renewal keeps the key, and the key's holder can
 * use each of them.
 */
public final class RevokeCertificates implements CertificateGoal {

    /**
     * The parameters of the user.
     *
     * @param certificates ids, with {@code *} for any characters
     * @param serials serial numbers in hexadecimal digits
     * @param reason a reason's name in RFC 5280
     * @param dryRun whether to end after showing the plan
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

    /** The goal of the parameters. */
    public static Function<ParameterProblems, CertificateGoal> of(Order order) {
        return complaints -> {
            if (order.certificates().isEmpty() && order.serials().isEmpty()) {
                complaints.missing(
                        PropertyNames.CERTIFICATES + ", " + PropertyNames.SERIALS,
                        Text.of("what is to be revoked?", "что отозвать?"),
                        Text.of(
                                "name certificates by the ids that the goal pki shows, or by serial numbers of pki -D"
                                        + PropertyNames.ISSUED,
                                "назовите сертификаты по идентификаторам цели pki или по номерам из pki -D"
                                        + PropertyNames.ISSUED));
            }
            Map<String, RevocationReason> reasons = new LinkedHashMap<>();
            for (RevocationReason each : RevocationReason.values()) {
                reasons.put(each.id(), each);
            }
            return new RevokeCertificates(
                    order,
                    serials(order.serials(), complaints),
                    complaints
                            .word(PropertyNames.REASON, order.reason(), reasons)
                            .orElse(RevocationReason.UNSPECIFIED));
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
                        PropertyNames.SERIALS,
                        Text.of("'" + text + "' is not a serial number", "«" + text + "» — не серийный номер"),
                        Text.of(
                                "write up to 40 hexadecimal digits, as pki -D" + PropertyNames.ISSUED + " shows them",
                                "напишите до 40 шестнадцатеричных цифр, как их показывает pki -D"
                                        + PropertyNames.ISSUED));
            }
        }
        return serials;
    }

    @Override
    public GoalResult on(CertificateSession session) {
        CertificateRevocation revocation = new CertificateRevocation(order.certificates(), serials, reason);
        CertificateRevocation.Plan plan = revocation.plan(session.pki(), session.clock());
        Optional<GoalResult> obstacles = session.refusal(plan);
        if (obstacles.isPresent()) {
            return obstacles.get();
        }
        if (plan.certificates().isEmpty()) {
            return session.success(
                    Text.of("all of them were revoked before or have ended", "все они уже отозваны или истекли"));
        }
        plan.certificates()
                .forEach((serial, id) -> session.dialogue().speech().result("    " + id + " " + serial.toString(16)));
        if (order.dryRun()) {
            return session.success(Text.of("dry run, nothing was done", "пробный запуск, ничего не сделано"));
        }
        Optional<GoalResult> refusal = session.dialogue()
                .refusal(Text.of(
                        "revoke these for good (" + reason.id()
                                + ")? Whoever uses one is refused as soon as the list is on the nodes",
                        "отозвать их навсегда (" + reason.id()
                                + ")? Как только список окажется на узлах, их перестанут принимать"));
        return refusal.orElseGet(() ->
                told(session, session.change(pki -> revocation.run(pki, plan, session.clock(), session.random()))));
    }

    private static GoalResult told(CertificateSession session, CertificateRevocation.Result result) {
        new IssuanceLines(session).show(result.change().issuances());
        if (result.firstList()) {
            session.warn(
                    Text.of(
                            "the first list of an authority: nothing checks it before the configuration names it; run generate and deliver the bundle together with the secrets",
                            "первый список отзыва центра: пока его не называет конфигурация, его не проверяет никто; выполните generate и доставьте конфигурацию вместе с секретами"));
        }
        new DeliveryLines(session).show(result.change().deliver());
        if (result.authorities().contains("cluster")) {
            session.warn(Text.of(
                    "Patroni's REST API and PgBouncer check no revocation list: a stolen client key is locked out of the REST API by pki-rotate -D"
                            + PropertyNames.AUTHORITY + "=cluster only",
                    "REST API Patroni и PgBouncer не проверяют списки отзыва: украденный клиентский ключ отсекает от REST API только pki-rotate -D"
                            + PropertyNames.AUTHORITY + "=cluster"));
        }
        return session.success(Text.of("revoked: " + result.revoked(), "отозвано: " + result.revoked()));
    }
}
