package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.operation.CertificateFiles;
import io.github.pg1c.secrets.operation.OutsideImport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Imports files of an external authority: its own certificate, its answers to signing requests, or its revocation
 * lists. All of them are imported, or none.
 */
public final class ImportCertificates implements CertificateGoal {

    /**
     * The parameters of the user, with one of the last three.
     *
     * @param authority the name of the authority; optional for answers, and when only one is external
     * @param authorityFile the authority's certificate and those above it
     * @param answers files, and directories of files, with certificates
     * @param revocationList the authority's revocation lists
     */
    public record Order(
            Optional<String> authority,
            Optional<Path> authorityFile,
            List<Path> answers,
            Optional<Path> revocationList) {}

    private final Optional<String> authority;
    private final OutsideImport what;

    private ImportCertificates(Optional<String> authority, OutsideImport what) {
        this.authority = authority;
        this.what = what;
    }

    /** The goal of the parameters. */
    public static Function<ParameterProblems, CertificateGoal> of(Order order) {
        return complaints -> {
            Map<String, Boolean> said = new LinkedHashMap<>();
            said.put(PropertyNames.AUTHORITY_FILE, order.authorityFile().isPresent());
            said.put(PropertyNames.ANSWERS, !order.answers().isEmpty());
            said.put(PropertyNames.REVOCATION_LIST, order.revocationList().isPresent());
            complaints.exclusive(said);
            if (!said.containsValue(true)) {
                complaints.missing(
                        String.join(", ", said.keySet()),
                        Text.of("what is to be taken in?", "что принять?"),
                        Text.of(
                                "name the file of the authority's certificate, the files of its answers, or the file of its revocation lists",
                                "укажите файл с сертификатом центра, файлы с его ответами или файл с его списками отзыва"));
            }
            ObstacleProblems problems = new ObstacleProblems(complaints);
            Optional<String> authority = RotateAuthority.authority(complaints, order.authority());
            return new ImportCertificates(authority, what(order, authority, problems));
        };
    }

    /** The content of the files; an unreadable file is a problem. */
    private static OutsideImport what(Order order, Optional<String> authority, ObstacleProblems problems) {
        if (order.revocationList().isPresent()) {
            CertificateFiles files = files(PropertyNames.REVOCATION_LIST, problems);
            return new OutsideImport.OfRevocationLists(
                    authority, files.bytes(order.revocationList().get()));
        }
        if (order.authorityFile().isPresent()) {
            CertificateFiles files = files(PropertyNames.AUTHORITY_FILE, problems);
            return new OutsideImport.OfAuthority(
                    authority, files.chain(order.authorityFile().get()));
        }
        return new OutsideImport.OfAnswers(
                files(PropertyNames.ANSWERS, problems).each(order.answers()));
    }

    private static CertificateFiles files(String parameter, ObstacleProblems problems) {
        return new CertificateFiles(unusable -> problems.add(parameter, unusable));
    }

    @Override
    public GoalResult on(CertificateSession session) {
        OutsideImport.Plan plan = what.plan(session.pki());
        if (!plan.isPossible()) {
            return refused(session, plan);
        }
        if (what instanceof OutsideImport.OfAuthority) {
            String name = plan.authority().orElseThrow();
            Optional<GoalResult> refusal = session.dialogue()
                    .refusal(Text.of(
                            "trust this certificate as the authority " + name + "? Whoever has its key can be any node",
                            "доверять этому сертификату как центру " + name
                                    + "? Владелец его ключа сможет выдать себя за любой узел"));
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        OutsideImport.Result result = session.change(pki -> what.run(pki, plan, session.clock(), session.random()));
        new IssuanceLines(session).show(result.change().issuances());
        new DeliveryLines(session).show(result.change().deliver());
        return plan.authority().map(name -> told(session, name, result)).orElseGet(() -> answers(session, result));
    }

    private GoalResult refused(CertificateSession session, OutsideImport.Plan plan) {
        if (what instanceof OutsideImport.OfAnswers) {
            return session.failure(Text.of(
                    "no authority of this cluster is outside: pki-csr begins with that",
                    "внешних центров у этого кластера нет: с этого начинает pki-csr"));
        }
        ParameterProblems complaints = new ParameterProblems();
        plan.obstacles().forEach(obstacle -> new ObstacleProblems(complaints).addImport(obstacle, authority));
        return session.tell(complaints);
    }

    private GoalResult told(CertificateSession session, String name, OutsideImport.Result result) {
        if (what instanceof OutsideImport.OfRevocationLists) {
            return session.success(Text.of(
                    "the revocation lists of " + name
                            + " are taken in; the first time generate has to name them in the configuration",
                    "списки отзыва центра " + name
                            + " приняты; в первый раз их должен назвать в конфигурации generate"));
        }
        if (result.phase().filter(RotationPhase.TRUSTED::equals).isPresent()) {
            return session.success(Text.of(
                    "it has another key than the one before, both are trusted now; when every node has done the above: pki-rotate -D"
                            + PropertyNames.AUTHORITY + "=" + name,
                    "ключ у него другой, сейчас доверие обоим; когда всё перечисленное выполнено на каждом узле: pki-rotate -D"
                            + PropertyNames.AUTHORITY + "=" + name));
        }
        return session.success(Text.of(
                "the authority " + name + " is taken in; pki-csr shows the requests that wait for it",
                "центр " + name + " принят; ожидающие его запросы показывает pki-csr"));
    }

    private static GoalResult answers(CertificateSession session, OutsideImport.Result result) {
        if (result.unanswered() > 0) {
            session.warn(Text.of(
                    "requests that still wait for an answer: " + result.unanswered(),
                    "запросов, ещё ждущих ответа: " + result.unanswered()));
        }
        return session.success(Text.of(
                "certificates taken in: " + result.certificates(), "принято сертификатов: " + result.certificates()));
    }
}
