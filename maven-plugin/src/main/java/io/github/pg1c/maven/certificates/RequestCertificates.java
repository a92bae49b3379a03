package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.store.SigningRequest;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PkiChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes signing requests for an authority outside, such as a company's, and puts copies of them together where they can be sent from; they hold no secret. */
public final class RequestCertificates implements CertificateGoal {

    private final Optional<String> authority;
    private final Path directory;

    private RequestCertificates(Optional<String> authority, Path directory) {
        this.authority = authority;
        this.directory = directory;
    }

    /**
     * What the parameters say.
     *
     * @param authority the name of the authority whose key is elsewhere from now on; those that are already, if empty
     * @param directory parent of the directories in which the clusters' requests are put together
     */
    public static Function<ParameterProblems, CertificateGoal> of(Optional<String> authority, Path directory) {
        return complaints -> new RequestCertificates(RotateAuthority.authority(complaints, authority), directory);
    }

    @Override
    public GoalResult on(CertificateSession session) {
        ClusterPki pki = session.pki();
        if (authority.isEmpty() && pki.outside().isEmpty()) {
            ParameterProblems complaints = new ParameterProblems();
            complaints.missing(
                    "pg1c.authority",
                    Text.of(
                            "all authorities of this cluster have their keys here, so there is nobody to ask",
                            "ключи всех центров этого кластера здесь, запрашивать не у кого"),
                    Text.of(
                            "name the one that is to be outside: " + String.join(", ", ClusterPki.authorities()),
                            "укажите, какой будет внешним: " + String.join(", ", ClusterPki.authorities())));
            return session.tell(complaints);
        }
        Optional<String> moving = authority.filter(name -> !pki.outside().contains(name));
        moving.ifPresent(name -> session.warn(whoIsLetIn(name)));
        Optional<GoalResult> refusal = moving.flatMap(name -> session.dialogue().refusal(question(name)));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        authority
                .filter(name -> !session.pki().revoking(name).isEmpty())
                .ifPresent(
                        name -> session.warn(
                                Text.of(
                                        "the list in ca/" + name
                                                + "/crl.pem is continued by nobody: before the nodes trust the authority outside, take in one file with this list and those of that authority (pki-import -Dpg1c.revocationList)",
                                        "список в ca/" + name
                                                + "/crl.pem больше никто не ведёт: прежде чем узлы начнут доверять внешнему центру, примите один файл с этим списком и списками того центра (pki-import -Dpg1c.revocationList)")));
        PkiChange change = session.change(store -> authority
                .map(name -> store.moveOutside(name, session.clock(), session.random()))
                .orElseGet(() -> store.ensure(session.clock(), session.random())));
        new IssuanceLines(session).show(change.issuances());
        return put(session, session.pki().signingRequests());
    }

    private GoalResult put(CertificateSession session, List<SigningRequest> requests) {
        Path place = directory.resolve(session.cluster().name().toString());
        try {
            write(place, requests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (requests.isEmpty()) {
            return session.success(Text.of("no request waits for an answer", "запросов без ответа нет"));
        }
        String path = session.dialogue().speech().path(place);
        requests.forEach(
                request -> session.dialogue().speech().result("    " + fileName(request) + ": " + request.id()));
        session.say(
                Text.of(
                        "let the authority sign them with all names and usages as requested; then pki-import -Dpg1c.answers=DIRECTORY",
                        "пусть центр подпишет их со всеми запрошенными именами и назначениями; затем pki-import -Dpg1c.answers=КАТАЛОГ"));
        return session.success(Text.of(
                "requests: " + requests.size() + ", in " + path, "запросов: " + requests.size() + ", они в " + path));
    }

    /** Exactly these: a request that was answered would only be signed again. */
    private static void write(Path place, List<SigningRequest> requests) throws IOException {
        Map<String, String> wanted = new LinkedHashMap<>();
        requests.forEach(request -> wanted.put(fileName(request), request.pem()));
        if (Files.isDirectory(place)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(place, "*.csr")) {
                for (Path file : found) {
                    if (!wanted.containsKey(String.valueOf(file.getFileName()))) {
                        Files.delete(file);
                    }
                }
            }
        }
        for (Map.Entry<String, String> request : wanted.entrySet()) {
            Files.createDirectories(place);
            Path whole = Files.createTempFile(place, ".request", ".tmp");
            Files.write(whole, request.getValue().getBytes(StandardCharsets.US_ASCII));
            Files.move(whole, place.resolve(request.getKey()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String fileName(SigningRequest request) {
        return request.id().replace('/', '-') + ".csr";
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
