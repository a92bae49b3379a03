package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.platform.Platform1c;
import io.github.pg1c.model.platform.PostgresqlPackages;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.model.value.SqlName;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.Application;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules of PostgreSQL's build, version, locale and users. */
final class PostgresqlRules {

    private static final Pattern UTF8 = Pattern.compile("(?i).*\\.utf-?8(@[A-Za-z]+)?");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z0-9_.@-]+");
    private static final Pattern OS_USER = Pattern.compile("[a-z_][a-z0-9_-]{0,30}");
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*");

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(
                            301,
                            "This version of PostgreSQL is not supported",
                            "Эта версия PostgreSQL не поддерживается")
                    .because(
                            "Parameters are checked against a catalogue of each version; without one a file "
                                    + "could stop the server.",
                            "Параметры проверяются по каталогу версии; без него файл может не дать серверу "
                                    + "запуститься.")
                    .mend("Write a version from 14 to 18.", "Укажите версию от 14 до 18.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 17}")
                    .reads("postgresql.version")
                    .check((cluster, findings) -> {
                        PgMajor major = cluster.postgresql().version();
                        if (!major.supported()) {
                            findings.report(
                                    "postgresql.version",
                                    "PostgreSQL " + major + " is not within " + PgMajor.SUPPORTED,
                                    "PostgreSQL " + major + " не входит в " + PgMajor.SUPPORTED);
                        }
                    }),
            ClusterRule.error(302, "1C does not work with PostgreSQL 19", "1С не работает с PostgreSQL 19")
                    .because(
                            "1C writes literals with backslashes and switches standard_conforming_strings off; "
                                    + "since PostgreSQL 19 it cannot be switched off.",
                            "1С пишет литералы с обратной косой чертой и выключает standard_conforming_strings; "
                                    + "начиная с PostgreSQL 19 выключить его нельзя.")
                    .mend(
                            "Use PostgreSQL 18 or older for infobases.",
                            "Для информационных баз берите PostgreSQL не новее 18.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 17}")
                    .reads("postgresql.version", "databases[*].application")
                    .check((cluster, findings) -> {
                        if (cluster.postgresql().version().atLeast(19) && cluster.application() == Application.ONE_C) {
                            findings.report(
                                    "postgresql.version",
                                    "standard_conforming_strings cannot be off in PostgreSQL "
                                            + cluster.postgresql().version(),
                                    "в PostgreSQL " + cluster.postgresql().version()
                                            + " нельзя выключить standard_conforming_strings");
                        }
                    }),
            ClusterRule.warning(303, "1C's databases do not work in this build", "Базы 1С не работают в этой сборке")
                    .because(
                            "They need the type mchar and other extensions, which the community's packages lack.",
                            "Им нужны тип mchar и другие расширения, которых нет в пакетах сообщества.")
                    .mend(
                            "Choose postgrespro-1c, 1c, tantor-se-1c, alt-1c or another build for 1C; or write "
                                    + "application: other.",
                            "Выберите postgrespro-1c, 1c, tantor-se-1c, alt-1c или другую сборку для 1С либо "
                                    + "укажите application: other.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 17}")
                    .reads("postgresql.distribution", "databases[*].application")
                    .check((cluster, findings) -> {
                        Distribution distribution = cluster.postgresql().distribution();
                        if (!distribution.serves1c() && cluster.application() == Application.ONE_C) {
                            findings.report(
                                    "postgresql.distribution",
                                    "'" + distribution.id() + "' brings no mchar, fulleq and fasttrun",
                                    "в «" + distribution.id() + "» нет mchar, fulleq и fasttrun");
                        }
                    }),
            ClusterRule.warning(304, "The build is not known in this version", "Сборка с такой версией неизвестна")
                    .because("There may be no package to install.", "Пакета для установки может не оказаться.")
                    .mend(
                            "Choose a version that the vendor publishes.",
                            "Выберите версию, которую выпускает поставщик.")
                    .example("postgresql: {distribution: tantor-se-1c, version: 17}")
                    .reads("postgresql.distribution", "postgresql.version")
                    .check((cluster, findings) -> {
                        Distribution distribution = cluster.postgresql().distribution();
                        PgMajor major = cluster.postgresql().version();
                        List<PgMajor> known = PostgresqlPackages.majors(distribution);
                        if (major.supported() && !known.contains(major)) {
                            findings.report(
                                    "postgresql.version",
                                    "'" + distribution.id() + "' is known in " + known + ", not in " + major,
                                    "«" + distribution.id() + "» известна в версиях " + known + ", но не в " + major);
                        }
                    }),
            ClusterRule.error(305, "Pangolin's programs are not named", "Не указан каталог программ Pangolin")
                    .because(
                            "Its packages name the directory after the full release, which the major version "
                                    + "does not tell.",
                            "Пакеты называют каталог по полному номеру выпуска, который не следует из основной версии.")
                    .mend("Write postgresql.binDirectory.", "Укажите postgresql.binDirectory.")
                    .example("postgresql: {distribution: pangolin, version: 15, binDirectory: /usr/pangolin-6.5/bin}")
                    .reads("postgresql.distribution", "postgresql.binDirectory")
                    .check((cluster, findings) -> {
                        if (cluster.postgresql().distribution() == Distribution.PANGOLIN
                                && cluster.postgresql().binDirectory() == null) {
                            findings.report("postgresql", "pangolin without binDirectory", "pangolin без binDirectory");
                        }
                    }),
            ClusterRule.error(306, "The locale is not UTF-8", "Локаль не UTF-8")
                    .because(
                            "Databases are created with encoding UTF8; 1C knows no other.",
                            "Базы создаются в кодировке UTF8; другой 1С не знает.")
                    .mend(
                            "Write ru_RU.UTF-8 or another locale that ends in .UTF-8.",
                            "Укажите ru_RU.UTF-8 или другую локаль с окончанием .UTF-8.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 17, locale: ru_RU.UTF-8}")
                    .reads("postgresql.locale", "databases[*].locale")
                    .check((cluster, findings) -> {
                        locale("postgresql.locale", cluster.postgresql().locale(), findings);
                        for (int i = 0; i < cluster.databases().size(); i++) {
                            String locale = cluster.databases().get(i).locale();
                            if (locale != null) {
                                locale("databases[" + i + "].locale", locale, findings);
                            }
                        }
                    }),
            ClusterRule.error(307, "The superuser's name is not usable", "Имя суперпользователя непригодно")
                    .because(
                            "PostgreSQL keeps names that begin with pg_; replicator and rewind are roles that "
                                    + "pg1c makes itself.",
                            "Имена на pg_ зарезервированы PostgreSQL; роли replicator и rewind pg1c создаёт сам.")
                    .mend(
                            "Write a name of lower-case letters, digits and underscores, such as postgres.",
                            "Укажите имя из строчных латинских букв, цифр и подчёркиваний, например postgres.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 17, superuser: postgres}")
                    .reads("postgresql.superuser")
                    .check((cluster, findings) -> {
                        String name = cluster.postgresql().superuser();
                        if (!PLAIN_NAME.matcher(name).matches()
                                || new SqlName(name).needsQuoting()
                                || RoleRules.taken(name)) {
                            findings.report(
                                    "postgresql.superuser",
                                    "'" + name + "' cannot be the superuser",
                                    "«" + name + "» не может быть суперпользователем");
                        }
                    }),
            ClusterRule.error(308, "The name of the system's user is not usable", "Имя пользователя ОС непригодно")
                    .because(
                            "Units run as this user, and files belong to it and to a group of the same name; "
                                    + "root is refused by PostgreSQL.",
                            "От его имени работают службы, ему и одноимённой группе принадлежат файлы; под root "
                                    + "PostgreSQL не запускается.")
                    .mend(
                            "Write a name of lower-case letters, digits, '-' and '_', up to 31 characters.",
                            "Укажите имя из строчных латинских букв, цифр, «-» и «_», до 31 знака.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 17, user: postgres}\n"
                            + "etcd: {user: etcd}")
                    .reads("postgresql.user", "etcd.user")
                    .check((cluster, findings) -> {
                        user("postgresql.user", cluster.postgresql().user(), findings);
                        user("etcd.user", cluster.etcd().user(), findings);
                    }),
            ClusterRule.error(309, "The namespace is not usable", "Пространство имён непригодно")
                    .because(
                            "It is the first part of the keys in etcd: /namespace/cluster/leader.",
                            "Это первая часть ключей в etcd: /namespace/кластер/leader.")
                    .mend(
                            "Write letters, digits, '-' and '_', without slashes around.",
                            "Укажите латинские буквы, цифры, «-» и «_», без косых черт по краям.")
                    .example("namespace: service")
                    .reads("namespace")
                    .check((cluster, findings) -> {
                        if (!NAMESPACE.matcher(cluster.namespace()).matches()) {
                            findings.report(
                                    "namespace",
                                    Text.of(
                                            "'" + cluster.namespace() + "' is no part of a key",
                                            "«" + cluster.namespace() + "» не годится как часть ключа"),
                                    Text.of(
                                            "write it as 'service' or 'patroni'",
                                            "напишите, например, service или patroni"));
                        }
                    }),
            ClusterRule.warning(
                            310,
                            "The platform was not seen with this PostgreSQL",
                            "Платформу не видели с этой версией PostgreSQL")
                    .because(
                            "An older platform may refuse a newer server or misread its catalogue, and nobody has told of "
                                    + "the pair. 1C publishes the versions of PostgreSQL that each release supports.",
                            "Старая платформа может отказаться от нового сервера или неверно прочесть его каталог, а об "
                                    + "этой паре никто не сообщал. Поддерживаемые версии PostgreSQL 1С публикует для "
                                    + "каждого выпуска.")
                    .mend(
                            "Look the pair up in the release notes of the platform and try it on a copy of an infobase.",
                            "Найдите эту пару в описании выпуска платформы и проверьте на копии информационной базы.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 18}\n"
                            + "workload: {connections: 100, platform1c: 8.3.27}")
                    .reads("workload.platform1c", "postgresql.version")
                    .check((cluster, findings) -> {
                        ComponentVersion platform = cluster.workload().platform1c();
                        PgMajor major = cluster.postgresql().version();
                        if (platform == null || !major.supported()) {
                            return;
                        }
                        ComponentVersion oldest =
                                Platform1c.oldestSeenWith(major).orElse(null);
                        if (oldest == null) {
                            findings.report(
                                    "workload.platform1c",
                                    "whether " + platform + " works with PostgreSQL " + major + " is not known here",
                                    "работает ли " + platform + " с PostgreSQL " + major + ", здесь неизвестно");
                        } else if (platform.compareTo(oldest) < 0) {
                            findings.report(
                                    "workload.platform1c",
                                    "the oldest platform seen with PostgreSQL " + major + " is " + oldest + ", this is "
                                            + platform,
                                    "самая старая платформа, которую видели с PostgreSQL " + major + ", — " + oldest
                                            + ", здесь " + platform);
                        }
                    }));

    private PostgresqlRules() {}

    private static void locale(String path, String locale, RuleFindings findings) {
        if (!UTF8.matcher(locale).matches() || !LOCALE.matcher(locale).matches()) {
            findings.report(path, "'" + locale + "' is not a locale of UTF-8", "«" + locale + "» — не локаль UTF-8");
        }
    }

    private static void user(String path, @Nullable String name, RuleFindings findings) {
        if (name != null && (!OS_USER.matcher(name).matches() || name.equals("root"))) {
            findings.report(
                    path, "'" + name + "' cannot run the service", "от имени «" + name + "» службу запускать нельзя");
        }
    }
}
