package io.github.pg1c.tuning.calculation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.plan.KernelSetting;
import io.github.pg1c.tuning.plan.KernelSettings;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.rule.RuleSource;
import io.github.pg1c.tuning.rule.RuleSources;
import java.util.ArrayList;
import java.util.List;

/**
 * Derives the kernel's settings.
 *
 * @see <a href="https://www.postgresql.org/docs/current/kernel-resources.html">PostgreSQL: managing kernel
 *     resources</a>
 */
public final class KernelRules {

    private static final MemorySize STRICT_FROM = MemorySize.ofGigabytes(4);
    private static final MemorySize HUGE_PAGE = MemorySize.ofMegabytes(2);

    private KernelRules() {}

    public static KernelSettings settings(Sizing figures, MemoryBudget budget) {
        int hugePages = SharedMemory.hugePages(figures);
        List<KernelSetting> settings = new ArrayList<>();
        settings.add(setting(
                "vm.swappiness",
                "1",
                RuleSources.AUTOBASE,
                "A swapped-out backend answers too late; swap is the last resort.",
                "Вытесненный процесс отвечает слишком поздно; подкачка — крайняя мера."));
        settings.addAll(overcommit(figures, budget, hugePages));
        if (hugePages > 0) {
            MemorySize total = SharedMemory.total(figures);
            settings.add(calculated(
                    "vm.nr_hugepages",
                    Integer.toString(hugePages),
                    "",
                    Text.same("⌈" + total.megabytes() + "MB × 1.02 / 2MB⌉ = " + hugePages),
                    "Shared memory of " + total.megabytes()
                            + " MB and 2 % in pages of 2 MB: hundreds of backends then need no page tables of their own.",
                    "Разделяемая память " + total.megabytes()
                            + " МБ и 2 % в страницах по 2 МБ: сотням процессов не нужны собственные таблицы страниц."));
        }
        settings.addAll(writeback(figures.input().disk()));
        settings.add(minimumFree(figures.input().memory()));
        settings.add(setting(
                "vm.zone_reclaim_mode",
                "0",
                RuleSources.AUTOBASE,
                "Page cache of another NUMA node is faster than reading the disk.",
                "Страничный кеш соседнего узла NUMA быстрее чтения с диска."));
        settings.add(setting(
                "kernel.numa_balancing",
                "0",
                RuleSources.AUTOBASE,
                "Shared buffers belong to all processors; moving their pages only costs time.",
                "Общие буферы нужны всем процессорам; перенос страниц только отнимает время."));
        settings.addAll(keepalive());
        return new KernelSettings(settings, hugePages, true);
    }

    private static List<KernelSetting> overcommit(Sizing figures, MemoryBudget budget, int hugePages) {
        MemorySize memory = figures.input().memory();
        boolean ofTheHost = figures.input().container().isPresent();
        if (ofTheHost || figures.input().sharedWith1cServer() || memory.compareTo(STRICT_FROM) < 0 || !budget.fits()) {
            return List.of(setting(
                    "vm.overcommit_memory",
                    "0",
                    RuleSources.PG1C,
                    "Strict accounting is only for a dedicated node with 4GB and more: other programs reserve what"
                            + " they never use.",
                    "Строгий учёт годится только для выделенного узла от 4GB: другие программы резервируют то, чем"
                            + " не пользуются."));
        }
        MemorySize ordinary = memory.minus(HUGE_PAGE.times((long) hugePages));
        MemorySize kernel = MemorySize.ofMegabytes(256).plus(memory.dividedBy(20));
        long ratio = Math.min(95, Math.max(50, 100 * ordinary.minus(kernel).bytes() / ordinary.bytes()));
        return List.of(
                setting(
                        "vm.overcommit_memory",
                        "2",
                        RuleSources.POSTGRESQL,
                        "A query that asks for too much gets an error; without this the kernel would kill a backend and"
                                + " all sessions with it.",
                        "Запрос, которому не хватило памяти, получит ошибку; иначе ядро убьёт процесс, а с ним"
                                + " оборвутся все сеансы."),
                calculated(
                        "vm.overcommit_ratio",
                        Long.toString(ratio),
                        "%",
                        Text.same("(" + ordinary.megabytes() + "MB - " + kernel.megabytes() + "MB) / "
                                + ordinary.megabytes() + "MB = " + ratio),
                        "(" + ordinary.megabytes() + " - " + kernel.megabytes() + ") / " + ordinary.megabytes()
                                + " MB = " + ratio
                                + " %: memory without huge pages, less what the kernel and its cache keep.",
                        "(" + ordinary.megabytes() + " - " + kernel.megabytes() + ") / " + ordinary.megabytes()
                                + " МБ = " + ratio
                                + " %: память без больших страниц за вычетом доли ядра и его кеша."));
    }

