package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.calculation.PresetRule;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.List;

/** Rules for time limits: none that cuts off work of 1C. */
final class TimeoutRules {

    private static final Group GROUP = Group.TIMEOUTS;

    private TimeoutRules() {}

    static List<PresetRule> rules() {
        return List.of(
                PresetRule.fixed(
                        "statement_timeout",
                        GROUP,
                        RuleSources.PG1C,
                        "0",
                        "Month-end closing, restructuring and dumps run for hours in one statement.",
                        "Закрытие месяца, реструктуризация и выгрузка выполняются часами одним запросом."),
                PresetRule.fixed(
                        "lock_timeout",
                        GROUP,
                        RuleSources.JOURNAL,
                        "0",
                        "1C sets its own, 20 s, for each session.",
                        "1С задаёт своё значение, 20 с, в каждом сеансе."),
                PresetRule.fixed(
                        "idle_session_timeout",
                        GROUP,
                        RuleSources.PG1C,
                        "0",
                        "The 1C server keeps idle connections in its pool.",
                        "Сервер 1С держит простаивающие соединения в своём пуле."),
                PresetRule.fixed(
                                "transaction_timeout",
                                GROUP,
                                RuleSources.PG1C,
                                "0",
                                "Posting and closing of periods are long transactions.",
                                "Проведение и закрытие периодов — долгие транзакции.")
                        .since(17),
                PresetRule.fixed(
                        "idle_in_transaction_session_timeout",
                        GROUP,
                        RuleSources.PG1C,
                        "0",
                        "The 1C server computes between statements of one transaction.",
                        "Сервер 1С выполняет расчёты между запросами одной транзакции."),
                PresetRule.fixed(
                        "deadlock_timeout",
                        GROUP,
                        RuleSources.POSTGRESQL,
                        "1s",
                        "Looked for only after a second of waiting: most waits are shorter.",
                        "Поиск начинается лишь через секунду ожидания: чаще ожидания короче."));
    }
}
