package io.github.pg1c.tuning;

import java.util.List;

/** Rules for time limits: none that cuts off work of 1C. */
final class TimeoutRules {

    private static final Group GROUP = Group.TIMEOUTS;

    private TimeoutRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.fixed(
                        "statement_timeout",
                        GROUP,
                        Sources.PG1C,
                        "0",
                        "Month-end closing, restructuring and dumps run for hours in one statement.",
                        "Закрытие месяца, реструктуризация и выгрузка выполняются часами одним запросом."),
                Rule.fixed(
                        "lock_timeout",
                        GROUP,
                        Sources.JOURNAL,
                        "0",
                        "1C sets its own, 20 s, for each session.",
                        "1С задаёт своё значение, 20 с, в каждом сеансе."),
                Rule.fixed(
                        "idle_session_timeout",
                        GROUP,
                        Sources.PG1C,
                        "0",
                        "The 1C server keeps idle connections in its pool.",
                        "Сервер 1С держит простаивающие соединения в своём пуле."),
                Rule.fixed(
                                "transaction_timeout",
                                GROUP,
                                Sources.PG1C,
                                "0",
                                "Posting and closing of periods are long transactions.",
                                "Проведение и закрытие периодов — долгие транзакции.")
                        .since(17),
                Rule.fixed(
                        "idle_in_transaction_session_timeout",
                        GROUP,
                        Sources.PG1C,
                        "0",
                        "The 1C server computes between statements of one transaction.",
                        "Сервер 1С выполняет расчёты между запросами одной транзакции."),
                Rule.fixed(
                        "deadlock_timeout",
                        GROUP,
                        Sources.POSTGRESQL,
                        "1s",
                        "Looked for only after a second of waiting: most waits are shorter.",
                        "Поиск начинается лишь через секунду ожидания: чаще ожидания короче."));
    }
}
