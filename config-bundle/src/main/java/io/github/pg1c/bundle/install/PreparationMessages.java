package io.github.pg1c.bundle.install;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Messages of the preparation. */
final class PreparationMessages {

    private static final Map<String, Text> MESSAGES = new LinkedHashMap<>();

    static {
        put("not_root", "only root can prepare a host, not", "подготовка возможна только от root, а не от");
        put("other_system", "this is another operating system", "это другая операционная система");
        put("other_number", "the user or its group has another number", "у пользователя или его группы другой номер");
        put("taken", "the number belongs to another name", "номер занят другим именем");
        put("lacks", "missing", "не хватает");
        put(
                "no_sums",
                "the directory of packages has no list of checksums",
                "в каталоге пакетов нет списка контрольных сумм");
        put(
                "wrong_sum",
                "a file is not the one that was meant: its checksum differs",
                "это другой файл: контрольная " + "сумма не совпадает");
        put("no_sum", "a file is not in the list of checksums", "файла нет в списке контрольных сумм");
        put(
                "no_archive",
                "an archive is neither among the packages nor on this node",
                "архива нет ни среди пакетов, " + "ни на узле");
        put(
                "no_repodata",
                "the directory is no repository; run createrepo_c there",
                "каталог не является " + "репозиторием; выполните в нём createrepo_c");
        put(
                "no_package",
                "no repository of this host has the package; write the vendor's into platform.repositories, or bring the"
                        + " packages with --packages",
                "ни в одном репозитории этого узла нет пакета; укажите репозиторий поставщика в platform.repositories"
                        + " или принесите пакеты ключом --packages");
        put(
                "other_version",
                "a package is installed in another version than the specification demands; replace it before this host"
                        + " joins, or take over its version with all other hosts",
                "установлена не та версия пакета, которую требует описание кластера; замените пакет, прежде чем хост"
                        + " войдёт в кластер, либо впишите новую версию и обновите все хосты");
        put(
                "other_sums",
                "this is not the directory of packages that the specification names (packages.sums)",
                "это не тот каталог пакетов, который указан в описании кластера (packages.sums)");
        put(
                "several",
                "the directory needs exactly one version of each package; begin with an empty one",
                "в каталоге должна быть ровно одна версия каждого пакета; начните с пустого каталога");
        put(
                "gone",
                "not every exact version of the specification could be fetched; if the repositories have later ones only,"
                        + " fetch those with --latest into an empty directory",
                "не все точные версии из описания удалось скачать; если в репозиториях есть только более новые, скачайте"
                        + " их с ключом --latest в пустой каталог");
        put(
                "differs",
                "This directory is another one than the specification names.",
                "Это другой каталог, не тот, который указан в описании кластера.");
        put(
                "lock",
                "So that every host gets exactly these packages, write into the specification and generate again:",
                "Чтобы на все хосты попали именно эти пакеты, впишите в описание кластера и выполните генерацию:");
        put("not_in_archive", "the archive has no such program", "в архиве нет такой программы");
        put("no_locale", "a locale cannot be made", "не удаётся создать локаль");
        put("fetched", "files with checksums", "файлов с контрольными суммами");
        put(
                "add",
                "put these archives into the directory and run this again",
                "положите в каталог эти архивы и запустите ещё раз");
        put("hostname", "host name  ", "имя хоста   ");
        put("user", "user       ", "пользователь");
        put("line", "setting    ", "настройка   ");
        put("repository", "repository ", "репозиторий ");
        put("leftover", "not needed any more", "больше не нужно");
        put("package", "package    ", "пакет       ");
        put("hold", "held       ", "закреплён   ");
        put("archive", "archive    ", "архив       ");
        put("environment", "environment", "окружение   ");
        put("heir", "handed over", "передан    ");
        put("locale", "locale     ", "локаль      ");
        put("rival", "switched off", "выключено   ");
        put("service", "switched on", "включено    ");
        put("same", "The node was prepared already; nothing was changed.", "Узел уже подготовлен; ничего не изменено.");
        put(
                "next",
                "Prepared. Next: the files of the node, by install.sh.",
                "Готово. Дальше — файлы узла, их устанавливает install.sh.");
    }

    private PreparationMessages() {}

    /** Every message by its name: those of the installer, and its own. */
    static Map<String, String> all(Language language) {
        Map<String, String> messages = new LinkedHashMap<>(InstallerMessages.all(language));
        MESSAGES.forEach((name, text) -> messages.put(name, text.in(language)));
        return messages;
    }

    /** The comment at the top of the script. */
    static List<String> heading(Cluster cluster, Node node) {
        return Stream.of(
                        Text.of(
                                "Makes a bare host ready to be node " + node.name() + " of cluster " + cluster.name()
                                        + ": users, packages, locales, time.",
                                "Готовит чистый хост стать узлом " + node.name() + " кластера " + cluster.name()
                                        + ": пользователи, пакеты, локали, время."),
                        Text.of(
                                "May be run again at any time, also beside the running cluster; starts none of its services."
                                        + " --packages DIR takes everything from a directory, without a network.",
                                "Можно запускать повторно, в том числе при работающем кластере; его службы не запускает."
                                        + " --packages КАТАЛОГ берёт всё из каталога, без сети."),
                        Text.of(
                                "Generated by pg1c. Do not edit: change the specification and generate again.",
                                "Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию "
                                        + "заново."))
                .map(line -> line.in(cluster.language()))
                .toList();
    }

    /** The comment at the top of the script that fetches. */
    static List<String> fetchHeading(Cluster cluster) {
        return Stream.of(
                        Text.of(
                                "Fetches what the hosts of cluster " + cluster.name()
                                        + " need, with everything that it depends on, into one directory with checksums.",
                                "Скачивает всё, что нужно хостам кластера " + cluster.name()
                                        + ", со всеми зависимостями в один каталог с контрольными суммами."),
                        Text.of(
                                "Runs as root on any machine of the same system with the same repositories and a network.",
                                "Запускается от root на любой машине с той же системой, теми же репозиториями и сетью."),
                        Text.of(
                                "Generated by pg1c. Do not edit: change the specification and generate again.",
                                "Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию "
                                        + "заново."))
                .map(line -> line.in(cluster.language()))
                .toList();
    }

    private static void put(String name, String en, String ru) {
        MESSAGES.put(name, Text.of(en, ru));
    }
}
