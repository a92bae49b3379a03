package io.github.pg1c.model.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every rule, in the order of its code; codes below 100 are those of the file and its keys.
 *
 * @since 0.1
 */
public final class ClusterRules {

    private static final List<ClusterRule> RULES = Stream.of(
                    ReaderRules.ROWS,
                    NodeRules.ROWS,
                    ZoneRules.ROWS,
                    TagRules.ROWS,
                    ObjectiveRules.ROWS,
                    EtcdRules.ROWS,
                    PostgresqlRules.ROWS,
                    PathRules.ROWS,
                    ParameterRules.ROWS,
                    ResourceRules.ROWS,
                    StorageRules.DISKS,
                    NetworkRules.ROWS,
                    AccessRules.ROWS,
                    EntranceRules.ROWS,
                    ComponentRules.ROWS,
                    ProgramRules.ROWS,
                    PackageRules.ROWS,
                    TlsRules.ROWS,
                    RoleRules.ROWS,
                    DatabaseRules.ROWS,
                    CopyRules.ROWS,
                    PatroniRules.ROWS,
                    StorageRules.TABLESPACES,
                    MembershipRules.ROWS,
                    ExtensionRules.ROWS,
                    StorageRules.LOGS,
                    TakeoverRules.ROWS,
                    EtcdRules.EXTERNAL,
                    TakeoverRules.SECOND_SITE)
            .flatMap(List::stream)
            .toList();

    private ClusterRules() {}

    /** All rules in the order of their codes. */
    public static List<ClusterRule> rules() {
        return RULES;
    }

    /** The rule of a code. */
    public static Optional<ClusterRule> find(String code) {
        return RULES.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }
}
