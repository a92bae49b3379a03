package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.config.ChangeConfiguration;
import io.github.pg1c.ops.config.ChangePlan;
import io.github.pg1c.ops.config.ChangeResult;
import io.github.pg1c.patroni.config.ConfigEffect;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Changes the configuration that all members share: shows the differences, asks, and changes it. */
public final class ConfigGoal extends GuardedGoal<ChangePlan, Void, ChangeResult> {

    private ConfigGoal(ChangeConfiguration operation, boolean dryRun) {
        super(operation, dryRun);
    }

    /** The goal of the parameters. */
    public static Function<ParameterProblems, ClusterGoal> of(ConfigParameters parameters) {
        return problems -> new ConfigGoal(parameters.read(problems), parameters.dryRun());
    }

    @Override
    void show(ClusterSession session, ChangePlan plan) {
        plan.changes().forEach(change -> session.say(PatroniWords.change(change)));
        plan.unspecified()
                .forEach(key -> session.say(Text.of(
                        key + ": not in the specification, left as it is",
                        key + ": в описании нет, остаётся как есть")));
        plan.unknown().forEach(problem -> session.warn(problem.line()));
        for (Obstacle obstacle : plan.obstacles()) {
            if (obstacle instanceof Obstacle.InvalidConfiguration invalid) {
                invalid.problems().forEach(problem -> session.warn(problem.line()));
            }
        }
    }

    @Override
    Text nothing() {
        return Text.of("it is so already, nothing to change", "уже так, менять нечего");
    }

    @Override
    Text dryRun() {
        return Text.of("dry run, nothing was changed", "пробный запуск, ничего не изменено");
    }

    @Override
    Text question(ChangePlan plan) {
        return Text.of("change the configuration?", "изменить конфигурацию?");
    }

    @Override
    void tell(ClusterSession session, Void event) {
        // It is one request without events.
    }

    @Override
    GoalResult end(ClusterSession session, ChangeResult result) {
        if (result instanceof ChangeResult.Changed changed) {
            Text evidence = PatroniWords.evidence(changed.evidence());
            tell(session, changed.effects());
            if (changed.needsRestart()) {
                session.warn(Text.of(
                        "some values take effect at a restart: the goal restart with -D" + PropertyNames.ROLE
                                + "=any -D" + PropertyNames.PENDING,
                        "часть значений подействует после перезапуска: цель restart с -D" + PropertyNames.ROLE
                                + "=any -D" + PropertyNames.PENDING));
            }
            return changed.kind().isSuccess()
                    ? session.success(Text.of("changed" + evidence.en(), "изменено" + evidence.ru()))
                    : session.failure(Text.of(
                            "the configuration is changed" + evidence.en() + ", but not every member follows it",
                            "конфигурация изменена" + evidence.ru() + ", но ей следуют не все узлы"));
        }
        if (result instanceof ChangeResult.NotPossible none) {
            return ObstacleWords.failure(session, none.obstacles());
        }
        return result instanceof ChangeResult.NotDone none
                ? session.failure(PatroniWords.notChanged(none.outcome()))
                : session.success(Text.of("it is so already", "уже так"));
    }

    private static void tell(ClusterSession session, List<ConfigEffect> effects) {
        for (ConfigEffect.Visibility visibility : List.of(
                ConfigEffect.Visibility.SHOWN, ConfigEffect.Visibility.AWAITS_RESTART, ConfigEffect.Visibility.KNOWN)) {
            String names = effects.stream()
                    .filter(effect -> effect.visibility() == visibility)
                    .map(ConfigEffect::name)
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                session.say(PatroniWords.effect(names, visibility));
            }
        }
        effects.stream().filter(ConfigEffect::isMissing).forEach(effect -> session.warn(PatroniWords.missing(effect)));
    }
}