    private static List<KernelSetting> writeback(DiskClass disk) {
        long background = switch (disk) {
            case HDD -> 32;
            case SSD, SAN -> 64;
            case NVME -> 256;
        };
        long limit = disk == DiskClass.NVME ? 1024 : background * 8;
        return List.of(
                calculated(
                        "vm.dirty_background_bytes",
                        Long.toString(MemorySize.ofMegabytes(background).bytes()),
                        "B",
                        Text.of(
                                "disk " + disk.id() + ": " + background + "MB",
                                "диск " + disk.id() + ": " + background + "MB"),
                        background
                                + " MB: the kernel starts to write early, so that a checkpoint's sync finds little left.",
                        background
                                + " МБ: ядро начинает запись рано, и синхронизации контрольной точки остаётся мало."),
                calculated(
                        "vm.dirty_bytes",
                        Long.toString(MemorySize.ofMegabytes(limit).bytes()),
                        "B",
                        Text.of("disk " + disk.id() + ": " + limit + "MB", "диск " + disk.id() + ": " + limit + "MB"),
                        limit + " MB: no more unwritten data than the disk takes in a moment.",
                        limit + " МБ: незаписанных данных не больше, чем диск примет за короткое время."));
    }

    private static KernelSetting minimumFree(MemorySize memory) {
        MemorySize free = memory.dividedBy(128).between(MemorySize.ofMegabytes(16), MemorySize.ofGigabytes(1));
        return calculated(
                "vm.min_free_kbytes",
                Long.toString(free.kilobytes()),
                "kB",
                Text.of(
                        "RAM / 128, within 16MB..1GB = " + free.kilobytes(),
                        "ОЗУ / 128, в пределах 16MB..1GB = " + free.kilobytes()),
                "RAM / 128 = " + free.megabytes() + " MB: allocation does not wait for the kernel to free pages.",
                "ОЗУ / 128 = " + free.megabytes() + " МБ: выделение памяти не ждёт, пока ядро освободит страницы.");
    }

    private static List<KernelSetting> keepalive() {
        String en = "A dead peer is noticed after 60 + 3 × 10 seconds.";
        String ru = "Исчезнувшая сторона обнаруживается через 60 + 3 × 10 секунд.";
        return List.of(
                keepalive("net.ipv4.tcp_keepalive_time", "60", "s", en, ru),
                keepalive("net.ipv4.tcp_keepalive_intvl", "10", "s", en, ru),
                keepalive("net.ipv4.tcp_keepalive_probes", "3", "", en, ru));
    }

    private static KernelSetting keepalive(String key, String value, String unit, String en, String ru) {
        return new KernelSetting(key, value, unit, Text.same(key + " = " + value), Text.of(en, ru), RuleSources.PIGSTY);
    }

    private static KernelSetting setting(String key, String value, RuleSource source, String en, String ru) {
        return new KernelSetting(key, value, "", Text.same(key + " = " + value), Text.of(en, ru), source);
    }

    private static KernelSetting calculated(String key, String value, String unit, Text formula, String en, String ru) {
        return new KernelSetting(key, value, unit, formula, Text.of(en, ru), RuleSources.PG1C);
    }
}
