package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.operation.AuthorityRotation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes the next of three steps in the replacement of an authority's key, and lists what must be on the nodes before
 * the following step.
 */
public final class RotateAuthority implements CertificateGoal {

    private final String authority;
    private final boolean dryRun;

    private RotateAuthority(String authority, boolean dryRun) {
        this.authority = authority;
        this.dryRun = dryRun;
    }

    /**
     * The goal of the parameters.
     *
     * @param authority the name of the authority
     * @param dryRun whether to end after showing the plan
     */
    public static Function<ParameterProblems, CertificateGoal> of(Optional<String> authority, boolean dryRun) {
        return complaints -> {
            Optional<String> known = authority(complaints, authority);
            if (authority.isEmpty()) {
                complaints.missing(
                        PropertyNames.AUTHORITY,
                        Text.of("which key is to be replaced?", "чей ключ заменить?"),
                        Text.of(
                                "name one of: " + String.join(", ", ClusterPki.authorities()),
                                "укажите один из: " + String.join(", ", ClusterPki.authorities())));
            }
            return new RotateAuthority(known.orElse(""), dryRun);
        };
    }

    /** An authority's name. */
    static Optional<String> authority(ParameterProblems complaints, Optional<String> said) {
        Map<String, String> words = ClusterPki.authorities().stream()
                .collect(Collectors.toMap(name -> name, name -> name, (a, b) -> a, LinkedHashMap::new));
        return complaints.word(PropertyNames.AUTHORITY, said, words);
    }

    @Override
    public GoalResult on(CertificateSession session) {
        AuthorityRotation rotation = new AuthorityRotation(authority);
        AuthorityRotation.Plan plan = rotation.plan(session.pki());
        Optional<GoalResult> obstacles = session.refusal(plan);
        if (obstacles.isPresent()) {
            return obstacles.get();
        }
        session.say(about(plan.reached()));
        session.say(next(plan.next()));
        if (dryRun) {
            return session.success(Text.of("dry run, nothing was done", "пробный запуск, ничего не сделано"));
        }
        Optional<GoalResult> refusal = session.dialogue().refusal(question(plan.reached()));
        return refusal.orElseGet(() ->
                told(session, session.change(pki -> rotation.run(pki, plan, session.clock(), session.random()))));
    }

    private GoalResult told(CertificateSession session, AuthorityRotation.Result result) {
        new IssuanceLines(session).show(result.change().issuances());
        new DeliveryLines(session).show(result.deliver());
        if (result instanceof AuthorityRotation.Result.Taken taken) {
            return session.success(done(taken.reached(), taken.generation()));
        }
        return result instanceof AuthorityRotation.Result.AnswersAwaited
                ? session.failure(
                        Text.of(
                                "the step is taken, but an authority outside has to answer before the next one: pki-csr shows the requests, pki-import takes the answers in",
                                "шаг сделан, но до следующего нужен ответ внешнего центра: запросы показывает pki-csr, ответы принимает pki-import"))
                : session.failure(
                        Text.of(
                                "the step was not taken: the files of the step before it were not complete and were completed now; deliver them, then repeat",
                                "шаг не сделан: файлы предыдущего шага были неполны и сейчас дополнены; доставьте их и повторите"));
    }

    private Text about(RotationPhase reached) {
        Text phase = CertificateWords.phase(reached);
        return Text.of(
                "the authority " + authority + " now: " + phase.en(), "центр " + authority + " сейчас: " + phase.ru());
    }

    private Text next(RotationPhase next) {
        return switch (next) {
            case TRUSTED ->
                Text.of(
                        "step 1 of 3: a new key is made; the nodes will trust both, and nothing is issued with the new one yet",
                        "шаг 1 из 3: создаётся новый ключ; узлы будут доверять обоим, новым пока ничего не подписано");
            case REISSUED ->
                Text.of(
                        "step 2 of 3: all certificates of this authority are issued again with the new key; both are still trusted",
                        "шаг 2 из 3: все сертификаты этого центра перевыпускаются новым ключом; доверие обоим сохраняется");
            case SETTLED ->
                Text.of(
                        "step 3 of 3: the old key is not trusted any more",
                        "шаг 3 из 3: доверие старому ключу снимается");
        };
    }

    private Text question(RotationPhase reached) {
        return switch (reached) {
            case SETTLED -> Text.of("begin?", "начать?");
            case TRUSTED ->
                Text.of(
                        "does every node have the new file of trust, is etcd restarted on each, are the others reloaded? Whoever does not refuses the new certificates",
                        "на каждом ли узле новый файл доверия, перезапущен ли везде etcd, перечитали ли его остальные? Кто не успел, отвергнет новые сертификаты");
            case REISSUED ->
                Text.of(
                        "does every node, and every operator, use its new certificate? An old one is refused from then on",
                        "на каждом ли узле и у каждого ли администратора новый сертификат? Старый после этого не примут");
        };
    }

    private Text done(RotationPhase now, int generation) {
        String again = "pki-rotate -D" + PropertyNames.AUTHORITY + "=" + authority;
        return switch (now) {
            case TRUSTED ->
                Text.of(
                        "step 1 of 3 is done; when every node has done the above: " + again,
                        "шаг 1 из 3 сделан; когда всё перечисленное выполнено на каждом узле: " + again);
            case REISSUED ->
                Text.of(
                        "step 2 of 3 is done; when every node has done the above: " + again,
                        "шаг 2 из 3 сделан; когда всё перечисленное выполнено на каждом узле: " + again);
            case SETTLED ->
                Text.of(
                        "step 3 of 3 is done: key " + generation + " is the only one; deliver the above once more",
                        "шаг 3 из 3 сделан: ключ " + generation
                                + " остался единственным; доставьте перечисленное ещё раз");
        };
    }
}
