package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.ops.member.MemberChoice;
import io.github.pg1c.ops.member.MemberRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters that choose members. */
final class MemberParameters {

    private MemberParameters() {}

    /** The chosen members; all members without names or a role. */
    static MemberChoice read(ParameterProblems problems, List<String> members, Optional<String> role) {
        return new MemberChoice(members, problems.word(PropertyNames.ROLE, role, roles()));
    }

    /** As {@link #read}, with a problem when the user names no member. */
    static MemberChoice readNamed(ParameterProblems problems, List<String> members, Optional<String> role) {
        MemberChoice choice = read(problems, members, role);
        if (choice.names().isEmpty() && choice.role().isEmpty()) {
            problems.missing(
                    PropertyNames.MEMBERS,
                    Text.of("it is not said which members are meant", "не сказано, какие узлы имеются в виду"),
                    Text.of(
                            "name them with -D" + PropertyNames.MEMBERS + "=pg1,pg2, or their role with -D"
                                    + PropertyNames.ROLE + "=replica;" + " -D" + PropertyNames.ROLE + "=any means all",
                            "назовите их через -D" + PropertyNames.MEMBERS + "=pg1,pg2 или роль через -D"
                                    + PropertyNames.ROLE + "=replica;" + " -D" + PropertyNames.ROLE + "=any — все"));
        }
        return choice;
    }

    private static Map<String, MemberRole> roles() {
        Map<String, MemberRole> words = new LinkedHashMap<>();
        words.put("any", MemberRole.ANY);
        words.put("leader", MemberRole.LEADER);
        words.put("primary", MemberRole.PRIMARY);
        words.put("standby-leader", MemberRole.STANDBY_LEADER);
        words.put("replica", MemberRole.REPLICA);
        return words;
    }
}
