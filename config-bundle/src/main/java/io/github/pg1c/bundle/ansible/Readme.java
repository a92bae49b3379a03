package io.github.pg1c.bundle.ansible;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.text.Markdown;
import java.util.List;

/** {@code ansible/README.md}: how to run the playbook, and its limits. */
public final class Readme {

    /** Hosts that Ansible works on at the same time unless told otherwise. */
    private static final int FORKS = 5;

    private Readme() {}

    public static String render(DocumentContext context, Entries entries) {
        String name = context.cluster().name().toString();
        Markdown page = new Markdown(context.language());
        page.title(page.say(Text.of("Ansible for the cluster " + name, "Ansible для кластера " + name)));
        page.paragraph(Text.of(
                "Needs ansible-core 2.14 or later, SSH to the nodes with Python 3, root there (directly or by sudo), tar and "
                        + "base64 on both sides. No collections are needed.",
                "Нужны ansible-core 2.14 или новее, SSH до узлов с Python 3 и права root на них (напрямую или через "
                        + "sudo), tar и base64 с обеих сторон. Коллекции не нужны."));
        int nodes = context.cluster().nodes().size();
        String run = "ansible-playbook -i inventory.yml site.yml -u root"
                + (nodes > FORKS ? " --forks " + nodes : "")
                + " -e pg1c_secrets=/path/to/.pg1c/" + name;
        page.on(Text.of("In this directory", "В этом каталоге"), run + " --syntax-check", run);
        page.bullets(notes(entries));
        return page.toString();
    }

    private static List<Text> notes(Entries entries) {
        return entries.and(
                        Entry.of(
                                Listing.PLAYBOOK,
                                10,
                                Text.of(
                                        "Bare hosts are prepared first: users, packages, locales, time. They take the packages from"
                                                + " their repositories (see ../RUNBOOK.md), or without a network from a directory"
                                                + " on this machine: `-e " + PrepareTasks.PACKAGES
                                                + "=/path/to/packages`.",
                                        "Сначала готовятся чистые хосты: пользователи, пакеты, локали, время. Пакеты берутся из"
                                                + " их репозиториев (см. ../RUNBOOK.md) или без сети из каталога на этой"
                                                + " машине: `-e " + PrepareTasks.PACKAGES + "=/путь/к/пакетам`.")),
                        Entry.of(
                                Listing.PLAYBOOK,
                                20,
                                Text.of(
                                        "Every node gets its own files and its own secrets; the copies for the "
                                                + "transport are removed, the secrets are not logged.",
                                        "Каждый узел получает свои файлы и свои секреты; копии для доставки удаляются, "
                                                + "секреты в журнал не попадают.")),
                        Entry.of(
                                Listing.PLAYBOOK,
                                40,
                                Text.of(
                                        "Only what changed is reloaded or restarted. What is not done yet stands in "
                                                + Markdown.code(Task.PENDING)
                                                + " of the node and is done by the next run.",
                                        "Перечитывается и перезапускается только изменённое. Невыполненное остаётся в "
                                                + Markdown.code(Task.PENDING) + " на узле до следующего запуска.")),
                        Entry.of(
                                Listing.PLAYBOOK,
                                50,
                                Text.of(
                                        "`-e pg1c_restart=false` reloads but restarts nothing; run again without it in "
                                                + "an agreed window.",
                                        "`-e pg1c_restart=false` — перечитать, но ничего не перезапускать; в "
                                                + "согласованное окно запустите без него.")),
                        Entry.of(
                                Listing.PLAYBOOK,
                                60,
                                Text.of(
                                        "A new standby may copy data for an hour: `-e pg1c_wait_retries=2160` waits "
                                                + "six.",
                                        "Новая реплика копирует данные не дольше часа: `-e pg1c_wait_retries=2160` — "
                                                + "ждать шесть часов.")),
                        Entry.of(
                                Listing.PLAYBOOK,
                                70,
                                Text.of(
                                        "A database that this cluster did not make is refused; `-e "
                                                + InstallTasks.ADOPT + "=true` takes it over.",
                                        "База, которую создал не этот кластер, — причина отказа; `-e "
                                                + InstallTasks.ADOPT + "=true` — взять её в кластер.")))
                .items(Listing.PLAYBOOK);
    }
}
