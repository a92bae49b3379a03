package io.github.pg1c.bundle.component.patroni;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.postgresql.PsqlCommand;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.StandbyOf;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Two sites: how the copy is made and watched, how it is promoted, and how the sites change places. */
final class SecondSiteChapter {

    private static final String POSITION = "-Atc \"SELECT pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn(),"
            + " now() - pg_last_xact_replay_timestamp()\"";

    private SecondSiteChapter() {}

    static List<Section> sections() {
        return List.of(
                new Section(Topic.SURVIVAL, 110, SecondSiteChapter::survival),
                new Section(Topic.CONNECTION, -10, SecondSiteChapter::connection),
                new Section(Topic.DATABASES, -10, SecondSiteChapter::databases),
                new Section(Topic.SECOND_SITE, 0, SecondSiteChapter::ofTheCopy),
                new Section(Topic.SECOND_SITE, 10, SecondSiteChapter::ofThePrimary));
    }

    private static boolean copy(DocumentContext context) {
        return context.cluster().standbyOf().given();
    }

    private static boolean copied(DocumentContext context) {
        return !copy(context) && !context.cluster().networks().secondSite().isEmpty();
    }

    private static void survival(DocumentContext context, Markdown page) {
        if (!copy(context) && !copied(context)) {
            return;
        }
        page.section(Text.of("A whole site", "Площадка целиком"))
                .bullets(
                        Text.of(
                                "Lost commits: those that the copy had not received, at most its lag of that moment. "
                                        + "Replication between the sites is asynchronous: `rpo` and "
                                        + "`synchronous_mode` speak of the members of one site only.",
                                "Потеря: транзакции, которых копия не успела получить, — не больше её отставания в тот "
                                        + "момент. Репликация между площадками асинхронная: `rpo` и `synchronous_mode` "
                                        + "относятся только к членам одной площадки."),
                        Text.of(
                                "Interruption: until a person promotes the copy; nothing does it by itself, because no "
                                        + "program at one site can tell a lost site from a lost line ("
                                        + Topic.SECOND_SITE.link().en() + ").",
                                "Перерыв: пока копию не повысит человек; само это не происходит: программа на одной "
                                        + "площадке не отличит погибшую площадку от оборванной линии ("
                                        + Topic.SECOND_SITE.link().ru() + ")."));
    }

    private static void connection(DocumentContext context, Markdown page) {
        if (copy(context) && context.proxied()) {
            page.paragraph(Text.of(
                    "This cluster is a copy: until its promotion the port for writing leads nobody to a server, and "
                            + "the port for reading leads to any member.",
                    "Этот кластер — копия: до повышения порт для записи не ведёт ни на какой сервер, а порт для "
                            + "чтения — на любого члена."));
        }
    }

    private static void databases(DocumentContext context, Markdown page) {
        if (copy(context)) {
            page.paragraph(Text.of(
                    "Databases and roles come with the data of the primary site: add them there, and to both "
                            + "specifications. The commands below are for the time after the promotion.",
                    "Базы и роли приходят с данными основной площадки: добавляйте их там, а в описания — обоих "
                            + "кластеров. Команды ниже — для времени после повышения."));
        }
    }

    private static void ofTheCopy(DocumentContext context, Markdown page) {
        if (!copy(context)) {
            return;
        }
        StandbyOf primary = context.cluster().standbyOf();
        String hosts = String.join(", ", StandbyCluster.servers(primary));
        page.paragraph(Text.of(
                "This cluster copies the one of " + code(hosts)
                        + ": its leader follows whichever server leads there, its other members follow its leader.",
                "Этот кластер — копия кластера " + code(hosts)
                        + ": его лидер следует за тамошним лидером, остальные члены — за своим."));
        there(context, primary, page);
        secrets(page);
        lag(context, page);
        lost(context, page);
        promoted(context, page);
        planned(context, page);
    }

