package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;

/** Failures that a new system is accepted by, each with the time to expect. Components add their own. */
final class DrillChapter {

    private DrillChapter() {}

    static void write(DocumentContext context, Markdown page) {
        page.paragraph(
                Text.of(
                        "Break the cluster before its users depend on it, and again after a change of hardware. One drill at a time, each"
                                + " on a cluster that the checks call healthy ("
                                + Topic.CHECKS.link().en()
                                + "). Let something write all the time and note the first and the last refusal: that is the time that"
                                + " users will notice. The bounds are computed for this cluster; a longer time is a fault to look into.",
                        "Ломайте кластер, пока от него не зависят пользователи, и снова после замены оборудования. По одной поломке за"
                                + " раз, каждую — на кластере, который прошёл проверки ("
                                + Topic.CHECKS.link().ru()
                                + "). Пусть всё это время что-то пишет: от первого отказа до последнего — столько заметят"
                                + " пользователи. Пределы рассчитаны для этого кластера; больше — неисправность, её надо искать."));
    }

    static void end(DocumentContext context, Markdown page) {
        page.section(Text.of("All power is lost", "Отключено всё питание"))
                .paragraph(Text.of(
                        "Cut the power of all hosts at once and switch them on. Nobody has to do anything: "
                                + Topic.START.link().en() + ".",
                        "Отключите питание всех узлов сразу и включите его. Делать ничего не надо: "
                                + Topic.START.link().ru() + "."));
    }
}
