package io.github.pg1c.maven.diff;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.setting.Need;

/** The words for needs. */
final class NeedWords {

    private static final Text IN_ORDER = Text.of(", in order", ", по порядку");

    private NeedWords() {}

    static Text of(Need need) {
        if (need instanceof Need.Reload reload) {
            return Text.of("reload of " + reload.name(), "перечитывание настроек " + reload.name());
        }
        if (need instanceof Need.Restart restart) {
            return restart(restart);
        }
        if (need instanceof Need.Shared shared) {
            Text where = Text.of("shared configuration", "общая конфигурация");
            return shared.restart().map(then -> joined(where, restart(then))).orElse(where);
        }
        if (need instanceof Need.Initialisation) {
            return Text.of("only a new cluster gets it", "действует только в новом кластере");
        }
        if (need instanceof Need.Installation) {
            return Text.of("the installer applies it", "применяет установщик");
        }
        return need instanceof Need.Manual
                ? Text.of("by hand, see RUNBOOK.md", "вручную, см. RUNBOOK.md")
                : Text.of("nothing", "ничего");
    }

    private static Text restart(Need.Restart restart) {
        Text order = restart.standbyLimit() ? IN_ORDER : Text.of("", "");
        return Text.of("restart of " + restart.name() + order.en(), "перезапуск " + restart.name() + order.ru());
    }

    private static Text joined(Text one, Text other) {
        return Text.of(one.en() + ", then " + other.en(), one.ru() + ", затем " + other.ru());
    }
}