    private static void there(DocumentContext context, StandbyOf primary, Markdown page) {
        String networks = context.postgresql().stream()
                .map(node -> Endpoints.hostNetwork(node).toString())
                .collect(Collectors.joining(", "));
        page.section(Text.of("What the primary site needs", "Что нужно на основной площадке"))
                .paragraph(Text.of(
                        "In its specification, before this cluster starts (generate, deliver, and apply the change "
                                + "of the shared configuration):",
                        "В её описании, до запуска этого кластера (сгенерировать, доставить, применить изменение общей "
                                + "конфигурации):"))
                .yaml(
                        "networks:",
                        "  secondSite: [" + networks + "]",
                        "patroni:",
                        "  slots: [{name: " + primary.slot() + "}]")
                .bullets(
                        Text.of(
                                "The same PostgreSQL: build, major version, locale of the system, directories of "
                                        + "tablespaces; the same `postgresql.superuser`.",
                                "Тот же PostgreSQL: сборка, основная версия, локаль системы, каталоги табличных "
                                        + "пространств; тот же `postgresql.superuser`."),
                        Text.of(
                                "No smaller limits here than there (`max_connections`, `max_worker_processes`, "
                                        + "`max_wal_senders`, `max_prepared_transactions`, "
                                        + "`max_locks_per_transaction`): "
                                        + "give both the same `workload` and `resources`. With a smaller one Patroni "
                                        + "starts with that of the primary site and shows `Pending restart`.",
                                "Пределы здесь не меньше, чем там (`max_connections`, `max_worker_processes`, "
                                        + "`max_wal_senders`, `max_prepared_transactions`, "
                                        + "`max_locks_per_transaction`): "
                                        + "укажите в обоих описаниях одинаковые `workload` и `resources`. С меньшим "
                                        + "Patroni запустится на значении основной площадки и покажет `Pending "
                                        + "restart`."));
    }

    private static void secrets(Markdown page) {
        page.section(Text.of("Passwords", "Пароли"))
                .paragraph(Text.of(
                        "Roles come with the data, so that their passwords and verifiers are those of the primary "
                                + "site. `$PG1C_PRIMARY_SECRETS` is the store of the cluster there; repeat it after "
                                + "a password was changed there, then generate and deliver.",
                        "Роли приходят с данными, поэтому их пароли и верификаторы — с основной площадки. "
                                + "`$PG1C_PRIMARY_SECRETS` — хранилище тамошнего кластера; повторите после смены "
                                + "пароля там, затем сгенерируйте и доставьте."))
                .on(
                        DocumentContext.onAdministrators(),
                        "for kind in passwords verifiers; do install -d -m 0700 \"$PG1C_SECRETS\"/$kind &&"
                                + " install -m 0600 \"$PG1C_PRIMARY_SECRETS\"/$kind/* \"$PG1C_SECRETS\"/$kind/ || exit;"
                                + " done");
    }

    private static void lag(DocumentContext context, Markdown page) {
        page.section(Text.of("How far it is behind", "Отставание"))
                .on(DocumentContext.at(context.first()), PatronictlCommand.LIST, PsqlCommand.local(context, POSITION))
                .expect(Text.of(
                        "one `Standby Leader`; the received position, the applied one, and the age of the last applied "
                                + "commit, which grows also while nobody commits. The runbook of the primary site has "
                                + "the bytes.",
                        "один `Standby Leader`; полученная позиция, применённая и возраст последней применённой "
                                + "транзакции, который растёт и тогда, когда никто не пишет. Отставание в байтах — в "
                                + "регламенте основной площадки."));
    }

