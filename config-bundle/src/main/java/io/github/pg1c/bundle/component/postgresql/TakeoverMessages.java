package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Messages of the script that takes a database over. */
final class TakeoverMessages {

    private static final Map<String, Text> MESSAGES = new LinkedHashMap<>();

    static {
        put("usage", "Usage", "Использование");
        put("problem", "PROBLEM", "ПРОБЛЕМА");
        put("note", "NOTE", "ВНИМАНИЕ");
        put("nothing_done", "Nothing was changed; problems", "Ничего не изменено; проблем");
        put("not_root", "only root can do this, not", "нужны права root, а не");
        put("other_host", "this is another host", "это другой узел");
        put("expected", "expected", "ожидается");
        put("no_program", "a program of the server is missing", "нет программы сервера");
        put(
                "no_database",
                "there is no database in the data directory; name the right one in postgresql.dataDirectory; when the"
                        + " cluster has taken it over already, remove 'takeover' from the specification",
                "в каталоге данных нет базы; укажите верный каталог в postgresql.dataDirectory; если кластер её уже "
                        + "принял,"
                        + " уберите «takeover» из описания");
        put(
                "other_version",
                "the database is of another major version: upgrade it first (pg_upgrade), or describe that version",
                "база другой основной версии: сначала обновите её (pg_upgrade) или укажите в описании её версию");
        put(
                "other_owner",
                "the data directory belongs to another user; name it in postgresql.user",
                "каталог данных принадлежит другому пользователю; укажите его в postgresql.user");
        put(
                "not_running",
                "the server does not run, so that nobody can look into it: start its service",
                "сервер не работает, и посмотреть в него нельзя: запустите его службу");
        put(
                "no_unit",
                "no unit of systemd runs the server, so that it may come back at any time: start it by its unit; "
                        + "process",
                "сервер запущен не службой systemd и может снова подняться в любой момент: запустите его службой; "
                        + "процесс");
        put(
                "marked",
                "this file is left over from an earlier Patroni, whose settings would count instead of the planned "
                        + "ones:"
                        + " remove it",
                "этот файл остался от прежнего Patroni, и вместо рассчитанных действовали бы его настройки: удалите "
                        + "файл");
        put(
                "no_login",
                "the superuser cannot log in through the local socket as the user of the operating system; make"
                        + " 'local all <superuser> peer' the first line of pg_hba.conf and reload",
                "суперпользователь не входит через локальный сокет от имени пользователя ОС; поставьте первой строкой"
                        + " pg_hba.conf «local all <суперпользователь> peer» и перечитайте настройки");
        put("failed", "a query failed", "запрос не выполнен");
        put(
                "standby",
                "the server is a standby of another one: take over its primary, or promote it first",
                "сервер — реплика другого: примите базу его ведущего сервера или сначала повысьте эту реплику");
        put(
                "no_superuser",
                "the role is no superuser; name the superuser in postgresql.superuser",
                "роль — не суперпользователь; укажите суперпользователя в postgresql.superuser");
        put(
                "encoding",
                "a described database is not in UTF8: dump it and restore it into a new one, before or after",
                "описанная база не в кодировке UTF8: выгрузите её и загрузите в новую, до приёма или после");
        put(
                "locale",
                "a database has another locale than described (in brackets); describe the one that it has",
                "локаль базы отличается от описанной (в скобках); укажите в описании ту, что есть");
        put(
                "prepared",
                "a prepared transaction is open; end it with COMMIT PREPARED or ROLLBACK PREPARED",
                "есть подготовленная транзакция; завершите её COMMIT PREPARED или ROLLBACK PREPARED");
        put(
                "slot",
                "Patroni would drop a replication slot that the specification does not know; describe it in "
                        + "patroni.slots,"
                        + " or drop it yourself",
                "слот репликации, которого нет в описании, Patroni удалит; укажите его в patroni.slots или удалите "
                        + "сами");
        put(
                "altered",
                "a setting of ALTER SYSTEM would count instead of the planned one; take it back, the running server "
                        + "keeps"
                        + " its value until the takeover",
                "настройка из ALTER SYSTEM действовала бы вместо рассчитанной; отмените её, работающий сервер сохранит"
                        + " значение до приёма");
        put(
                "checksums",
                "the data has no checksums; they can be switched on while the server is stopped (see the runbook)",
                "у данных нет контрольных сумм; их можно включить на остановленном сервере (см. регламент)");
        put(
                "login",
                "this role may log in today and is not described: the cluster refuses it",
                "эта роль сегодня может входить и в описании отсутствует: кластер ей откажет");
        put(
                "database",
                "this database is not described: nobody but the superuser opens it over the network",
                "этой базы нет в описании: по сети её откроет только суперпользователь");
        put(
                "owner",
                "the database has another owner than described; the described role needs rights to its tables",
                "у базы другой владелец, чем в описании; описанной роли нужны права на её таблицы");
        put(
                "tablespace",
                "a tablespace is outside of the data directory; make this directory on every other member, empty "
                        + "and owned"
                        + " by the server's user",
                "табличное пространство вне каталога данных; создайте этот каталог на остальных членах, пустой и"
                        + " принадлежащий пользователю сервера");
        put("copies", "somebody replicates from the server today", "с сервера сегодня идёт репликация");
        put(
                "library",
                "the server loads this library today and will not; name it in postgresql.parameters if you need it",
                "эту библиотеку сервер сегодня загружает, а после приёма не будет; если она нужна, укажите её в"
                        + " postgresql.parameters");
        put(
                "setting",
                "this setting of postgresql.conf ends; write it into postgresql.parameters if you need it",
                "эта настройка из postgresql.conf перестанет действовать; если она нужна, укажите её в"
                        + " postgresql.parameters");
        put(
                "wal",
                "WAL stays here until somebody moves it (see the runbook)",
                "WAL останется здесь, пока его не перенесут (см. регламент)");
        put(
                "running_again",
                "the takeover has begun, and somebody started the server again: stop it",
                "приём начат, а сервер кто-то снова запустил: остановите его");
        put(
                "not_installed",
                "a file of the cluster is not on this node yet; run install.sh first",
                "файла кластера на узле ещё нет; сначала выполните install.sh");
        put("ready", "The database can be taken over.", "Базу можно принимать.");
        put(
                "same",
                "The database has been taken over already; nothing was changed.",
                "База уже принята; ничего не изменено.");
        put(
                "unclean",
                "the server did not stop in order; its state is",
                "сервер остановлен не по порядку; его состояние");
        put("stopped", "stopped  ", "остановлен");
        put(
                "no_start",
                "the server does not start with the limits and libraries of the cluster",
                "сервер не запускается с пределами и библиотеками кластера");
        put("no_roles", "roles and databases could not be made", "не удалось создать роли и базы");
        put("done", "taken over", "принята  ");
        put(
                "next",
                "Done. Now start Patroni on this node, and on the others when it leads.",
                "Готово. Теперь запустите Patroni на этом узле, а на остальных — когда он станет лидером.");
        put(
                "way_back",
                "Run it again when this is mended, or go back to the former service (RUNBOOK.md, the chapter on "
                        + "taking over).",
                "Устраните причину и повторите или вернитесь к прежней службе (RUNBOOK.md, глава о приёме базы).");
    }

    private TakeoverMessages() {}

    /** Every message by its name, in the order of use. */
    static Map<String, String> all(Language language) {
        Map<String, String> messages = new LinkedHashMap<>();
        MESSAGES.forEach((name, text) -> messages.put(name, text.in(language)));
        return messages;
    }

    /** The comment at the top of the script. */
    static List<String> heading(Cluster cluster, Node node) {
        Language language = cluster.language();
        return Stream.of(
                        Text.of(
                                "Takes over the database of " + node.name() + " for cluster " + cluster.name() + ".",
                                "Принимает базу узла " + node.name() + " в кластер " + cluster.name() + "."),
                        Text.of(
                                "--check only looks. Without it the server is down from here until Patroni runs; it "
                                        + "may be"
                                        + " run again.",
                                "--check только смотрит. Без него сервер не работает с этого момента до запуска "
                                        + "Patroni;"
                                        + " повторять можно."),
                        Text.of(
                                "Generated by pg1c. Do not edit: change the specification and generate again.",
                                "Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию"
                                        + " заново."))
                .map(line -> line.in(language))
                .toList();
    }

    private static void put(String name, String en, String ru) {
        MESSAGES.put(name, Text.of(en, ru));
    }
}
