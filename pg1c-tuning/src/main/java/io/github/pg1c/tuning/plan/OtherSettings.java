package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.input.PoolMode;
import io.github.pg1c.tuning.plan.PlannedSetting.Area;
import io.github.pg1c.tuning.rule.RuleSource;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.ArrayList;
import java.util.List;

/** The settings of the pooler, the kernel and the units in one shape. */
final class OtherSettings {

    private static final String DEFAULT_CONNECTIONS = "100";
    private static final String DEFAULT_FILES = "1000";

    private OtherSettings() {}

    static List<PlannedSetting> of(TuningPlan plan) {
        List<PlannedSetting> settings = new ArrayList<>();
        if (plan.input().pooling() != PoolMode.OFF) {
            pool(plan, settings);
        }
        for (KernelSetting setting : plan.kernel().sysctl()) {
            settings.add(new PlannedSetting(
                    Area.KERNEL,
                    setting.key(),
                    setting.value(),
                    setting.unit(),
                    // A server takes huge pages only at its start.
                    setting.key().equals("vm.nr_hugepages") ? Activation.RESTART : Activation.RELOAD,
                    setting.ruleId(),
                    setting.formula(),
                    setting.reason(),
                    setting.source()));
        }
        if (plan.kernel().transparentHugePagesNever()) {
            settings.add(new PlannedSetting(
                    Area.KERNEL,
                    "transparent_hugepage",
                    "never",
                    "",
                    Activation.RESTART,
                    "kernel.transparent_hugepage",
                    Text.same("transparent_hugepage = never"),
                    Text.of(
                            "Gathering small pages into large ones stops backends at unpredictable moments.",
                            "Сборка мелких страниц в большие останавливает процессы в непредсказуемые моменты."),
                    RuleSources.PIGSTY));
        }
        settings.add(descriptors(plan));
        return settings;
    }

    private static void pool(TuningPlan plan, List<PlannedSetting> settings) {
        PoolLimits limits = plan.pool();
        PoolMode mode = plan.input().pooling();
        int connections = plan.input().connections();
        int most =
                (int) ParameterCatalogue.of(plan.input().major(), plan.input().distribution())
                        .find("max_connections")
                        .orElseThrow()
                        .number(plan.value("max_connections").orElse(DEFAULT_CONNECTIONS))
                        .orElseThrow();
        settings.add(pool(
                "pool_mode",
                mode.id(),
                Text.same("pool_mode = " + mode.id()),
                mode == PoolMode.SESSION
                        ? Text.of(
                                "Parameters and temporary tables of a session, such as 1C's, last as long as the session.",
                                "Параметры и временные таблицы сеанса, например 1С, действуют до его конца.")
                        : Text.of(
                                "A connection to the server serves other clients within a session: none may rely on "
                                        + "parameters and temporary tables of a session.",
                                "Соединение с сервером посреди сеанса обслуживает других клиентов: на параметры и "
                                        + "временные таблицы сеанса полагаться нельзя."),
                RuleSources.PGBOUNCER));
        settings.add(pool(
                "max_client_conn",
                Integer.toString(limits.maxClientConnections()),
                Text.same(connections + " + max(20, " + connections + " / 10) = " + limits.maxClientConnections()),
                Text.of(
                        "Every connection of "
                                + plan.input().application().title().en() + " and room for administrators.",
                        "Каждое соединение "
                                + plan.input().application().of("", "").ru().strip() + " и запас для администраторов."),
                RuleSources.PG1C));
        settings.add(pool(
                "default_pool_size",
                Integer.toString(limits.poolSize()),
                Text.same("min(" + connections + ", " + limits.maxDbConnections() + ") = " + limits.poolSize()),
                limits.reason(),
                RuleSources.PGBOUNCER));
        settings.add(pool(
                "max_db_connections",
                Integer.toString(limits.maxDbConnections()),
                Text.of(
                        most + " - " + limits.reserved().en() + " = " + limits.maxDbConnections(),
                        most + " - " + limits.reserved().ru() + " = " + limits.maxDbConnections()),
                limits.reason(),
                RuleSources.PG1C));
        settings.add(pool(
                "server_reset_query",
                "DISCARD ALL",
                Text.same("server_reset_query = DISCARD ALL"),
                mode == PoolMode.SESSION
                        ? Text.of(
                                "The next session finds neither temporary tables nor parameters of the one before.",
                                "Следующий сеанс не увидит ни временных таблиц, ни параметров предыдущего.")
                        : Text.of(
                                "Counts in session mode: in another mode PgBouncer does not send it.",
                                "Действует в режиме session: в другом режиме PgBouncer его не отправляет."),
                RuleSources.PGBOUNCER));
    }

    private static PlannedSetting pool(String name, String value, Text formula, Text reason, RuleSource source) {
        return new PlannedSetting(
                Area.POOL, name, value, "", Activation.RELOAD, "pool." + name, formula, reason, source);
    }

    private static PlannedSetting descriptors(TuningPlan plan) {
        int files = plan.pool().fileDescriptors();
        return new PlannedSetting(
                Area.UNIT,
                "LimitNOFILE",
                Integer.toString(files),
                "",
                Activation.RESTART,
                "unit.LimitNOFILE",
                Text.same(
                        "max(65536, max(" + plan.value("max_files_per_process").orElse(DEFAULT_FILES) + ", "
                                + plan.pool().maxClientConnections() + " + "
                                + plan.pool().maxDbConnections()
                                + ") + 1000) = " + files),
                Text.of(
                        "With fewer descriptors the server silently cuts max_files_per_process at its start.",
                        "При меньшем числе дескрипторов сервер молча урежет max_files_per_process при запуске."),
                RuleSources.PG1C);
    }
}
