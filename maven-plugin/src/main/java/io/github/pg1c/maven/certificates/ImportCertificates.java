package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.PkiChange;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes in what an authority outside has sent: its own certificate, its answers to signing requests, or its revocation lists; all of it or nothing. */
public final class ImportCertificates implements CertificateGoal {

    /**
     * What the user may say; one of the last three.
     *
     * @param authority the name of the authority; not needed for answers, and where only one is outside
     * @param authorityFile the authority's certificate and those above it
     * @param answers files, and directories of files, with certificates
     * @param revocationList the authority's revocation lists
     */
    public record Order(
            Optional<String> authority,
            Optional<Path> authorityFile,
            List<Path> answers,
            Optional<Path> revocationList) {}

    private final Order order;
    private final Optional<String> authority;
    private final List<String> certificates;
    private final byte[] list;

    private ImportCertificates(Order order, Optional<String> authority, List<String> certificates, byte[] list) {
        this.order = order;
        this.authority = authority;
        this.certificates = List.copyOf(certificates);
        this.list = list.clone();
    }

    /** What the parameters say. */
    public static Function<ParameterProblems, CertificateGoal> of(Order order) {
        return complaints -> {
            Map<String, Boolean> said = new LinkedHashMap<>();
            said.put("pg1c.authorityFile", order.authorityFile().isPresent());
            said.put("pg1c.answers", !order.answers().isEmpty());
            said.put("pg1c.revocationList", order.revocationList().isPresent());
            complaints.exclusive(said);
            if (!said.containsValue(true)) {
                complaints.missing(
                        String.join(", ", said.keySet()),
                        Text.of("what is to be taken in?", "что принять?"),
                        Text.of(
                                "name the file of the authority's certificate, the files of its answers, or the file of its revocation lists",
                                "укажите файл с сертификатом центра, файлы с его ответами или файл с его списками отзыва"));
            }
            CertificateFiles files = new CertificateFiles(complaints);
            Optional<String> authority = RotateAuthority.authority(complaints, order.authority());
            List<String> certificates = order.authorityFile()
                    .map(file -> List.of(files.chain("pg1c.authorityFile", file)))
                    .orElseGet(() -> files.each("pg1c.answers", order.answers()));
            byte[] list = order.revocationList()
                    .map(file -> files.bytes("pg1c.revocationList", file))
                    .orElseGet(() -> new byte[0]);
            return new ImportCertificates(order, authority, certificates, list);
        };
    }

    @Override
    public GoalResult on(CertificateSession session) {
        ParameterProblems complaints = new ParameterProblems();
        String name = order.answers().isEmpty() ? outside(session, complaints) : "";
        if (order.answers().isEmpty()
                ? complaints.count() > 0
                : session.pki().outside().isEmpty()) {
            return complaints.count() > 0
                    ? session.tell(complaints)
                    : session.failure(Text.of(
                            "no authority of this cluster is outside: pki-csr begins with that",
                            "внешних центров у этого кластера нет: с этого начинает pki-csr"));
        }
        if (order.authorityFile().isPresent()) {
            return authority(session, name);
        }
        if (order.revocationList().isPresent()) {
            PkiChange change =
                    session.change(pki -> pki.importRevocationLists(name, list, session.clock(), session.random()));
            new IssuanceLines(session).show(change.issuances());
            new DeliveryLines(session).show(change.deliver());
            return session.success(Text.of(
                    "the revocation lists of " + name
                            + " are taken in; the first time generate has to name them in the configuration",
                    "списки отзыва центра " + name
                            + " приняты; в первый раз их должен назвать в конфигурации generate"));
        }
        return answers(session);
    }

    private GoalResult authority(CertificateSession session, String name) {
        Optional<GoalResult> refusal = session.dialogue()
                .refusal(Text.of(
                        "trust this certificate as the authority " + name + "? Whoever has its key can be any node",
                        "доверять этому сертификату как центру " + name
                                + "? Владелец его ключа сможет выдать себя за любой узел"));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        PkiChange change = session.change(
                pki -> pki.importAuthority(name, certificates.get(0), session.clock(), session.random()));
        new IssuanceLines(session).show(change.issuances());
        new DeliveryLines(session).show(change.deliver());
        if (session.pki().phase(name) == RotationPhase.TRUSTED) {
            return session.success(Text.of(
                    "it has another key than the one before, both are trusted now; when every node has done the above: pki-rotate -Dpg1c.authority="
                            + name,
                    "ключ у него другой, сейчас доверие обоим; когда всё перечисленное выполнено на каждом узле: pki-rotate -Dpg1c.authority="
                            + name));
        }
        return session.success(Text.of(
                "the authority " + name + " is taken in; pki-csr shows the requests that wait for it",
                "центр " + name + " принят; ожидающие его запросы показывает pki-csr"));
    }

    private GoalResult answers(CertificateSession session) {
        PkiChange change =
                session.change(pki -> pki.importCertificates(certificates, session.clock(), session.random()));
        new IssuanceLines(session).show(change.issuances());
        new DeliveryLines(session).show(change.deliver());
        int open = session.pki().signingRequests().size();
        if (open > 0) {
            session.warn(
                    Text.of("requests that still wait for an answer: " + open, "запросов, ещё ждущих ответа: " + open));
        }
        long taken = change.issuances().stream()
                .filter(issuance -> issuance.action() == Issuance.Action.IMPORTED)
                .count();
        return session.success(Text.of("certificates taken in: " + taken, "принято сертификатов: " + taken));
    }

    /** The authority that is meant: it is outside, and the only one unless it is named. */
    private String outside(CertificateSession session, ParameterProblems complaints) {
        List<String> outside = List.copyOf(session.pki().outside());
        if (authority.isPresent() ? outside.contains(authority.get()) : outside.size() == 1) {
            return authority.orElseGet(() -> outside.get(0));
        }
        String begin = "pki-csr -Dpg1c.authority=" + authority.orElse("cluster");
        complaints.missing(
                "pg1c.authority",
                outside.isEmpty()
                        ? Text.of("no authority of this cluster is outside", "внешних центров у этого кластера нет")
                        : Text.of(
                                "outside are: " + String.join(", ", outside),
                                "внешние центры: " + String.join(", ", outside)),
                outside.isEmpty() || authority.isPresent()
                        ? Text.of("begin with " + begin, "начните с " + begin)
                        : Text.of("name one of them", "укажите один из них"));
        return "";
    }
}
