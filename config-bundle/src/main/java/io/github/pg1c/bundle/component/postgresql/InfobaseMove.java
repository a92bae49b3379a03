package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.platform.Platform1c;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.List;

/** How an infobase comes here from another DBMS or cluster, and what its users see when the leader changes. */
final class InfobaseMove {

    private InfobaseMove() {}

    static void section(DocumentContext context, Markdown page) {
        List<Database> infobases = context.cluster().databases().stream()
                .filter(database -> database.application() == Database.Application.ONE_C)
                .toList();
        if (infobases.isEmpty()) {
            return;
        }
        page.section(Text.of("Moving an infobase here", "Перенос информационной базы сюда"))
                .paragraph(
                        Text.of(
                                "From MS SQL Server, a file infobase or another PostgreSQL the way is the same: the platform writes "
                                        + "the infobase into a .dt file and reads it into an empty database. Nobody can work meanwhile. "
                                        + "Rehearse it with a copy: the time that takes is the time without 1C.",
                                "Из MS SQL Server, файловой базы или другого PostgreSQL путь один: платформа выгружает "
                                        + "информационную базу в файл .dt и загружает его в пустую базу данных. Работать в это время "
                                        + "нельзя. Отрепетируйте перенос на копии: сколько он займёт, столько 1С будет недоступна."))
                .paragraph(platform(context))
                .bullets(
                        Text.of(
                                "Before: a backup of the old infobase that was restored once; on the old one Designer → "
                                        + "Administration → Verify and repair without errors; both sides with the same release of "
                                        + "the platform.",
                                "До переноса: резервная копия старой базы, которую хотя бы раз восстановили; в старой базе "
                                        + "Конфигуратор → Администрирование → Тестирование и исправление — без ошибок; с обеих "
                                        + "сторон одинаковый выпуск платформы."),
                        Text.of(
                                "In the properties of the old infobase block sessions and scheduled jobs, and end what is "
                                        + "open. Designer → Administration → Dump infobase.",
                                "В свойствах старой базы заблокируйте начало сеансов и регламентные задания, завершите "
                                        + "открытые сеансы. Конфигуратор → Администрирование → Выгрузить информационную базу."),
                        Text.of(
                                "Here: role and database as above. Add the infobase to the cluster of 1C with the fields of "
                                        + Topic.CONNECTION.link().en()
                                        + ", scheduled jobs blocked. Designer → Administration → Restore infobase.",
                                "Здесь: роль и база данных — как выше. Добавьте информационную базу в кластер 1С с полями из "
                                        + "раздела " + Topic.CONNECTION.link().ru()
                                        + ", регламентные задания заблокированы. Конфигуратор → Администрирование → Загрузить "
                                        + "информационную базу."),
                        Text.of(
                                "The file brings data, configuration, users and settings. It does not bring the event log, "
                                        + "the full text search index (build it anew), assignments of functionality of the "
                                        + "cluster of 1C, and extensions of the DBMS such as sections or own indexes.",
                                "В файле есть данные, конфигурация, пользователи и настройки. В нём нет журнала "
                                        + "регистрации, индекса полнотекстового поиска (постройте заново), требований "
                                        + "назначения функциональности кластера 1С и доработок СУБД: секций, своих индексов."))
                .paragraph(
                        Text.of(
                                "After loading the server knows nothing yet of what the tables hold, and the first reports would be slow:",
                                "После загрузки сервер ещё ничего не знает о содержимом таблиц, первые отчёты были бы медленными:"))
                .on(
                        Text.of("On the leader", "На лидере"),
                        infobases.stream()
                                .map(database -> PsqlCommand.local(
                                        context, "-X -d " + Shell.word(database.name()) + " -c ANALYZE"))
                                .toArray(String[]::new))
                .expect(Text.same("`ANALYZE`."))
                .bullets(
                        Text.of(
                                "Check before users come: numbers of documents and balances of the main registers against "
                                        + "the old infobase, a posting, a printed form, exchange with other systems. Then unblock "
                                        + "scheduled jobs.",
                                "Проверьте, прежде чем впускать пользователей: число документов и остатки главных регистров "
                                        + "против старой базы, проведение, печатную форму, обмен с другими системами. Затем "
                                        + "разблокируйте регламентные задания."),
                        Text.of(
                                "Way back: the old infobase is only blocked. Unblock it, and remove the new one from the "
                                        + "cluster of 1C. What was entered here is not in the old one: once users work here, "
                                        + "the way back is another .dt file.",
                                "Путь назад: старая база только заблокирована. Разблокируйте её и удалите новую из кластера "
                                        + "1С. Введённого здесь в старой нет: когда пользователи начали работать, путь назад — "
                                        + "такой же файл .dt."),
                        Text.of(
                                "A change of the leader ends the sessions' database connections: a user who waits for the "
                                        + "server sees an error of the DBMS, what was not yet written is lost and is entered again. "
                                        + "The servers of 1C connect anew by themselves; nobody has to restart them.",
                                "Смена лидера обрывает соединения сеансов с базой: пользователь, ждавший сервера, увидит "
                                        + "ошибку СУБД, незаписанное пропадёт, его вводят ещё раз. Серверы 1С подключаются заново "
                                        + "сами, перезапускать их не надо."));
    }

    private static Text platform(DocumentContext context) {
        PgMajor major = context.cluster().postgresql().version();
        ComponentVersion own = context.cluster().workload().platform1c();
        String ownEn = own == null ? "" : " Here it is " + own + ".";
        String ownRu = own == null ? "" : " Здесь это " + own + ".";
        return Platform1c.oldestSeenWith(major)
                .map(oldest -> Text.of(
                        "The oldest platform that was seen with PostgreSQL " + major + " is " + oldest + "." + ownEn
                                + " What a release supports is in its description by 1C.",
                        "Самая старая платформа, которую видели с PostgreSQL " + major + ", — " + oldest + "." + ownRu
                                + " Что поддерживает выпуск, сказано в его описании у 1С."))
                .orElseGet(() -> Text.of(
                        "Which platforms work with PostgreSQL " + major + " is not known here." + ownEn
                                + " What a release supports is in its description by 1C.",
                        "Какие платформы работают с PostgreSQL " + major + ", здесь неизвестно." + ownRu
                                + " Что поддерживает выпуск, сказано в его описании у 1С."));
    }
}
