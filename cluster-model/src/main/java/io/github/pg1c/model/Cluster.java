package io.github.pg1c.model;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.program.PackageLock;
import io.github.pg1c.model.program.Programs;
import io.github.pg1c.model.program.SystemUser;
import io.github.pg1c.model.value.ClusterName;
import io.github.pg1c.tuning.input.Application;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.List;
import java.util.Optional;

/**
 * One PostgreSQL cluster as its owner describes it: its purpose, its nodes and the failures that it must survive.
 *
 * @since 0.1
 */
public record Cluster(
        @Key(
                en = "Name of the cluster: Patroni's scope, the name of the bundle's directory.",
                ru = "Имя кластера: scope в Patroni и имя каталога с конфигурацией.",
                example = "zup",
                required = true)
        ClusterName name,

        @Key(
                en = "First part of the cluster's keys in etcd.",
                ru = "Первая часть ключей кластера в etcd.",
                otherwise = "service")
        String namespace,

        @Key(
                en = "Language of comments, runbook and reports: ru or en.",
                ru = "Язык комментариев, регламента и отчётов: ru или en.",
                otherwise = "ru")
        Language language,

        @Key(en = "Operating system the nodes run.", ru = "Операционная система узлов.", required = true)
        PlatformChoice platform,

        @Key(
                en = "PostgreSQL: distribution, version, paths.",
                ru = "PostgreSQL: сборка, версия, пути.",
                required = true)
        Postgresql postgresql,

        @Key(
                en = "What 1C and other applications ask of the cluster.",
                ru = "Нагрузка, которую создают 1С и другие приложения.",
                required = true)
        Workload workload,

        @Key(en = "What the cluster must survive.", ru = "Что кластер обязан пережить.")
        Objectives objectives,

        @Key(
                en = "Hardware of a node, unless the node says otherwise.",
                ru = "Ресурсы узла, если у самого узла не указано иное.")
        Resources resources,

        @Key(en = "The nodes of the cluster.", ru = "Узлы кластера.", required = true)
        List<Node> nodes,

        @Key(en = "Networks that may connect.", ru = "Сети, из которых разрешён доступ.", required = true)
        Networks networks,

        @Key(en = "Where clients connect.", ru = "Точка подключения клиентов.")
        Access access,

        @Key(en = "Certificates and encryption.", ru = "Сертификаты и шифрование.")
        Tls tls,

        @Key(
                en = "etcd, the cluster's store of agreed state.",
                ru = "etcd, хранилище согласованного состояния кластера.")
        Etcd etcd,

        @Key(
                en = "Patroni, which runs PostgreSQL and elects the leader.",
                ru = "Patroni: управляет PostgreSQL и выбирает лидера.")
        Patroni patroni,

        @Key(en = "PgBouncer, the pooler beside each PostgreSQL.", ru = "PgBouncer, пулер рядом с каждым PostgreSQL.")
        Pgbouncer pgbouncer,

        @Key(en = "HAProxy, which leads clients to the leader.", ru = "HAProxy: ведёт клиентов к лидеру.")
        Haproxy haproxy,

        @Key(
                en = "keepalived, which holds one address over several HAProxy.",
                ru = "keepalived: держит один адрес над несколькими HAProxy.")
        Keepalived keepalived,

        @Key(en = "Where the programs come from.", ru = "Откуда берутся программы.")
        Programs programs,

        @Key(
                en = "Exact versions of the packages, so that every host gets the same.",
                ru = "Точные версии пакетов: на каждый хост попадут одни и те же.")
        PackageLock packages,

        @Key(
                en = "Users of the operating system that have the same number on every node.",
                ru = "Пользователи ОС, у которых на всех узлах один и тот же номер.")
        List<SystemUser> users,

        @Key(
                en = "A database that is there already and that the cluster goes on with.",
                ru = "Уже существующая база, с которой продолжит работу кластер.")
        Takeover takeover,

        @Key(
                en = "Another site's cluster, if this one is a copy of it.",
                ru = "Кластер другой площадки, если этот — его копия.")
        StandbyOf standbyOf,

        @Key(en = "Roles (users) to create in PostgreSQL.", ru = "Роли (пользователи), создаваемые в PostgreSQL.")
        List<DatabaseRole> roles,

        @Key(en = "Databases to create.", ru = "Создаваемые базы данных.")
        List<Database> databases) {

    public Cluster {
        nodes = List.copyOf(nodes);
        users = List.copyOf(users);
        roles = List.copyOf(roles);
        databases = List.copyOf(databases);
    }

    /** The nodes that have the role, in the order of the specification. */
    public List<Node> nodesWith(NodeRole role) {
        return nodes.stream().filter(node -> node.has(role)).toList();
    }

    /** The member whose database is taken over; empty without one. */
    public Optional<Node> takenOver() {
        return nodesWith(NodeRole.POSTGRESQL).stream()
                .filter(node -> node.name().equals(takeover.node()))
                .findFirst();
    }

    /** Whether the databases of a member are taken over. */
    public boolean takesOver(Node node) {
        return node.name().equals(takeover.node());
    }

    /**
     * What the server's parameters and the words of the documents are for: 1C, when one of the databases is an
     * infobase. Without databases the build decides.
     */
    public Application application() {
        boolean of1c = databases.isEmpty()
                ? postgresql.distribution().serves1c()
                : databases.stream().anyMatch(database -> database.application() == Database.Application.ONE_C);
        return of1c ? Application.ONE_C : Application.OTHER;
    }

    /** Whether databases of 1C and of other applications share the server. */
    public boolean mixed() {
        return databases.stream().map(Database::application).distinct().count() > 1;
    }

    /** The rules that parameters are calculated by: those of the workload; general instead of balanced without 1C. */
    public RuleSet rules() {
        RuleSet named = workload.preset();
        if (!named.name().equals(Preset.BALANCED)) {
            return named;
        }
        return mixed() ? RuleSets.mixed() : RuleSets.builtIn().of(application().preset());
    }

    /** The hardware of the node. The cluster's figures stand in for those that the node does not have. */
    public Resources resourcesOf(Node node) {
        Resources own = node.resources();
        return own == null ? resources : own.over(resources);
    }

    /** The same with another {@link #name()}. */
    public Cluster withName(ClusterName value) {
        Copy copy = new Copy(this);
        copy.name = value;
        return copy.made();
    }

    /** The same with another {@link #namespace()}. */
    public Cluster withNamespace(String value) {
        Copy copy = new Copy(this);
        copy.namespace = value;
        return copy.made();
    }

    /** The same with another {@link #language()}. */
    public Cluster withLanguage(Language value) {
        Copy copy = new Copy(this);
        copy.language = value;
        return copy.made();
    }

    /** The same with another {@link #platform()}. */
    public Cluster withPlatform(PlatformChoice value) {
        Copy copy = new Copy(this);
        copy.platform = value;
        return copy.made();
    }

    /** The same with another {@link #postgresql()}. */
    public Cluster withPostgresql(Postgresql value) {
        Copy copy = new Copy(this);
        copy.postgresql = value;
        return copy.made();
    }

    /** The same with another {@link #workload()}. */
    public Cluster withWorkload(Workload value) {
        Copy copy = new Copy(this);
        copy.workload = value;
        return copy.made();
    }

    /** The same with another {@link #objectives()}. */
    public Cluster withObjectives(Objectives value) {
        Copy copy = new Copy(this);
        copy.objectives = value;
        return copy.made();
    }

    /** The same with another {@link #resources()}. */
    public Cluster withResources(Resources value) {
        Copy copy = new Copy(this);
        copy.resources = value;
        return copy.made();
    }

    /** The same with another {@link #nodes()}. */
    public Cluster withNodes(List<Node> value) {
        Copy copy = new Copy(this);
        copy.nodes = value;
        return copy.made();
    }

    /** The same with another {@link #networks()}. */
    public Cluster withNetworks(Networks value) {
        Copy copy = new Copy(this);
        copy.networks = value;
        return copy.made();
    }

    /** The same with another {@link #access()}. */
    public Cluster withAccess(Access value) {
        Copy copy = new Copy(this);
        copy.access = value;
        return copy.made();
    }

    /** The same with another {@link #tls()}. */
    public Cluster withTls(Tls value) {
        Copy copy = new Copy(this);
        copy.tls = value;
        return copy.made();
    }

    /** The same with another {@link #etcd()}. */
    public Cluster withEtcd(Etcd value) {
        Copy copy = new Copy(this);
        copy.etcd = value;
        return copy.made();
    }

    /** The same with another {@link #patroni()}. */
    public Cluster withPatroni(Patroni value) {
        Copy copy = new Copy(this);
        copy.patroni = value;
        return copy.made();
    }

    /** The same with another {@link #pgbouncer()}. */
    public Cluster withPgbouncer(Pgbouncer value) {
        Copy copy = new Copy(this);
        copy.pgbouncer = value;
        return copy.made();
    }

    /** The same with another {@link #haproxy()}. */
    public Cluster withHaproxy(Haproxy value) {
        Copy copy = new Copy(this);
        copy.haproxy = value;
        return copy.made();
    }

    /** The same with another {@link #keepalived()}. */
    public Cluster withKeepalived(Keepalived value) {
        Copy copy = new Copy(this);
        copy.keepalived = value;
        return copy.made();
    }

    /** The same with another {@link #programs()}. */
    public Cluster withPrograms(Programs value) {
        Copy copy = new Copy(this);
        copy.programs = value;
        return copy.made();
    }

    /** The same with another {@link #packages()}. */
    public Cluster withPackages(PackageLock value) {
        Copy copy = new Copy(this);
        copy.packages = value;
        return copy.made();
    }

    /** The same with another {@link #users()}. */
    public Cluster withUsers(List<SystemUser> value) {
        Copy copy = new Copy(this);
        copy.users = value;
        return copy.made();
    }

    /** The same with another {@link #takeover()}. */
    public Cluster withTakeover(Takeover value) {
        Copy copy = new Copy(this);
        copy.takeover = value;
        return copy.made();
    }

    /** The same with another {@link #standbyOf()}. */
    public Cluster withStandbyOf(StandbyOf value) {
        Copy copy = new Copy(this);
        copy.standbyOf = value;
        return copy.made();
    }

    /** The same with another {@link #roles()}. */
    public Cluster withRoles(List<DatabaseRole> value) {
        Copy copy = new Copy(this);
        copy.roles = value;
        return copy.made();
    }

    /** The same with another {@link #databases()}. */
    public Cluster withDatabases(List<Database> value) {
        Copy copy = new Copy(this);
        copy.databases = value;
        return copy.made();
    }

    /** The values of a copy in the making. */
    private static final class Copy {
        private ClusterName name;
        private String namespace;
        private Language language;
        private PlatformChoice platform;
        private Postgresql postgresql;
        private Workload workload;
        private Objectives objectives;
        private Resources resources;
        private List<Node> nodes;
        private Networks networks;
        private Access access;
        private Tls tls;
        private Etcd etcd;
        private Patroni patroni;
        private Pgbouncer pgbouncer;
        private Haproxy haproxy;
        private Keepalived keepalived;
        private Programs programs;
        private PackageLock packages;
        private List<SystemUser> users;
        private Takeover takeover;
        private StandbyOf standbyOf;
        private List<DatabaseRole> roles;
        private List<Database> databases;

        Copy(Cluster from) {
            this.name = from.name;
            this.namespace = from.namespace;
            this.language = from.language;
            this.platform = from.platform;
            this.postgresql = from.postgresql;
            this.workload = from.workload;
            this.objectives = from.objectives;
            this.resources = from.resources;
            this.nodes = from.nodes;
            this.networks = from.networks;
            this.access = from.access;
            this.tls = from.tls;
            this.etcd = from.etcd;
            this.patroni = from.patroni;
            this.pgbouncer = from.pgbouncer;
            this.haproxy = from.haproxy;
            this.keepalived = from.keepalived;
            this.programs = from.programs;
            this.packages = from.packages;
            this.users = from.users;
            this.takeover = from.takeover;
            this.standbyOf = from.standbyOf;
            this.roles = from.roles;
            this.databases = from.databases;
        }

        Cluster made() {
            return new Cluster(
                    name,
                    namespace,
                    language,
                    platform,
                    postgresql,
                    workload,
                    objectives,
                    resources,
                    nodes,
                    networks,
                    access,
                    tls,
                    etcd,
                    patroni,
                    pgbouncer,
                    haproxy,
                    keepalived,
                    programs,
                    packages,
                    users,
                    takeover,
                    standbyOf,
                    roles,
                    databases);
        }
    }
}
