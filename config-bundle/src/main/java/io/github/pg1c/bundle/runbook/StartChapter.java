package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;

/** Notes for every step of the start; the components declare the steps. */
final class StartChapter {

    private StartChapter() {}

    static void write(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "Do not go on before you see what is expected. The first start creates the cluster; every later one "
                        + "(after a power "
                        + "failure) goes the same way and keeps the data.",
                "Не переходите к следующему шагу, пока не увидите ожидаемое. Первый запуск создаёт кластер; любой "
                        + "следующий (например, "
                        + "после отключения питания) идёт так же и данные не трогает."));
    }
}