    private static void lost(DocumentContext context, Markdown page) {
        page.section(Text.of("The primary site is lost: promotion", "Основная площадка потеряна: повышение"))
                .bullets(
                        Text.of(
                                "**Fence first.** Two clusters that accept writes cannot be joined again. Make sure "
                                        + "that no client reaches the other site: its hosts are off, or its ports "
                                        + "are closed at the network's border, and stay so when power comes back.",
                                "**Сначала отрежьте.** Два пишущих кластера потом не объединить. Убедитесь, что "
                                        + "клиенты не достанут другую площадку: её узлы выключены или её порты "
                                        + "закрыты на границе сети и останутся закрытыми, когда питание вернётся."),
                        Text.of(
                                "What this copy has not received is lost with the promotion. If the other site may "
                                        + "come back soon, the owner of the data decides.",
                                "Не полученное этой копией с повышением теряется. Если другая площадка может скоро "
                                        + "вернуться, решает владелец данных."))
                .on(
                        DocumentContext.at(context.first()),
                        PsqlCommand.local(context, POSITION),
                        promotion(context),
                        "sleep " + PatronictlCommand.untilTaken(context.timing()),
                        PatronictlCommand.LIST)
                .expect(Text.of(
                        "`Leader` and `running` on a new timeline within seconds, the others `streaming`. The port for "
                                + "writing then leads to it by itself; clients are pointed here.",
                        "через секунды — `Leader`, `running` на новой линии времени, остальные — `streaming`. Порт для "
                                + "записи ведёт на него сам; клиентов направьте сюда."));
    }

    /** The same in each release of Patroni; {@code promote-cluster} came with 4.1. */
    private static String promotion(DocumentContext context) {
        return PatronictlCommand.of(context, "edit-config", "--set " + StandbyCluster.SECTION + "=null --force");
    }

    private static void promoted(DocumentContext context, Markdown page) {
        page.section(Text.of("After the promotion", "После повышения"))
                .paragraph(Text.of(
                        "At once, in this specification: remove `standbyOf`; add the networks of the other "
                                + "site's members to `networks.secondSite` and a slot for it to `patroni.slots`, so "
                                + "that the other site can become the copy. Generate, deliver, apply the shared "
                                + "configuration and reload HAProxy: as long as `standbyOf` stands there, applying "
                                + "the files would make this cluster a copy again.",
                        "Сразу, в этом описании: уберите `standbyOf`; добавьте сети членов другой площадки в "
                                + "`networks.secondSite` и слот для неё в `patroni.slots`, чтобы копией "
                                + "могла стать она. Сгенерируйте, доставьте, примените общую конфигурацию и "
                                + "перечитайте настройки HAProxy: пока там стоит `standbyOf`, применение файлов "
                                + "снова сделало бы этот кластер копией."));
    }

    private static void planned(DocumentContext context, Markdown page) {
        page.section(Text.of("Planned change of sites", "Плановая смена площадки"))
                .bullets(
                        Text.of(
                                "Prepare: the specification of the other site with `standbyOf` (the members here), "
                                        + "that of this site without it, as above; both generated into the "
                                        + "repository, none delivered.",
                                "Подготовьте описание другой площадки с `standbyOf` (здешние члены) и описание этой "
                                        + "без него, как выше; оба сгенерированы, но не доставлены."),
                        Text.of(
                                "End the clients' work. Then the other site first: deliver, apply the shared "
                                        + "configuration. Its leader stops in order, sends this copy all of its WAL, "
                                        + "and becomes a standby that finds nobody to follow yet.",
                                "Завершите работу клиентов. Сначала другая площадка: доставьте файлы, примените общую "
                                        + "конфигурацию. Её лидер остановится по порядку, отдаст этой копии весь WAL "
                                        + "и станет репликой, которой пока не за кем следовать."),
                        Text.of(
                                "Compare: `SELECT pg_last_wal_replay_lsn()` gives the same position on its leader "
                                        + "and on this one. Only then promote this cluster as above: no row is lost.",
                                "Сравните: `SELECT pg_last_wal_replay_lsn()` на её лидере и на здешнем даёт одну "
                                        + "позицию. Только тогда повышайте этот кластер, как выше: не теряется ни "
                                        + "одной строки."),
                        Text.of(
                                "Deliver the specification without `standbyOf` here; the other site follows by "
                                        + "itself as soon as its slot is there. Point the clients here.",
                                "Доставьте здесь описание без `standbyOf`; другая площадка начнёт следовать сама, "
                                        + "как только появится её слот. Направьте клиентов сюда."));
        page.on(DocumentContext.at(context.first()), PsqlCommand.local(context, POSITION));
    }

