package io.github.pg1c.model.rules;

import io.github.pg1c.model.Audit;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Database.Application;
import io.github.pg1c.model.DatabaseExtension;
import io.github.pg1c.model.derived.ServerExtensions;
import io.github.pg1c.model.platform.PostgresqlExtensions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of the extensions of databases, and of pgAudit. */
final class ExtensionRules {

    private static final String LIBRARIES = "shared_preload_libraries";
    private static final String EXAMPLE =
            "databases:\n  - {name: zup, owner: zup, extensions: [{name: pg_trgm}, {name: pgcrypto, schema: extensions}]}";
    private static final String AUDITED = "postgresql: {distribution: pgdg, version: 17, audit: {log: [role, ddl]}}";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(871, "Duplicate extension", "Повторное расширение")
                    .because(
                            "A database has an extension once; the two descriptions may differ.",
                            "В базе расширение одно, а два описания могут расходиться.")
                    .mend("Keep one of them.", "Оставьте одно.")
                    .example(EXAMPLE)
                    .readsEach("databases[*].extensions[*].name")
                    .check((cluster, findings) -> {
                        Set<String> seen = new HashSet<>();
                        each(cluster, (path, database, extension) -> {
                            if (findings.known(path + ".name")
                                    && !seen.add(path.substring(0, path.indexOf('.')) + extension.name())) {
                                findings.report(
                                        path + ".name",
                                        "extension '" + extension.name() + "' is described twice",
                                        "расширение «" + extension.name() + "» описано дважды");
                            }
                        });
                    }),
            ClusterRule.error(872, "The extension is 1C's own", "Расширение принадлежит 1С")
                    .because(
                            "pg1c creates it in databases of 1C, and the 1C platform updates it at each connect: "
                                    + "another schema or version would not last.",
                            "В базах 1С его создаёт pg1c, а платформа 1С обновляет при каждом подключении: другая "
                                    + "схема или версия не сохранились бы.")
                    .mend("Remove it from extensions.", "Уберите его из extensions.")
                    .example(EXAMPLE)
                    .reads("postgresql.distribution")
                    .readsEach("databases[*].extensions[*].name", "databases[*].application")
                    .check((cluster, findings) -> each(cluster, (path, database, extension) -> {
                        String owner = path.substring(0, path.indexOf('.'));
                        if (findings.known(path + ".name", owner + ".application")
                                && database.application() == Application.ONE_C
                                && cluster.postgresql()
                                        .distribution()
                                        .extensions1c()
                                        .contains(extension.name().value())) {
                            findings.report(
                                    path + ".name",
                                    "'" + extension.name() + "' is created without being named",
                                    "«" + extension.name() + "» создаётся без упоминания");
                        }
                    })),
            ClusterRule.error(873, "This version has no such extension", "В этой версии нет такого расширения")
                    .because(
                            "PostgreSQL supplies it in other versions only, and CREATE EXTENSION would stop the script.",
                            "PostgreSQL поставляет его только в других версиях, и CREATE EXTENSION остановила бы "
                                    + "сценарий.")
                    .mend("Remove it, or choose another version.", "Уберите его или выберите другую версию.")
                    .example(EXAMPLE)
                    .reads("postgresql.distribution", "postgresql.version")
                    .readsEach("databases[*].extensions[*].name")
                    .check((cluster, findings) -> each(cluster, (path, database, extension) -> {
                        String name = extension.name().value();
                        String versions = PostgresqlExtensions.suppliedIn(name).orElse("");
                        if (findings.known(path + ".name")
                                && !versions.isEmpty()
                                && !PostgresqlExtensions.supplied(
                                        name,
                                        cluster.postgresql().distribution(),
                                        cluster.postgresql().version())) {
                            findings.report(
                                    path + ".name",
                                    "'" + name + "' is in PostgreSQL " + versions,
                                    "«" + name + "» есть в PostgreSQL " + versions);
                        }
                    })),
            ClusterRule.warning(874, "The package of the extension is not known", "Пакет расширения неизвестен")
                    .because(
                            "pg1c knows no package of it for this build and system. It has to be on every member "
                                    + "before the database is made; the same holds for a library that the server must "
                                    + "load at its start.",
                            "Для этой сборки и системы pg1c не знает его пакета. Расширение должно быть на каждом члене "
                                    + "кластера до создания базы; то же касается библиотеки, которую сервер загружает "
                                    + "при запуске.")
                    .mend(
                            "Install it on every PostgreSQL node; name its library, if it needs one, in "
                                    + "postgresql.parameters: {shared_preload_libraries: …}.",
                            "Установите его на каждом узле PostgreSQL; нужную ему библиотеку укажите в "
                                    + "postgresql.parameters: {shared_preload_libraries: …}.")
                    .example(EXAMPLE)
                    .reads("postgresql.distribution", "postgresql.version", "platform.os")
                    .readsEach("databases[*].extensions[*].name")
                    .check((cluster, findings) -> {
                        List<String> unknown = ServerExtensions.of(cluster).unknown();
                        each(cluster, (path, database, extension) -> {
                            String name = extension.name().value();
                            if (findings.known(path + ".name")
                                    && unknown.contains(name)
                                    && PostgresqlExtensions.suppliedIn(name).isEmpty()) {
                                findings.report(
                                        path + ".name",
                                        "no package is known that brings '" + name + "' to "
                                                + cluster.postgresql()
                                                        .distribution()
                                                        .id() + " "
                                                + cluster.postgresql().version(),
                                        "пакет с «" + name + "» для "
                                                + cluster.postgresql()
                                                        .distribution()
                                                        .id() + " "
                                                + cluster.postgresql().version() + " неизвестен");
                            }
                        });
                    }),
            ClusterRule.error(875, "A needed library is not loaded", "Нужная библиотека не загружается")
                    .because(
                            "shared_preload_libraries of the specification replaces the calculated list; without its "
                                    + "library the extension cannot be created or records nothing.",
                            "shared_preload_libraries из описания заменяет рассчитанный список; без своей библиотеки "
                                    + "расширение не создаётся или ничего не записывает.")
                    .mend(
                            "Add the library, or remove shared_preload_libraries: the extensions bring theirs.",
                            "Добавьте библиотеку или уберите shared_preload_libraries: расширения приносят свои.")
                    .example(EXAMPLE)
                    .reads("postgresql.parameters", "postgresql.audit.log", "databases[*].extensions[*].name")
                    .check((cluster, findings) -> cluster.postgresql()
                            .parameters()
                            .forEach((name, value) -> {
                                Set<String> loaded = Arrays.stream(
                                                value.replace("\"", "").split(","))
                                        .map(String::strip)
                                        .collect(Collectors.toSet());
                                List<String> missing = ServerExtensions.of(cluster).libraries().stream()
                                        .filter(library -> !loaded.contains(library))
                                        .toList();
                                if (name.equalsIgnoreCase(LIBRARIES) && !missing.isEmpty()) {
                                    String names = String.join(", ", missing);
                                    findings.report(
                                            "postgresql.parameters." + name,
                                            names + " is not in it",
                                            "в нём нет " + names);
                                }
                            })),
            ClusterRule.warning(881, "pgAudit is not known in this build", "pgAudit в этой сборке неизвестен")
                    .because(
                            "Without the library the server does not start. Postgres Pro has pg_proaudit instead, "
                                    + "which is set up by SQL.",
                            "Без библиотеки сервер не запустится. В Postgres Pro вместо него pg_proaudit, который "
                                    + "настраивают через SQL.")
                    .mend(
                            "Install pgAudit for this version on every PostgreSQL node, or remove audit.",
                            "Установите pgAudit для этой версии на каждом узле PostgreSQL или уберите audit.")
                    .example(AUDITED)
                    .reads("postgresql.audit.log", "postgresql.distribution", "postgresql.version", "platform.os")
                    .check((cluster, findings) -> {
                        if (cluster.postgresql().audit().on()
                                && ServerExtensions.of(cluster).unknown().contains(PostgresqlExtensions.AUDIT)) {
                            findings.report(
                                    "postgresql.audit.log",
                                    "no package is known that brings pgAudit to '"
                                            + cluster.postgresql()
                                                    .distribution()
                                                    .id() + "'",
                                    "пакет с pgAudit для сборки «"
                                            + cluster.postgresql()
                                                    .distribution()
                                                    .id() + "» неизвестен");
                        }
                    }),
            ClusterRule.warning(882, "The audit records 1C's everyday work", "Аудит записывает повседневную работу 1С")
                    .because(
                            "1C sets parameters at each connect and makes temporary tables for its queries: these "
                                    + "classes write lines for all of that, which costs time and fills the disk of the "
                                    + "log.",
                            "1С задаёт параметры при каждом подключении и создаёт временные таблицы для своих запросов: "
                                    + "эти классы пишут строки обо всём этом, что стоит времени и заполняет диск журнала.")
                    .mend(
                            "Write log: [role], and give the roles of people more by ALTER ROLE … SET pgaudit.log.",
                            "Укажите log: [role], а ролям людей дайте больше через ALTER ROLE … SET pgaudit.log.")
                    .example("postgresql: {distribution: pgdg, version: 17, audit: {log: [role]}}")
                    .reads("postgresql.audit.log", "postgresql.distribution", "databases[*].application")
                    .check((cluster, findings) -> {
                        String noisy = cluster.postgresql().audit().log().stream()
                                .filter(one -> one != Audit.StatementClass.ROLE)
                                .map(Audit.StatementClass::id)
                                .collect(Collectors.joining(", "));
                        if (!noisy.isEmpty()
                                && cluster.application() == io.github.pg1c.tuning.input.Application.ONE_C) {
                            findings.report(
                                    "postgresql.audit.log", noisy + " with databases of 1C", noisy + " при базах 1С");
                        }
                    }),
            ClusterRule.error(883, "pgaudit.log has two values", "У pgaudit.log два значения")
                    .because(
                            "postgresql.audit writes the parameter; a second value would stand beside it.",
                            "Параметр пишет postgresql.audit; второе значение оказалось бы рядом.")
                    .mend(
                            "Keep one of them: audit, which brings the library and the extension, too.",
                            "Оставьте одно: audit, который приносит и библиотеку с расширением.")
                    .example(AUDITED)
                    .reads("postgresql.audit.log", "postgresql.parameters")
                    .check((cluster, findings) -> cluster.postgresql()
                            .parameters()
                            .forEach((name, value) -> {
                                if (cluster.postgresql().audit().on() && name.equalsIgnoreCase("pgaudit.log")) {
                                    findings.report(
                                            "postgresql.parameters." + name,
                                            "audit says it, too",
                                            "его же задаёт audit");
                                }
                            })));

    private ExtensionRules() {}

    private interface Check {
        void extension(String path, Database database, DatabaseExtension extension);
    }

    private static void each(Cluster cluster, Check check) {
        List<Database> databases = cluster.databases();
        for (int i = 0; i < databases.size(); i++) {
            List<DatabaseExtension> extensions = databases.get(i).extensions();
            for (int j = 0; j < extensions.size(); j++) {
                check.extension("databases[" + i + "].extensions[" + j + "]", databases.get(i), extensions.get(j));
            }
        }
    }
}
