package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.Obstacle;
import java.util.List;
import java.util.stream.Collectors;

/** The words for obstacles of operations. */
final class ObstacleWords {

    private ObstacleWords() {}

    /** Says all of them; the first is the result of the goal. */
    static GoalResult failure(ClusterSession session, List<Obstacle> obstacles) {
        obstacles.stream().skip(1).forEach(obstacle -> session.warn(text(obstacle)));
        return session.failure(text(obstacles.get(0)));
    }

    static Text text(Obstacle obstacle) {
        if (obstacle instanceof Obstacle.UnknownMembers unknown) {
            String list = String.join(", ", unknown.names());
            String all = String.join(", ", unknown.present());
            return Text.of(
                    "no such member: " + list + "; there are " + all + "; nothing was done",
                    "таких узлов нет: " + list + "; есть " + all + "; ничего не сделано");
        }
        if (obstacle instanceof Obstacle.NobodyOfRole) {
            return Text.of("no member is of this role; nothing was done", "узлов с такой ролью нет; ничего не сделано");
        }
        if (obstacle instanceof Obstacle.AddressUnusable unusable) {
            return Text.of(
                    "members cannot be asked: " + problems(unusable, Language.EN) + "; nothing was done",
                    "нельзя обратиться к узлам: " + problems(unusable, Language.RU) + "; ничего не сделано");
        }
        if (obstacle instanceof Obstacle.NoLeader) {
            return Text.of(
                    "there is no leader to hand over from; the goal failover makes a member the leader",
                    "лидера нет, передавать роль некому; цель failover назначает лидера");
        }
        if (obstacle instanceof Obstacle.NobodyCanTakeOver) {
            return Text.of(
                    "this switchover is not possible, nothing was done",
                    "такое переключение невозможно, ничего не сделано");
        }
        if (obstacle instanceof Obstacle.CannotTakeOver hopeless) {
            String name = hopeless.candidate().member();
            return Text.of(
                    name + " cannot take over, nothing was done",
                    name + " не может принять роль лидера, ничего не сделано");
        }
        if (obstacle instanceof Obstacle.IsLeader leader) {
            return Text.of(
                    leader.member() + " is the leader; nothing was done",
                    leader.member() + " — лидер; ничего не сделано");
        }
        if (obstacle instanceof Obstacle.NoSpecification) {
            return Text.of(
                    "there is no specification to take it from: leave out pg1c.endpoints",
                    "нет описания кластера, из которого её взять: не указывайте pg1c.endpoints");
        }
        // The goal config has shown the problems themselves.
        return Text.of("nothing was changed", "ничего не изменено");
    }

    private static String problems(Obstacle.AddressUnusable unusable, Language language) {
        return unusable.problems().entrySet().stream()
                .map(entry ->
                        entry.getKey() + ": " + entry.getValue().explanation().in(language))
                .collect(Collectors.joining("; "));
    }
}
