package io.github.pg1c.model.rules;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.key.ReaderCodes;
import java.util.List;

/** Problems of a file, its keys and its single values; the reader finds them. */
final class ReaderRules {

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(ReaderCodes.UNREADABLE, "The file cannot be read", "Файл не удаётся прочитать")
                    .because(
                            "It does not exist, is a directory, or its permissions forbid reading.",
                            "Его нет, это каталог или на чтение не хватает прав.")
                    .mend(
                            "Name a file that exists and that you may read.",
                            "Укажите существующий файл, доступный для чтения."),
            ClusterRule.error(ReaderCodes.TOO_LARGE, "The file is too large", "Файл слишком велик")
                    .because(
                            "A specification of a hundred nodes has less than 100 KiB; more than 1 MiB is "
                                    + "another file.",
                            "Описание ста узлов занимает меньше 100 КиБ; больше 1 МиБ — это другой файл.")
                    .mend("Name the specification of one cluster.", "Укажите описание одного кластера."),
            ClusterRule.error(ReaderCodes.ENCODING, "The file is not UTF-8", "Файл не в кодировке UTF-8")
                    .because(
                            "YAML is read as UTF-8. In Windows-1251 or UTF-16 Russian comments turn into other "
                                    + "characters.",
                            "YAML читается как UTF-8. В Windows-1251 или UTF-16 русские комментарии превращаются "
                                    + "в другие знаки.")
                    .mend("Save it as UTF-8 without BOM.", "Сохраните его в UTF-8 без BOM."),
            ClusterRule.error(
                            ReaderCodes.CONTROL_CHARACTER,
                            "A control character stands in the file",
                            "В файле есть управляющий символ")
                    .because(
                            "NUL and its like come from broken copies and binary files; they would get into "
                                    + "configuration files.",
                            "NUL и ему подобные попадают при повреждении и из двоичных файлов; они оказались бы "
                                    + "в конфигурации.")
                    .mend(
                            "Remove the character; write the file with a text editor.",
                            "Удалите символ; файл должен быть текстовым."),
            ClusterRule.warning(
                            ReaderCodes.BYTE_ORDER_MARK,
                            "The file begins with a byte order mark",
                            "Файл начинается с BOM")
                    .because(
                            "It is skipped here, but other programs that read the same YAML may stop at it.",
                            "Здесь метка пропускается, но другие программы, читающие тот же YAML, могут на ней "
                                    + "остановиться.")
                    .mend("Save the file as UTF-8 without BOM.", "Сохраните файл в UTF-8 без BOM."),
            ClusterRule.error(ReaderCodes.EMPTY, "The file is empty", "Файл пуст")
                    .because("There is nothing to generate from.", "Генерировать не из чего.")
                    .mend("Describe a cluster.", "Опишите кластер.")
                    .example("name: zup\nplatform: {os: debian-13}"),
            ClusterRule.error(
                            ReaderCodes.SEVERAL_DOCUMENTS,
                            "The file has several documents",
                            "В файле несколько документов")
                    .because(
                            "A line '---' begins another document; which of them is the cluster would be a guess.",
                            "Строка «---» начинает ещё один документ; какой из них описывает кластер, пришлось "
                                    + "бы угадывать.")
                    .mend("Describe one cluster per file.", "Описывайте в файле один кластер."),
            ClusterRule.error(ReaderCodes.SYNTAX, "The file is not YAML", "Файл не является YAML")
                    .because(
                            "The parser cannot tell keys from values at the place it names.",
                            "В указанном месте разборщик не может отличить ключи от значений.")
                    .mend(
                            "Check indentation, colons, brackets and quotation marks at that place and just above it.",
                            "Проверьте отступы, двоеточия, скобки и кавычки в этом месте и чуть выше.")
                    .example("name: zup\nnetworks:\n  clients: [10.0.10.0/24]"),
            ClusterRule.error(ReaderCodes.TAB, "A tab is used for indentation", "Отступ сделан табуляцией")
                    .because("YAML allows only spaces there.", "YAML допускает там только пробелы.")
                    .mend("Indent with spaces.", "Делайте отступы пробелами."),
            ClusterRule.error(
                            ReaderCodes.LIMITS,
                            "The file is nested too deep or grows too large",
                            "Файл слишком вложен или разрастается")
                    .because(
                            "Aliases of aliases multiply; a few lines can become millions of values and exhaust "
                                    + "the memory.",
                            "Ссылки на ссылки перемножаются: несколько строк становятся миллионами значений и "
                                    + "исчерпывают память.")
                    .mend("Remove nested aliases.", "Уберите вложенные ссылки."),
            ClusterRule.error(ReaderCodes.ANCHOR, "An alias has no anchor", "Ссылка без якоря")
                    .because(
                            "'*name' repeats what stands at '&name' above it; nothing stands there, or the alias "
                                    + "is inside of it.",
                            "«*имя» повторяет то, что стоит выше у «&имя»; там ничего нет, или ссылка стоит "
                                    + "внутри него.")
                    .mend("Define the anchor above its first use.", "Определите якорь выше первого использования.")
                    .example("x-small: &small {memory: 2GB, cpus: 2}\nnodes:\n"
                            + "  - {name: etcd1, address: 10.0.0.21, roles: [etcd], resources: *small}"),
            ClusterRule.error(ReaderCodes.MERGE, "A merge key has no mapping", "Ключ слияния без набора ключей")
                    .because(
                            "'<<' takes the keys of a mapping, or of a list of mappings; a word or a number has none.",
                            "«<<» берёт ключи набора или списка наборов; у слова и числа ключей нет.")
                    .mend("Let the alias name a mapping.", "Ссылка должна указывать на набор ключей.")
                    .example("x-node: &node {roles: [etcd]}\nnodes:\n  - {<<: *node, name: etcd1, address: 10.0.0.21}"),
            ClusterRule.error(ReaderCodes.TAG, "A tag stands before a value", "Перед значением стоит тег")
                    .because(
                            "Types follow from the keys; a tag such as '!!int' or '!secret' has no meaning here.",
                            "Типы следуют из ключей; тег вроде «!!int» или «!secret» здесь ничего не значит.")
                    .mend("Remove the tag.", "Уберите тег."),
            ClusterRule.error(ReaderCodes.KEY, "A key is not a word", "Ключ — не слово")
                    .because(
                            "A list, a mapping or nothing stands where a key should be.",
                            "На месте ключа стоит список, набор ключей или ничего.")
                    .mend("Write 'key: value'.", "Напишите «ключ: значение»."),
            ClusterRule.error(ReaderCodes.UNKNOWN_KEY, "Unknown key", "Неизвестный ключ")
                    .because(
                            "A key that is silently skipped is a setting that silently does not hold, as a "
                                    + "misspelt option of Patroni is.",
                            "Молча пропущенный ключ — это настройка, которая молча не действует, как опечатка в "
                                    + "параметре Patroni.")
                    .mend(
                            "Correct the name; keys for anchors of your own begin with 'x-' and stand at the top "
                                    + "level.",
                            "Исправьте имя; ключи для собственных якорей начинаются с «x-» и стоят на верхнем уровне.")
                    .example("postgresql:\n  distribution: postgrespro-1c\n  version: 17\n  port: 5433"),
            ClusterRule.error(ReaderCodes.DUPLICATE_KEY, "Duplicate key", "Повторный ключ")
                    .because(
                            "Programs differ in which of the two they take.",
                            "Какой из двух взять, разные программы решают по-разному.")
                    .mend("Keep one of them.", "Оставьте один из них."),
            ClusterRule.error(ReaderCodes.MISSING_KEY, "A mandatory key is missing", "Нет обязательного ключа")
                    .because("It has no sensible default.", "Разумного значения по умолчанию у него нет.")
                    .mend("Add the key.", "Добавьте ключ.")
                    .example("workload:\n  connections: 200"),
            ClusterRule.error(ReaderCodes.STRUCTURE, "The value has another structure", "Значение другого вида")
                    .because(
                            "A list, a section or a single value stands where another of them belongs, or "
                                    + "nothing at all.",
                            "Список, раздел или одиночное значение стоит не на своём месте, или значения нет вовсе.")
                    .mend(
                            "Write a value of the structure that the message names.",
                            "Напишите значение того вида, который назван в сообщении.")
                    .example("nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql]}"),
            ClusterRule.error(ReaderCodes.WORD, "Unknown word", "Неизвестное слово")
                    .because(
                            "The key takes one of a few words, in lower case.",
                            "Ключ принимает одно из нескольких слов, строчными буквами.")
                    .mend(
                            "Write one of the words that the message lists.",
                            "Напишите одно из слов, перечисленных в сообщении.")
                    .example("platform: {os: debian-13}"),
            ClusterRule.error(ReaderCodes.NUMBER, "Not a number, or not true or false", "Не число или не true/false")
                    .because(
                            "The key takes a whole decimal number, or true or false; yes, on and quoted numbers "
                                    + "are texts in YAML 1.2.",
                            "Ключ принимает целое десятичное число либо true или false; yes, on и числа в "
                                    + "кавычках в YAML 1.2 — текст.")
                    .mend(
                            "Write the number or the truth value without quotation marks.",
                            "Напишите число, true или false без кавычек.")
                    .example("workload:\n  connections: 200\n  databaseCopies: true"),
            ClusterRule.error(ReaderCodes.MALFORMED_NAME, "Malformed name", "Недопустимое имя")
                    .because(
                            "Names become names of hosts, certificates, directories and etcd members, and "
                                    + "database objects.",
                            "Имена становятся именами хостов, сертификатов, каталогов, членов etcd и объектов "
                                    + "базы данных.")
                    .mend(
                            "Names of clusters and nodes have lower-case Latin letters, digits and hyphens.",
                            "Имена кластера и узлов состоят из строчных латинских букв, цифр и дефисов.")
                    .example("name: zup"),
            ClusterRule.error(
                            ReaderCodes.MALFORMED_ADDRESS,
                            "Malformed address or network",
                            "Недопустимый адрес или сеть")
                    .because(
                            "Addresses stand in certificates and pg_hba.conf, which know neither names nor set "
                                    + "host bits.",
                            "Адреса попадают в сертификаты и pg_hba.conf, где нет места именам и ненулевым битам узла.")
                    .mend(
                            "Write a literal address, or a network with its prefix.",
                            "Напишите сам адрес или сеть с длиной префикса.")
                    .example("networks:\n  clients: [10.0.10.0/24]\n  administrators: [10.0.20.5/32]"),
            ClusterRule.error(ReaderCodes.MALFORMED_SIZE, "Malformed size", "Недопустимый размер")
                    .because(
                            "A number alone would be bytes to one reader and megabytes to another.",
                            "Число без единицы один прочтёт как байты, другой — как мегабайты.")
                    .mend(
                            "Write a number and kB, MB, GB or TB (powers of 1024).",
                            "Напишите число и kB, MB, GB или TB (степени 1024).")
                    .example("resources: {memory: 16GB, cpus: 6}"),
            ClusterRule.error(ReaderCodes.MALFORMED_DURATION, "Malformed duration", "Недопустимая длительность")
                    .because(
                            "A number alone has no unit, and 'm' is a minute to one and a month to another.",
                            "У числа без единицы нет смысла, а «m» для одного минута, для другого месяц.")
                    .mend("Write a whole number and ms, s, min, h or d.", "Напишите целое число и ms, s, min, h или d.")
                    .example("objectives: {rto: 60s}"),
            ClusterRule.error(ReaderCodes.MALFORMED_VERSION, "Malformed version", "Недопустимая версия")
                    .because(
                            "Versions decide which parameters may be written.",
                            "От версии зависит, какие параметры можно записать.")
                    .mend(
                            "Write 17 for PostgreSQL, 3.3 or 3.3.2 for other programs.",
                            "Напишите 17 для PostgreSQL, 3.3 или 3.3.2 для остальных программ.")
                    .example("etcd: {version: \"3.5\"}"),
            ClusterRule.error(ReaderCodes.UNUSABLE_TEXT, "Unusable text", "Непригодный текст")
                    .because(
                            "The value stands in configuration files; a line feed would begin a new line there.",
                            "Значение попадает в файлы конфигурации; перевод строки начал бы там новую строку.")
                    .mend(
                            "Write one line without control characters.",
                            "Напишите одну строку без управляющих символов.")
                    .readsEach(
                            "namespace",
                            "nodes[*].zone",
                            "postgresql.locale",
                            "postgresql.superuser",
                            "postgresql.parameters")
                    .check(ReaderRules::texts),
            ClusterRule.error(
                            ReaderCodes.OWN_RULES,
                            "Rules of your own cannot be loaded",
                            "Собственные правила не загружаются")
                    .because(
                            "A class that brings rules fails, or a set has the name of another one. The preset that"
                                    + " the specification means may be missing.",
                            "Класс с правилами не загружается, или имя набора занято. Набора, который назван в "
                                    + "описании, может не быть.")
                    .mend(
                            "Correct the class that the message names, or remove its jar from the class path.",
                            "Исправьте класс, названный в сообщении, или уберите его jar из class path.")
                    .example("workload: {connections: 200, preset: balanced}"));

    private ReaderRules() {}

    /** Checks texts of a cluster that is described in Java as the reader checks those of a file. */
    private static void texts(Cluster cluster, RuleFindings findings) {
        text("namespace", cluster.namespace(), findings);
        text("postgresql.locale", cluster.postgresql().locale(), findings);
        text("postgresql.superuser", cluster.postgresql().superuser(), findings);
        NodeRules.each(cluster, (path, node) -> {
            if (node.host() != null) {
                text(path + ".host", node.host(), findings);
            }
            if (node.zone() != null) {
                text(path + ".zone", node.zone(), findings);
            }
        });
        cluster.postgresql().parameters().forEach((name, value) -> {
            if (findings.known("postgresql.parameters") && (control(name) || control(value))) {
                findings.report(
                        "postgresql.parameters",
                        "a name or value has a control character",
                        "в имени или значении есть управляющий символ");
            }
        });
    }

    private static void text(String path, String value, RuleFindings findings) {
        if (findings.known(path) && (value.isBlank() || control(value))) {
            findings.report(path, "empty, or has a control character", "пусто или есть управляющий символ");
        }
    }

    private static boolean control(String value) {
        return value.chars().anyMatch(Character::isISOControl);
    }
}
