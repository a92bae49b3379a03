package io.github.pg1c.model.rules;

import io.github.pg1c.model.Etcd;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.OwnCertificate;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.etcd.ExternalEtcd;
import io.github.pg1c.model.value.Durations;
import io.github.pg1c.model.value.EtcdEndpoint;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules of etcd's intervals and limits. */
final class EtcdRules {

    private static final Duration LEAST = Duration.ofMillis(10);
    private static final Duration USUAL = Duration.ofMillis(100);
    /** etcd refuses a longer election timeout. */
    private static final Duration LONGEST_ELECTION = Duration.ofSeconds(50);
    /** etcd refuses an election timeout of fewer heartbeats. */
    private static final int LEAST_HEARTBEATS = 5;

    private static final int USUAL_HEARTBEATS = 10;
    // Ten heartbeats are the longest election.
    private static final Duration MOST = Duration.ofSeconds(5);
    private static final MemorySize LARGEST_QUOTA = MemorySize.ofGigabytes(8);
    private static final MemorySize SMALLEST_QUOTA = MemorySize.ofMegabytes(64);

    /** Keys that only members on nodes have. */
    private static final Map<String, Function<Etcd, @Nullable Object>> OWN_KEYS = Map.of(
            "etcd.version", Etcd::version,
            "etcd.clientPort", Etcd::clientPort,
            "etcd.peerPort", Etcd::peerPort,
            "etcd.user", Etcd::user,
            "etcd.dataDirectory", Etcd::dataDirectory,
            "etcd.heartbeat", Etcd::heartbeat,
            "etcd.electionTimeout", Etcd::electionTimeout,
            "etcd.quota", Etcd::quota,
            "etcd.compaction", Etcd::compaction);

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(
                            211,
                            "etcd's heartbeat is outside of its limits",
                            "Интервал сигналов etcd вне допустимых пределов")
                    .because(
                            "The election timeout is ten heartbeats, and etcd does not start with one above 50 s.",
                            "Тайм-аут выборов равен десяти интервалам, а больше 50 с etcd не принимает.")
                    .mend(
                            "Write 10ms to 5s; 100ms to 500ms suit one site.",
                            "Укажите от 10ms до 5s; для одной площадки подходят 100ms–500ms.")
                    .example("etcd: {heartbeat: 200ms}")
                    .reads("etcd.heartbeat")
                    .check((cluster, findings) -> {
                        Duration heartbeat = cluster.etcd().heartbeat();
                        if (heartbeat.compareTo(LEAST) < 0 || heartbeat.compareTo(MOST) > 0) {
                            String sum = "10 × " + Durations.print(heartbeat) + " = "
                                    + Durations.print(heartbeat.multipliedBy(10));
                            findings.report("etcd.heartbeat", "election timeout = " + sum, "тайм-аут выборов = " + sum);
                        }
                    }),
            ClusterRule.warning(212, "etcd's heartbeat is short", "Интервал сигналов etcd короткий")
                    .because(
                            "A slow disk or a busy hypervisor then looks like a lost leader, and etcd elects "
                                    + "again and again.",
                            "Тогда медленный диск или занятый гипервизор выглядят как потеря лидера, и etcd "
                                    + "выбирает его снова и снова.")
                    .mend(
                            "Write 100ms (etcd's own default) or more.",
                            "Укажите 100ms (значение etcd по умолчанию) или больше.")
                    .example("etcd: {heartbeat: 200ms}")
                    .reads("etcd.heartbeat")
                    .check((cluster, findings) -> {
                        Duration heartbeat = cluster.etcd().heartbeat();
                        if (heartbeat.compareTo(LEAST) >= 0 && heartbeat.compareTo(USUAL) < 0) {
                            String value = Durations.print(heartbeat);
                            findings.report(
                                    "etcd.heartbeat", "'" + value + "' is below 100ms", "«" + value + "» меньше 100ms");
                        }
                    }),
            ClusterRule.error(213, "etcd would prolong the leader's lock", "etcd продлит блокировку лидера")
                    .because(
                            "etcd gives no lease shorter than one and a half election timeouts, that is 15 "
                                    + "heartbeats where electionTimeout is not given; a longer ttl breaks the promised "
                                    + "rto.",
                            "etcd не выдаёт аренду короче полутора тайм-аутов выборов, то есть 15 интервалов, если "
                                    + "electionTimeout не указан; более долгий ttl нарушит обещанный rto.")
                    .mend(
                            "Shorten etcd.heartbeat or etcd.electionTimeout, or allow a longer rto.",
                            "Уменьшите etcd.heartbeat или etcd.electionTimeout либо увеличьте rto.")
                    .example("etcd: {heartbeat: 500ms}\nobjectives: {rto: 60s}")
                    .reads(ObjectiveRules.READS)
                    .checkDerived(EtcdRules::lease),
            ClusterRule.error(214, "etcd's quota is outside of its limits", "Квота etcd вне допустимых пределов")
                    .because(
                            "Patroni needs a few megabytes; with a full quota etcd refuses every write. etcd "
                                    + "advises 8GB at most.",
                            "Patroni хватает нескольких мегабайт; при исчерпанной квоте etcd отвергает любую "
                                    + "запись. Больше 8GB etcd не рекомендует.")
                    .mend("Write 64MB to 8GB.", "Укажите от 64MB до 8GB.")
                    .example("etcd: {quota: 2GB}")
                    .reads("etcd.quota")
                    .check((cluster, findings) -> {
                        MemorySize quota = cluster.etcd().quota();
                        if (quota.compareTo(SMALLEST_QUOTA) < 0 || quota.compareTo(LARGEST_QUOTA) > 0) {
                            findings.report(
                                    "etcd.quota",
                                    "'" + quota + "' is not within 64MB and 8GB",
                                    "«" + quota + "» не в пределах 64MB–8GB");
                        }
                    }),
            ClusterRule.error(
                            215,
                            "etcd's compaction is outside of its limits",
                            "Срок хранения истории etcd вне допустимых пределов")
                    .because(
                            "Without history watchers fail; with more than days of it the quota fills up.",
                            "Без истории обрываются подписки, а история за много дней исчерпает квоту.")
                    .mend("Write 5min to 7d.", "Укажите от 5min до 7d.")
                    .example("etcd: {compaction: 1h}")
                    .reads("etcd.compaction")
                    .check((cluster, findings) -> {
                        Duration kept = cluster.etcd().compaction();
                        if (kept.compareTo(Duration.ofMinutes(5)) < 0 || kept.compareTo(Duration.ofDays(7)) > 0) {
                            String value = Durations.print(kept);
                            findings.report(
                                    "etcd.compaction",
                                    "'" + value + "' is not within 5min and 7d",
                                    "«" + value + "» не в пределах 5min–7d");
                        }
                    }),
            ClusterRule.error(
                            216,
                            "etcd's election timeout is outside of its limits",
                            "Тайм-аут выборов etcd вне допустимых пределов")
                    .because(
                            "etcd does not start with an election timeout below five heartbeats or above 50 s.",
                            "etcd не запускается с тайм-аутом выборов меньше пяти интервалов сигналов или больше 50 с.")
                    .mend(
                            "Write five heartbeats to 50s; ten are usual.",
                            "Укажите от пяти интервалов до 50s; обычно это десять интервалов.")
                    .example("etcd: {heartbeat: 200ms, electionTimeout: 2s}")
                    .reads("etcd.heartbeat", "etcd.electionTimeout")
                    .check((cluster, findings) -> {
                        Duration election = cluster.etcd().election();
                        Duration least = cluster.etcd().heartbeat().multipliedBy(LEAST_HEARTBEATS);
                        if (cluster.etcd().electionTimeout() != null
                                && (election.compareTo(least) < 0 || election.compareTo(LONGEST_ELECTION) > 0)) {
                            String value = Durations.print(election);
                            String limits = LEAST_HEARTBEATS + " × "
                                    + Durations.print(cluster.etcd().heartbeat()) + " = " + Durations.print(least)
                                    + " – 50s";
                            findings.report(
                                    "etcd.electionTimeout",
                                    "'" + value + "' is not within " + limits,
                                    "«" + value + "» не в пределах " + limits);
                        }
                    }),
            ClusterRule.warning(217, "etcd's election timeout is short", "Тайм-аут выборов etcd короткий")
                    .because(
                            "Fewer than ten heartbeats are soon lost on a busy host, and each election stops Patroni's "
                                    + "writes for its time.",
                            "Меньше десяти сигналов на занятом узле легко потерять, а на время каждых выборов запись "
                                    + "Patroni останавливается.")
                    .mend("Write ten heartbeats or more.", "Укажите десять интервалов сигналов или больше.")
                    .example("etcd: {heartbeat: 200ms, electionTimeout: 2s}")
                    .reads("etcd.heartbeat", "etcd.electionTimeout")
                    .check((cluster, findings) -> {
                        Duration election = cluster.etcd().election();
                        Duration heartbeat = cluster.etcd().heartbeat();
                        if (election.compareTo(heartbeat.multipliedBy(LEAST_HEARTBEATS)) >= 0
                                && election.compareTo(heartbeat.multipliedBy(USUAL_HEARTBEATS)) < 0) {
                            String value = Durations.print(election);
                            String least = USUAL_HEARTBEATS + " × " + Durations.print(heartbeat);
                            findings.report(
                                    "etcd.electionTimeout",
                                    "'" + value + "' is below " + least,
                                    "«" + value + "» меньше " + least);
                        }
                    }));

    private static final String ENDPOINTS = "etcd.external.endpoints";
    private static final String CA = "etcd.external.caCertificate";
    private static final String USER = "etcd.external.user";
    private static final Pattern USER_FORM = Pattern.compile("[A-Za-z0-9._@-]+");
    private static final String THREE_ENDPOINTS =
            "etcd:\n  external:\n    endpoints: [\"https://10.0.0.5:2379\", \"https://10.0.0.6:2379\", "
                    + "\"https://10.0.0.7:2379\"]\n    user: zup";

    /** Rules of a cluster of etcd that others operate. */
    static final List<ClusterRule> EXTERNAL = List.of(
            ClusterRule.error(911, "etcd is both outside and on nodes", "etcd и вовне, и на узлах")
                    .because(
                            "Patroni keeps its state in one etcd; members on the nodes would be a second one that "
                                    + "nobody asks.",
                            "Patroni хранит состояние в одном etcd; члены на узлах были бы вторым, к которому никто "
                                    + "не обращается.")
                    .mend(
                            "Take the role etcd from the nodes, or remove etcd.external.",
                            "Уберите роль etcd у узлов или удалите etcd.external.")
                    .example("nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql]}\n" + THREE_ENDPOINTS)
                    .reads(ENDPOINTS)
                    .readsEach("nodes[*].roles")
                    .check((cluster, findings) -> {
                        for (int i = 0;
                                cluster.etcd().external().used()
                                        && i < cluster.nodes().size();
                                i++) {
                            Node node = cluster.nodes().get(i);
                            String roles = KeyPaths.node(i) + ".roles";
                            if (node.has(NodeRole.ETCD) && findings.known(roles)) {
                                String name = findings.name(KeyPaths.node(i), node.name());
                                findings.report(
                                        roles,
                                        name + " has the role etcd beside etcd.external",
                                        "у узла " + name + " роль etcd при etcd.external");
                            }
                        }
                    }),
            ClusterRule.error(912, "The external etcd is not complete", "Внешний etcd описан не полностью")
                    .because(
                            "Without endpoints nobody is asked, and without the authority's certificate whoever "
                                    + "answers there would be believed.",
                            "Без адресов некого спрашивать, а без сертификата центра верить пришлось бы любому, кто "
                                    + "ответит.")
                    .mend(
                            "Write both endpoints and caCertificate, or remove etcd.external.",
                            "Укажите и endpoints, и caCertificate или удалите etcd.external.")
                    .example(THREE_ENDPOINTS + "\n    caCertificate: |\n      -----BEGIN CERTIFICATE-----\n      MIIB\n"
                            + "      -----END CERTIFICATE-----")
                    .reads("etcd.external")
                    .check((cluster, findings) -> {
                        ExternalEtcd external = cluster.etcd().external();
                        if (external.used() && external.caCertificate() == null) {
                            findings.report(CA, "there is none beside the endpoints", "при адресах его нет");
                        } else if (!external.used() && !external.equals(ExternalEtcd.defaults())) {
                            findings.report(ENDPOINTS, "there is none", "ни одного нет");
                        }
                    }),
            ClusterRule.error(913, "etcd could not know the cluster", "etcd не сможет узнать кластер")
                    .because(
                            "Without a certificate and without a user everybody who reaches the endpoints could take "
                                    + "the leader's lock.",
                            "Без сертификата и без пользователя блокировку лидера мог бы взять любой, кто дотянется до "
                                    + "адресов.")
                    .mend(
                            "Name a user, or let etcd ask for certificates.",
                            "Укажите user или пусть etcd требует сертификат.")
                    .example("etcd: {external: {clientCertificate: false, user: zup}}")
                    .reads("etcd.external")
                    .check((cluster, findings) -> {
                        ExternalEtcd external = cluster.etcd().external();
                        if (external.used() && !external.clientCertificate() && external.user() == null) {
                            findings.report(
                                    USER,
                                    "clientCertificate is false, and there is no user",
                                    "clientCertificate равен false, а user не указан");
                        }
                    }),
            ClusterRule.error(914, "A key of own members beside an external etcd", "Ключ своих членов при внешнем etcd")
                    .because(
                            "Whoever operates that etcd sets it there; here it would have no effect.",
                            "Это задаёт тот, кто ведёт внешний etcd; здесь ключ ни на что не действует.")
                    .mend("Remove the key, or remove etcd.external.", "Удалите ключ или etcd.external.")
                    .example(THREE_ENDPOINTS)
                    .reads(ENDPOINTS)
                    .readsEach(OWN_KEYS.keySet().stream().sorted().toList())
                    .check((cluster, findings) -> new TreeMap<>(OWN_KEYS).forEach((key, value) -> {
                        if (cluster.etcd().external().used()
                                && findings.known(key)
                                && !Objects.equals(value.apply(cluster.etcd()), value.apply(Etcd.defaults()))) {
                            findings.report(key, "it is of members on nodes", "он относится к членам на узлах");
                        }
                    })),
            ClusterRule.error(915, "An endpoint of etcd stands there twice", "Адрес etcd указан дважды")
                    .because("The majority is counted over the endpoints.", "По адресам считается большинство.")
                    .mend("Name each member once.", "Укажите каждый член один раз.")
                    .example(THREE_ENDPOINTS)
                    .readsEach(ENDPOINTS)
                    .check((cluster, findings) -> {
                        List<EtcdEndpoint> all = cluster.etcd().external().endpoints();
                        for (int i = 0; i < all.size(); i++) {
                            if (all.indexOf(all.get(i)) < i) {
                                findings.report(
                                        findings.element(ENDPOINTS, i),
                                        "'" + all.get(i) + "' is there already",
                                        "«" + all.get(i) + "» уже есть");
                            }
                        }
                    }),
            ClusterRule.warning(
                            916,
                            "The endpoints are no usual number of etcd's members",
                            "Адресов не столько, сколько бывает членов etcd")
                    .because(
                            "An etcd of one or two members survives no failure; how many there are, and in which "
                                    + "zones, only its administrator knows.",
                            "etcd из одного или двух членов не переживёт ни одного отказа; сколько их на деле и в "
                                    + "каких зонах, знает только его администратор.")
                    .mend("Name all members: three, five or seven.", "Укажите всех членов: три, пять или семь.")
                    .example(THREE_ENDPOINTS)
                    .reads(ENDPOINTS)
                    .check((cluster, findings) -> {
                        int n = cluster.etcd().external().endpoints().size();
                        if (n == 1 || n > 1 && n % 2 == 0) {
                            findings.report(ENDPOINTS, "their number is " + n, "их число — " + n);
                        }
                    }),
            ClusterRule.error(917, "The name of etcd's user cannot be used", "Имя пользователя etcd непригодно")
                    .because(
                            "The name stands before a colon and the password in commands, and in files of "
                                    + "environments; root may do everything in an etcd that others share.",
                            "В командах имя стоит перед двоеточием и паролем, а ещё в файлах окружения; root в общем "
                                    + "etcd может всё.")
                    .mend(
                            "Write letters, digits, '.', '_', '-' or '@', and not root.",
                            "Пишите латинские буквы, цифры, «.», «_», «-» или «@», но не root.")
                    .example("etcd: {external: {user: zup}}")
                    .reads(USER)
                    .check((cluster, findings) -> {
                        String user = cluster.etcd().external().user();
                        if (user != null
                                && (user.equals("root")
                                        || !USER_FORM.matcher(user).matches())) {
                            findings.report(USER, "'" + user + "'", "«" + user + "»");
                        }
                    }),
            ClusterRule.error(918, "A certificate for an etcd of others", "Сертификат для чужого etcd")
                    .because(
                            "An external etcd trusts the authority of its administrator; this cluster has none for "
                                    + "it.",
                            "Внешний etcd доверяет центру своего администратора; у этого кластера центра для etcd "
                                    + "нет.")
                    .mend("Ask etcd's administrator for it.", "Запросите его у администратора etcd.")
                    .example("tls: {certificates: [{name: exporter, purpose: monitoring}]}")
                    .reads(ENDPOINTS)
                    .readsEach("tls.certificates")
                    .check((cluster, findings) -> {
                        List<OwnCertificate> own = cluster.tls().certificates();
                        for (int i = 0; cluster.etcd().external().used() && i < own.size(); i++) {
                            String purpose = "tls.certificates[" + i + "].purpose";
                            if (own.get(i).purpose() == OwnCertificate.Purpose.ETCD_CLIENT && findings.known(purpose)) {
                                findings.report(
                                        purpose,
                                        "'etcd-client' beside etcd.external",
                                        "«etcd-client» при etcd.external");
                            }
                        }
                    }));

    private EtcdRules() {}

    private static void lease(Derivation facts, RuleFindings findings) {
        Etcd etcd = facts.cluster().etcd();
        Timing timing = facts.timing();
        Duration least = etcd.election().multipliedBy(3).dividedBy(2);
        if (etcd.external().used()
                || etcd.heartbeat().compareTo(MOST) > 0
                || etcd.election().compareTo(LONGEST_ELECTION) > 0
                || least.compareTo(timing.ttl()) <= 0) {
            return;
        }
        boolean own = etcd.electionTimeout() != null;
        String sum = (own ? "3 / 2 × " + Durations.print(etcd.election()) : "15 × " + Durations.print(etcd.heartbeat()))
                + " = " + Durations.print(least) + " > ttl " + Durations.print(timing.ttl());
        findings.report(
                own ? "etcd.electionTimeout" : "etcd.heartbeat",
                "the shortest lease is " + sum,
                "самая короткая аренда: " + sum);
    }
}
