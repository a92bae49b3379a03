package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;

/** The end of a cluster: what all components have in common. The components declare the steps. */
public final class DecommissionChapter {

    /** The node whose data go on. */
    public static final Text KEEPER =
            Text.of("On the leader, which keeps the data", "На лидере, у которого остаются данные");

    /** The nodes whose copies are not needed any more. */
    public static final Text OTHERS = Text.of("On each other PostgreSQL node", "На каждом другом узле PostgreSQL");

    /** What the installer brought to a node: a word and a path in each line. */
    private static final String INSTALLED = "/var/lib/pg1c/installed";

    private DecommissionChapter() {}

    static void intro(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                        "The cluster ends, and its databases go on as a plain PostgreSQL on the node that leads when it ends,"
                                + " with the same settings, roles and passwords. Clients are cut off from the first command"
                                + " until they connect to that node itself. From then on nothing takes over when the host"
                                + " fails, and certificates are no longer renewed.",
                        "Кластер прекращает работу, а его базы остаются обычным PostgreSQL на узле, который в этот момент был"
                                + " лидером, с теми же настройками, ролями и паролями. Клиенты отключены с первой команды и до"
                                + " тех пор, пока не подключатся прямо к этому узлу. С этого момента при отказе узла его"
                                + " никто не заменит, а сертификаты больше не продлеваются."))
                .paragraph(Text.of(
                        "Make a backup and try it first. Keep the order: a leader that stops before its standbys hands"
                                + " its role over. The commands look first whether they run on the right node, and do nothing"
                                + " and fail on another one.",
                        "Сначала сделайте и проверьте резервную копию. Соблюдайте порядок: лидер, остановленный раньше"
                                + " реплик, передаст роль. Команды сначала проверяют, тот ли это узел; на другом они ничего не"
                                + " делают и завершаются с ошибкой."));
    }

    /** Files of the bundle and secrets, by the installer's own list. */
    static void files(DocumentContext context, Markdown page) {
        page.section(Text.of("Files and secrets", "Файлы и секреты"))
                .paragraph(Text.of(
                        "The installer has a list of what it brought: units, configuration, keys, passwords. Former "
                                + "files"
                                + " that it kept (`*.pg1c-backup`) and packages stay; on apt's systems `apt-mark "
                                + "unhold`"
                                + " lets packages be updated again. Settings of the kernel count until the next boot.",
                        "У установщика есть список принесённого: службы, конфигурация, ключи, пароли. Сохранённые им"
                                + " прежние файлы (`*.pg1c-backup`) и пакеты остаются; в системах с apt обновление "
                                + "пакетов"
                                + " снова разрешит `apt-mark unhold`. Параметры ядра действуют до перезагрузки."))
                .on(
                        Markdown.atEach(context.cluster().nodes()),
                        "grep -o '[^/]*\\.service$' " + INSTALLED + " | xargs -r systemctl disable --now",
                        "cut -d ' ' -f 2- " + INSTALLED + " | xargs -r -d '\\n' rm -f",
                        "rm -rf /var/lib/pg1c " + HostCommands.INBOX,
                        "systemctl daemon-reload");
    }
}
