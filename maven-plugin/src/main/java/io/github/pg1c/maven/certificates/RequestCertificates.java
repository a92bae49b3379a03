package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.store.SigningRequest;
import io.github.pg1c.secrets.operation.OutsideRequest;
import io.github.pg1c.secrets.operation.SigningRequestFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes signing requests for an external authority, such as a company's, and collects copies of them in a directory
 * for sending. They have no secrets.
 */
public final class RequestCertificates implements CertificateGoal {

    private final Optional<String> authority;
    private final Path directory;

    private RequestCertificates(Optional<String> authority, Path directory) {
        this.authority = authority;
        this.directory = directory;
    }

    /**
     * The goal of the parameters.
     *
     * @param authority the name of the authority that becomes external; the external ones if empty
     * @param directory parent of the directories with the clusters' requests
     */
    public static Function<ParameterProblems, CertificateGoal> of(Optional<String> authority, Path directory) {
        return complaints -> new RequestCertificates(RotateAuthority.authority(complaints, authority), directory);
    }

    @Override
    public GoalResult on(CertificateSession session) {
        OutsideRequest request = new OutsideRequest(authority);
        OutsideRequest.Plan plan = request.plan(session.pki());
        Optional<GoalResult> obstacles = session.refusal(plan);
        if (obstacles.isPresent()) {
            return obstacles.get();
        }
        plan.moved().ifPresent(name -> session.warn(whoIsLetIn(name)));
        Optional<GoalResult> refusal =
                plan.moved().flatMap(name -> session.dialogue().refusal(question(name)));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        plan.unmaintainedList()
                .ifPresent(name -> session.warn(Text.of(
                        "the list in ca/" + name
                                + "/crl.pem is continued by nobody: before the nodes trust the authority outside, take in one file with this list and those of that authority (pki-import -D"
                                + PropertyNames.REVOCATION_LIST + ")",
                        "список в ca/" + name
                                + "/crl.pem больше никто не ведёт: прежде чем узлы начнут доверять внешнему центру, примите один файл с этим списком и списками того центра (pki-import -D"
                                + PropertyNames.REVOCATION_LIST + ")")));
        OutsideRequest.Result result = session.change(pki -> request.run(pki, session.clock(), session.random()));
        new IssuanceLines(session).show(result.change().issuances());
        return put(session, result.requests());
    }

    private GoalResult put(CertificateSession session, List<SigningRequest> requests) {
        Path place = directory.resolve(session.cluster().name().toString());
        SigningRequestFiles.write(place, requests);
        if (requests.isEmpty()) {
            return session.success(Text.of("no request waits for an answer", "запросов без ответа нет"));
        }
        String path = session.dialogue().speech().path(place);
        requests.forEach(
                one -> session.dialogue().speech().result("    " + SigningRequestFiles.name(one) + ": " + one.id()));
        session.say(Text.of(
                "let the authority sign them with all names and usages as requested; then pki-import -D"
                        + PropertyNames.ANSWERS + "=DIRECTORY",
                "пусть центр подпишет их со всеми запрошенными именами и назначениями; затем pki-import -D"
                        + PropertyNames.ANSWERS + "=КАТАЛОГ"));
        return session.success(Text.of(
                "requests: " + requests.size() + ", in " + path, "запросов: " + requests.size() + ", они в " + path));
    }

    private static Text whoIsLetIn(String name) {
        return Text.of(
                "with an authority outside, the ports that trust " + name
                        + " let in every client certificate of that authority and of those above it: use one that signs for this cluster only",
                "порты, доверяющие центру " + name
                        + ", впустят с любым клиентским сертификатом внешнего центра и вышестоящих: нужен центр, который подписывает только для этого кластера");
    }

    private static Text question(String name) {
        return Text.of(
                "shall the authority " + name
                        + " be one outside from now on? pg1c then issues nothing of it any more, it asks for it; certificates that there are stay until they are replaced",
                "центр " + name
                        + " теперь внешний? pg1c больше не будет выпускать его сертификаты, а будет их запрашивать; имеющиеся остаются до замены");
    }
}
