package io.github.pg1c.bundle.install;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages of the installer. */
final class InstallerMessages {

    private static final Map<String, Text> MESSAGES = new LinkedHashMap<>();

    static {
        put("usage", "Usage", "Использование");
        put("problem", "PROBLEM", "ПРОБЛЕМА");
        put("not_root", "only root can install, not", "установка возможна только от root, а не от");
        put("no_root", "no such directory", "нет такого каталога");
        put("other_host", "this is another host", "это другой узел");
        put("expected", "expected", "ожидается");
        put("no_program", "a program is missing", "не хватает программы");
        put("no_user", "a user is missing", "нет пользователя");
        put("no_group", "a group is missing", "нет группы");
        put(
                "foreign_database",
                "the data directory has a database that this cluster did not make, for example one of the package: move it"
                        + " away (on Debian and Ubuntu: pg_dropcluster), name this node in 'takeover' of the specification"
                        + " when its databases are needed, or let the cluster have it as it is with --adopt-database",
                "в каталоге данных есть база, созданная не этим кластером, например пакетом: уберите её (в Debian и Ubuntu:"
                        + " pg_dropcluster), если её данные нужны — укажите узел в «takeover» описания, или передайте её"
                        + " кластеру как есть ключом --adopt-database");
        put(
                "taken_port",
                "another process listens on the port of a service; stop it, and keep it from starting",
                "на порту службы слушает другой процесс; остановите его и запретите ему запускаться");
        put(
                "foreign_parent",
                "the user of a service cannot write to a directory in which it makes and removes files, such as "
                        + "those of a log, or data before a new copy: give it to that user (chown) if it holds "
                        + "nothing else, otherwise name another path in the specification (for data and WAL one "
                        + "level deeper)",
                "пользователь службы не может писать в каталог, где она создаёт и удаляет файлы, например файлы "
                        + "журнала или данные перед новой копией: передайте каталог этому пользователю (chown), "
                        + "если в нём больше ничего нет, иначе укажите в описании другой путь (для данных и WAL — "
                        + "на уровень глубже)");
        put(
                "mounted",
                "a disk is mounted at the directory of data or WAL, so it could neither be removed nor renamed before a"
                        + " new copy: mount the disk one level above",
                "диск смонтирован прямо в каталог данных или WAL, и этот каталог нельзя будет ни удалить, ни переименовать"
                        + " перед новой копией: смонтируйте диск уровнем выше");
        put(
                "no_device",
                "a required device is missing, and the kernel has no module for it",
                "нет обязательного устройства, и модуля для него в ядре нет");
        put(
                "held_device",
                "a required device is in use by another program, for example by systemd (RuntimeWatchdogSec)",
                "обязательное устройство занято другой программой, например systemd (RuntimeWatchdogSec)");
        put(
                "foreign_device",
                "a required device cannot be opened by its user; the host of the container has to hand it over",
                "обязательное устройство недоступно его пользователю; его должен передать хост контейнера");
        put(
                "closed_device",
                "a required device cannot be opened by its user after the rule of udev",
                "обязательное устройство недоступно его пользователю и после правила udev");
        put("module", "module", "модуль");
        put("no_locale", "a locale is missing", "нет локали");
        put(
                "damaged",
                "a file is missing or differs from what was generated",
                "файл отсутствует или отличается от сгенерированного");
        put(
                "secrets_needed",
                "a secret file is not on this node yet; give its directory with --secrets",
                "секретного файла на узле ещё нет; укажите каталог с секретами в --secrets");
        put("no_secret", "a secret file is missing or empty", "секретный файл отсутствует или пуст");
        put(
                "probe",
                "what this node needs beside its files is not there",
                "рядом с файлами узла нет того, что ему нужно");
        put("nothing_done", "Nothing was changed; problems", "Ничего не изменено; проблем");
        put("created", "created  ", "создан   ");
        put("changed", "changed  ", "изменён  ");
        put("unchanged", "unchanged", "без изменений");
        put("removed", "removed  ", "удалён   ");
        put("removed_edited", "edited by hand, moved to", "изменён вручную, перенесён в");
        put("needs", "needs    ", "нужно    ");
        put("backup", "kept the former file as", "прежний файл сохранён как");
        put(
                "stop_rival",
                "This service uses the same port or data and is running; stop it",
                "Эта служба занимает тот же порт или данные и работает; остановите её");
        put("failed", "a command failed", "команда завершилась с ошибкой");
        put(
                "same",
                "The node already is as described; nothing was changed.",
                "Узел уже соответствует описанию; ничего не изменено.");
        put(
                "next",
                "Done. No service of the cluster was started or restarted: RUNBOOK.md says the order, the words in brackets what each"
                        + " change needs.",
                "Готово. Службы кластера не запускались и не перезапускались: порядок — в RUNBOOK.md, в скобках указано, что"
                        + " нужно после каждого изменения.");
    }

    private InstallerMessages() {}

    /** Every message by its name, in the order of use. */
    static Map<String, String> all(Language language) {
        Map<String, String> messages = new LinkedHashMap<>();
        MESSAGES.forEach((name, text) -> messages.put(name, text.in(language)));
        return messages;
    }

    /** The comment at the top of the script. */
    static List<String> heading(Cluster cluster, Node node) {
        Language language = cluster.language();
        List<Text> lines = new ArrayList<>();
        lines.add(Text.of(
                "Installs the files of node " + node.name() + " of cluster " + cluster.name() + ".",
                "Устанавливает файлы узла " + node.name() + " кластера " + cluster.name() + "."));
        lines.add(Text.of(
                "May be run again at any time; works without a network; starts no service.",
                "Можно запускать повторно; сеть не нужна; службы не запускает."));
        lines.add(Text.of(
                "Generated by pg1c. Do not edit: change the specification and generate again.",
                "Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново."));
        return lines.stream().map(line -> line.in(language)).toList();
    }

    private static void put(String name, String en, String ru) {
        MESSAGES.put(name, Text.of(en, ru));
    }
}
