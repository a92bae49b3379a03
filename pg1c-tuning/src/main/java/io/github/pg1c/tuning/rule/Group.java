package io.github.pg1c.tuning.rule;

import io.github.pg1c.base.words.Text;

/**
 * A titled section of parameters, in the order in which sections are written.
 *
 * @since 0.1
 */
public enum Group {
    CONNECTIONS("Connections", "Соединения"),
    MEMORY("Memory", "Память"),
    PLANNER("Planner", "Планировщик"),
    PARALLELISM("Parallel work", "Параллельное выполнение"),
    WAL("WAL and checkpoints", "WAL и контрольные точки"),
    REPLICATION("Replication", "Репликация"),
    AUTOVACUUM("Autovacuum and background writer", "Автоочистка и фоновая запись"),
    COMPATIBILITY("1C compatibility", "Совместимость с 1С"),
    TIMEOUTS("Timeouts", "Тайм-ауты"),
    LIBRARIES("Libraries", "Библиотеки"),
    LOGGING("Logging and statistics", "Журнал и статистика"),
    OTHER("Other", "Прочее");

    private final Text title;

    Group(String en, String ru) {
        this.title = Text.of(en, ru);
    }

    /** The section's title. */
    public Text title() {
        return title;
    }
}
