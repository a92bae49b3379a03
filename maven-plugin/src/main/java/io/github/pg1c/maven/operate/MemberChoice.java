package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which members of a cluster are meant: by name, by role, or those of a role among the named. */
final class MemberChoice {

    /** Roles as {@code patronictl} names them. */
    enum Kind {
        ANY(role -> true),
        LEADER(Role::isLeader),
        PRIMARY(role -> role.kind() == Role.Kind.PRIMARY),
        STANDBY_LEADER(role -> role.kind() == Role.Kind.STANDBY_LEADER),
        REPLICA(role -> !role.isLeader());

        private final Predicate<Role> matches;

        Kind(Predicate<Role> matches) {
            this.matches = matches;
        }

        static Map<String, Kind> words() {
            Map<String, Kind> words = new LinkedHashMap<>();
            words.put("any", ANY);
            words.put("leader", LEADER);
            words.put("primary", PRIMARY);
            words.put("standby-leader", STANDBY_LEADER);
            words.put("replica", REPLICA);
            return words;
        }
    }

    private final List<String> names;
    private final Optional<Kind> role;

    private MemberChoice(List<String> names, Optional<Kind> role) {
        this.names = names;
        this.role = role;
    }

    static MemberChoice of(ParameterProblems complaints, List<String> names, Optional<String> role) {
        return new MemberChoice(List.copyOf(names), complaints.word(PropertyNames.ROLE, role, Kind.words()));
    }

    /** Complains unless the user has said whom he means. */
    MemberChoice said(ParameterProblems complaints) {
        if (names.isEmpty() && role.isEmpty()) {
            complaints.missing(
                    PropertyNames.MEMBERS,
                    Text.of("it is not said which members are meant", "не сказано, какие узлы имеются в виду"),
                    Text.of(
                            "name them with -Dpg1c.members=pg1,pg2, or their role with -Dpg1c.role=replica; -Dpg1c.role=any means all",
                            "назовите их через -Dpg1c.members=pg1,pg2 или роль через -Dpg1c.role=replica; -Dpg1c.role=any — все"));
        }
        return this;
    }

    Optional<Kind> role() {
        return role;
    }

    /** Does something with the chosen members; fails when a name is nobody's, or when nobody is chosen. */
    GoalResult with(Session session, ClusterState cluster, Function<List<Member>, GoalResult> action) {
        List<String> unknown =
                names.stream().filter(name -> cluster.member(name).isEmpty()).toList();
        String all =
                String.join(", ", cluster.members().stream().map(Member::name).toList());
        if (!unknown.isEmpty()) {
            String list = String.join(", ", unknown);
            return session.failure(Text.of(
                    "no such member: " + list + "; there are " + all + "; nothing was done",
                    "таких узлов нет: " + list + "; есть " + all + "; ничего не сделано"));
        }
        List<Member> chosen = cluster.members().stream()
                .filter(member -> names.isEmpty() || names.contains(member.name()))
                .filter(member -> role.orElse(Kind.ANY).matches.test(member.role()))
                .toList();
        if (chosen.isEmpty()) {
            return session.failure(Text.of(
                    "no member is of this role; nothing was done", "узлов с такой ролью нет; ничего не сделано"));
        }
        List<String> silent = chosen.stream()
                .filter(member -> member.apiUrl().isEmpty())
                .map(Member::name)
                .toList();
        if (!silent.isEmpty()) {
            String list = String.join(", ", silent);
            return session.failure(Text.of(
                    "the address of their REST API is not known: " + list + "; nothing was done",
                    "адрес их REST API неизвестен: " + list + "; ничего не сделано"));
        }
        return action.apply(chosen);
    }
}
