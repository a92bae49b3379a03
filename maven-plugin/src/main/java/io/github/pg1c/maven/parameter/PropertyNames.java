package io.github.pg1c.maven.parameter;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The user properties of all goals: each is the parameter's name behind {@code pg1c.}, for {@code -D} and
 * {@code <properties>}. No other class writes one as text.
 */
public final class PropertyNames {

    // Every goal
    public static final String LANGUAGE = "pg1c.language";
    public static final String SKIP = "pg1c.skip";

    // Goals about specifications
    public static final String SPEC = "pg1c.spec";
    public static final String CLUSTER = "pg1c.cluster";
    public static final String NODE = "pg1c.node";
    public static final String OUTPUT_DIRECTORY = "pg1c.outputDirectory";
    public static final String SECRETS_DIRECTORY = "pg1c.secretsDirectory";
    public static final String PASSPHRASE_SERVER = "pg1c.passphraseServer";

    // How a goal works and shows its answer
    public static final String DRY_RUN = "pg1c.dryRun";
    public static final String FORCE = "pg1c.force";
    public static final String YES = "pg1c.yes";
    public static final String FORMAT = "pg1c.format";
    public static final String OUTPUT_FILE = "pg1c.outputFile";
    public static final String WATCH = "pg1c.watch";
    public static final String TIMEOUT = "pg1c.timeout";
    public static final String AT = "pg1c.at";
    public static final String CANCEL = "pg1c.cancel";

    // Two configurations to compare
    public static final String BEFORE = "pg1c.before";
    public static final String AFTER = "pg1c.after";

    // The way into a running cluster
    public static final String ENDPOINTS = "pg1c.endpoints";
    public static final String AUTHORITY = "pg1c.authority";
    public static final String CERTIFICATE = "pg1c.certificate";
    public static final String PRIVATE_KEY = "pg1c.privateKey";
    public static final String USER = "pg1c.user";
    public static final String SERVER = "pg1c.server";

    // Members of a cluster
    public static final String MEMBER = "pg1c.member";
    public static final String MEMBERS = "pg1c.members";
    public static final String ROLE = "pg1c.role";
    public static final String LEADER = "pg1c.leader";
    public static final String CANDIDATE = "pg1c.candidate";
    public static final String REPLACE = "pg1c.replace";
    public static final String PENDING = "pg1c.pending";
    public static final String OLDER_THAN = "pg1c.olderThan";
    public static final String START_TIMEOUT = "pg1c.startTimeout";
    public static final String FROM_LEADER = "pg1c.fromLeader";
    public static final String UNTIL = "pg1c.until";
    public static final String MAX_LAG = "pg1c.maxLag";

    // The shared configuration, and a user's own values for tune
    public static final String SET = "pg1c.set";
    public static final String UNSET = "pg1c.unset";
    public static final String PATCH = "pg1c.patch";
    public static final String FROM_SPECIFICATION = "pg1c.fromSpecification";

    // A node to calculate for, and what is shown of its plan
    public static final String MEMORY = "pg1c.memory";
    public static final String CPUS = "pg1c.cpus";
    public static final String CONNECTIONS = "pg1c.connections";
    public static final String APPLICATION = "pg1c.application";
    public static final String DISK = "pg1c.disk";
    public static final String DATABASE_SIZE = "pg1c.databaseSize";
    public static final String WAL_DISK = "pg1c.walDisk";
    public static final String POSTGRESQL = "pg1c.postgresql";
    public static final String DISTRIBUTION = "pg1c.distribution";
    public static final String LZ4 = "pg1c.lz4";
    public static final String PRESET = "pg1c.preset";
    public static final String STANDBYS = "pg1c.standbys";
    public static final String SYNCHRONOUS = "pg1c.synchronous";
    public static final String DATABASE_COPIES = "pg1c.databaseCopies";
    public static final String SHARED = "pg1c.shared";
    public static final String POOLING = "pg1c.pooling";
    public static final String CONTAINER_MEMORY = "pg1c.containerMemory";
    public static final String CONTAINER_CPUS = "pg1c.containerCpus";
    public static final String EXPLAIN = "pg1c.explain";
    public static final String COMPARE = "pg1c.compare";
    public static final String AGAINST = "pg1c.against";

    // Certificates
    public static final String ANSWERS = "pg1c.answers";
    public static final String AUTHORITY_FILE = "pg1c.authorityFile";
    public static final String BARE = "pg1c.bare";
    public static final String CA = "pg1c.ca";
    public static final String CA_KEY = "pg1c.caKey";
    public static final String CERTIFICATES = "pg1c.certificates";
    public static final String COMMAND = "pg1c.command";
    public static final String COMPAT = "pg1c.compat";
    public static final String CONFIG = "pg1c.config";
    public static final String CSR = "pg1c.csr";
    public static final String ENCRYPT = "pg1c.encrypt";
    public static final String FAIL_ON_DUE = "pg1c.failOnDue";
    public static final String HOSTNAME = "pg1c.hostname";
    public static final String ISSUED = "pg1c.issued";
    public static final String PROFILE = "pg1c.profile";
    public static final String REASON = "pg1c.reason";
    public static final String REKEY = "pg1c.rekey";
    public static final String REQUESTS_DIRECTORY = "pg1c.requestsDirectory";
    public static final String REVOCATION_LIST = "pg1c.revocationList";
    public static final String SERIALS = "pg1c.serials";

    static final String PREFIX = "pg1c.";

    private static final Set<String> NAMES = Arrays.stream(PropertyNames.class.getFields())
            .map(PropertyNames::value)
            .collect(Collectors.toUnmodifiableSet());

    private PropertyNames() {}

    /** Every property of every goal. */
    static Set<String> all() {
        return NAMES;
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constant + " is not public", e);
        }
    }
}
