package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import java.util.Arrays;

/** {@code RUNBOOK.md}: what an administrator needs at three in the morning. */
public final class Runbook {

    private Runbook() {}

    public static String render(DocumentContext context) {
        Markdown page = new Markdown(context.language());
        String name = context.cluster().name().toString();
        page.title(page.say(Text.of("Runbook of the cluster " + name, "Регламент кластера " + name)));
        page.paragraph(Text.of(
                "Written by pg1c from the specification: every address, port and path below is that of this cluster. "
                        + "Commands for a node run there as root. Paths without a leading slash start in the directory of "
                        + "this file; `$PG1C_SECRETS` is the cluster's secrets store (by default "
                        + Markdown.code(".pg1c/" + name)
                        + " in the infrastructure repository, never in git).",
                "Создано pg1c по описанию кластера: все адреса, порты и пути ниже — именно этого кластера. "
                        + "Команды для узла выполняются на нём от root. Пути без начальной косой черты отсчитываются от каталога "
                        + "этого файла; `$PG1C_SECRETS` — хранилище секретов кластера (по умолчанию "
                        + Markdown.code(".pg1c/" + name)
                        + " в репозитории инфраструктуры; в git его нет)."));
        page.bullets(Arrays.stream(Topic.values()).map(Topic::link).toList());
        for (Topic topic : Topic.values()) {
            topic.write(context, page);
        }
        return page.toString();
    }
}
