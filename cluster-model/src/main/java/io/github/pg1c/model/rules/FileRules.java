package io.github.pg1c.model.rules;

import io.github.pg1c.model.key.ReaderCodes;
import java.util.List;

/** Problems of a file before its keys are read; the reader finds them. */
final class FileRules {

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
                    .mend("Write 'key: value'.", "Напишите «ключ: значение»."));

    private FileRules() {}
}