    private static void ofThePrimary(DocumentContext context, Markdown page) {
        if (!copied(context)) {
            return;
        }
        page.paragraph(Text.of(
                        "A cluster of a second site copies this one. It is promoted by the runbook of that cluster, "
                                + "by a person.",
                        "Этот кластер копирует кластер второй площадки. Его повышает человек, по регламенту того "
                                + "кластера."))
                .section(Text.of("How far the copy is behind", "Отставание копии"))
                .on(
                        Text.of("On the leader", "На лидере"),
                        PsqlCommand.local(
                                context,
                                "-c \"SELECT slot_name, active, wal_status,"
                                        + " pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) AS "
                                        + "behind FROM pg_replication_slots WHERE slot_type = 'physical'\""),
                        PsqlCommand.local(
                                context,
                                "-c \"SELECT client_addr, state, replay_lag, pg_size_pretty("
                                        + "pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)) AS behind"
                                        + " FROM pg_stat_replication\""))
                .expect(Text.of(
                        "the copy's slot `active`; what it is behind is what the loss of this site would cost. A "
                                + "slot that is `lost` means that the copy has to be made anew.",
                        "слот копии — `active`; её отставание и есть цена потери этой площадки. Слот в состоянии "
                                + "`lost` значит, что копию придётся сделать заново."));
        back(context, page);
    }

    /**
     * The data here is never trusted: whoever leads again after the power is back begins a timeline of the same number
     * as the promoted copy has, and neither Patroni nor pg_rewind can tell the two apart.
     */
    private static void back(DocumentContext context, Markdown page) {
        page.section(Text.of("This site comes back after the other was promoted", "Возвращение этой площадки"))
                .paragraph(Text.of(
                        "With the clients still kept away, on each host before anything else; otherwise its members "
                                + "elect a leader that accepts writes:",
                        "Клиентам доступ всё ещё закрыт; на каждом узле прежде всего остального, иначе его члены "
                                + "выберут лидера, который принимает запись:"))
                .on(Markdown.atEach(context.postgresql()), "systemctl stop patroni")
                .paragraph(Text.of(
                        "Then write `standbyOf` with the members of the other site into this specification, copy the "
                                + "passwords back, generate, deliver. The data is copied anew: a leader that was "
                                + "elected here after the loss has a timeline of the same number as the other site, "
                                + "so that nothing would notice the difference, not `pg_rewind` either. Commits "
                                + "that the other site had not received are in this data only: whoever wants them "
                                + "keeps a copy. The commands end at a node whose files do not make it a copy yet.",
                        "Затем укажите в этом описании `standbyOf` с членами другой площадки, скопируйте пароли "
                                + "обратно, сгенерируйте и доставьте. Данные копируются заново: у лидера, "
                                + "выбранного здесь после аварии, номер линии времени тот же, что у другой "
                                + "площадки, и различия не заметит никто, в том числе `pg_rewind`. Транзакции, "
                                + "которых другая площадка не получила, есть только в этих данных: кому они нужны, "
                                + "сохраняет копию. На узле, файлы которого ещё не делают его копией, команды "
                                + "остановятся."))
                .on(Markdown.atEach(context.postgresql()), emptied(context))
                .on(
                        DocumentContext.at(context.first()),
                        PatronictlCommand.forget(context),
                        "systemctl start patroni",
                        PatronictlCommand.LIST)
                .expect(Text.of(
                        "`creating replica`, later `Standby Leader`; then start Patroni on the other members.",
                        "`creating replica`, позже `Standby Leader`; затем запустите Patroni на остальных членах."));
    }

    /** Removes the data of a member that is a copy by its files, and whose server has ended. */
    private static String[] emptied(DocumentContext context) {
        List<String> directories = new ArrayList<>(List.of(context.layout().dataDirectory()));
        String wal = context.layout().walDirectory();
        if (wal != null) {
            directories.add(wal);
        }
        return new String[] {
            "grep -q '^" + StandbyCluster.SECTION + ":' " + PatroniPaths.SHARED
                    + " && ! systemctl is-active patroni && find "
                    + directories.stream().map(Shell::word).collect(Collectors.joining(" ")) + " -mindepth 1 -delete"
        };
    }
}
