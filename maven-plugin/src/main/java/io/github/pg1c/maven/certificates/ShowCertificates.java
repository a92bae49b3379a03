package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.output.OutputFormat;
import io.github.pg1c.maven.output.OutputTable;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.IndexEntry;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.operation.CertificateOverview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows certificates with their holders and ends, and the action and reasons of a renewal. Changes nothing and needs no
 * passphrase.
 */
public final class ShowCertificates implements Function<List<CertificateSession>, GoalResult> {

    /**
     * The parameters of the user.
     *
     * @param format the format of the answer
     * @param asList true to name the cluster in the formats for programs even for a single one
     * @param issued true to show all issued certificates instead
     * @param failOnDue true to fail when an action is due
     */
    public record Order(Optional<String> format, boolean asList, boolean issued, boolean failOnDue) {}

    private final OutputFormat format;
    private final Order order;

    private ShowCertificates(OutputFormat format, Order order) {
        this.format = format;
        this.order = order;
    }

    /** The goal of the parameters. */
    public static Function<ParameterProblems, Function<List<CertificateSession>, GoalResult>> of(Order order) {
        return complaints -> new ShowCertificates(
                complaints
                        .word(PropertyNames.FORMAT, order.format(), OutputFormat.words())
                        .orElse(OutputFormat.TABLE),
                order);
    }

    @Override
    public GoalResult apply(List<CertificateSession> sessions) {
        List<OutputTable> listings = new ArrayList<>();
        List<CertificateOverview> overviews = new ArrayList<>();
        List<String> due = new ArrayList<>();
        for (CertificateSession session : sessions) {
            CertificateOverview overview = CertificateOverview.of(session.pki(), session.clock());
            overviews.add(overview);
            listings.add(order.issued() ? issued(session) : listing(session, overview.rows()));
            if (overview.isDue()) {
                due.add(session.cluster().name().toString());
            }
        }
        CertificateSession first = sessions.get(0);
        first.output()
                .accept(format.render(listings, order.asList(), first.dialogue().in(OutputTable.CLUSTER)));
        for (int i = 0; i < sessions.size(); i++) {
            remarks(sessions.get(i), overviews.get(i));
        }
        return due.isEmpty() || !order.failOnDue() ? GoalResult.success() : due(first, due);
    }

    private static OutputTable listing(CertificateSession session, List<CertificateStatus> rows) {
        return CertificateListing.of(
                session.cluster().name().toString(), rows, session.clock().instant(), session.language());
    }

    private static OutputTable issued(CertificateSession session) {
        Map<String, List<IndexEntry>> entries = new LinkedHashMap<>();
        ClusterPki.authorities()
                .forEach(authority -> entries.put(authority, session.pki().issued(authority)));
        return CertificateListing.issued(session.cluster().name().toString(), entries, session.language());
    }

    private static GoalResult due(CertificateSession session, List<String> clusters) {
        String names = String.join(", ", clusters);
        return GoalResult.failure(session.dialogue()
                .in(Text.of(
                        "pg1c: certificates want something done: " + names,
                        "pg1c: с сертификатами нужно что-то сделать: " + names)));
    }

    /** Remarks beside the table. */
    private static void remarks(CertificateSession session, CertificateOverview overview) {
        if (!overview.exists()) {
            session.say(Text.of(
                    "there are no certificates yet: pki-init or generate makes them",
                    "сертификатов ещё нет: их создаёт цель pki-init или generate"));
            return;
        }
        overview.authorities().forEach(row -> authority(session, row));
        if (overview.isRenewable()) {
            session.say(Text.of(
                    "pki-renew, or the next generate, does what is to do",
                    "всё, что нужно сделать, сделает pki-renew или ближайший generate"));
        }
        if (overview.isAwaiting()) {
            session.say(Text.of(
                    "answers of an authority outside are awaited: pki-csr shows the requests, pki-import takes the answers in",
                    "ожидаются ответы внешнего центра: запросы показывает pki-csr, ответы принимает pki-import"));
        }
    }

    private static void authority(CertificateSession session, CertificateStatus row) {
        String name = row.authority();
        if (CertificateOverview.isRotating(row)) {
            Text phase = CertificateWords.phase(row.phase());
            session.say(Text.of(
                    "the key of the authority " + name + " is being replaced: " + phase.en()
                            + "; the next step is pki-rotate -D" + PropertyNames.AUTHORITY + "=" + name,
                    "идёт замена ключа центра " + name + ": " + phase.ru() + "; следующий шаг — pki-rotate -D"
                            + PropertyNames.AUTHORITY + "=" + name));
        }
        if (CertificateOverview.isExpiring(row)) {
            session.warn(Text.of(
                    "the authority " + name + " ends soon; nothing renews it by itself: pki-renew -D"
                            + PropertyNames.CERTIFICATES + "=" + row.id()
                            + " with the same key, or pki-rotate with a new one",
                    "срок центра " + name + " подходит к концу; сам он не продлевается: pki-renew -D"
                            + PropertyNames.CERTIFICATES + "=" + row.id()
                            + " с прежним ключом или pki-rotate с новым"));
        }
    }
}
