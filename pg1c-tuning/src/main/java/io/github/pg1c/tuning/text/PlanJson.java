package io.github.pg1c.tuning.text;

import io.github.pg1c.base.text.JsonText;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.check.PlanFinding;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.DiskBudget;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.PlannedSetting;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.Locale;

/**
 * A plan as JSON. Names of fields are stable: a later version adds some and neither renames nor removes any while
 * {@code format} stays 1. Sizes are whole bytes.
 */
final class PlanJson {

    private PlanJson() {}

    static String of(TuningPlan plan) {
        return JsonText.of(json -> json.put("format", 1)
                .put("input", (JsonText input) -> input(input, plan.input()))
                .list("parameters", plan.parameters(), PlanJson::parameter)
                .put("memory", (JsonText memory) -> memory(memory, plan.budget()))
                .list("disks", plan.disks(), PlanJson::disk)
                .list("settings", plan.settings(), PlanJson::setting)
                .put("huge_pages", plan.kernel().hugePages())
                .put("file_descriptors", plan.pool().fileDescriptors())
                .list(
                        "switched_off",
                        plan.switchedOff(),
                        (off, one) -> off.put("rule", one.ruleId())
                                .put("parameter", one.parameter())
                                .put("reason", one.reason()))
                .list("findings", Calculator.review(plan), PlanJson::finding));
    }

    private static void input(JsonText json, TuningInput input) {
        json.put("memory", input.memory().bytes())
                .put("cpus", input.cpus())
                .put("disk", input.disk().id())
                .put("connections", input.connections())
                .put("application", input.application().id())
                .put("database_size", input.databaseSize().bytes())
                .put("major", input.major().number())
                .put("distribution", input.distribution().id())
                .put("lz4", input.lz4())
                .put("preset", input.preset().id())
                .put("standbys", input.standbys())
                .put("synchronous", input.synchronous())
                .put("database_copies", input.databaseCopies())
                .put("shared_with_1c_server", input.sharedWith1cServer())
                .put("wal_disk", input.walDisk().bytes())
                .put("wal_place", input.walPlace().id())
                .put("pooling", input.pooling().id());
        input.container()
                .ifPresent(limits -> json.put(
                        "container",
                        (JsonText container) ->
                                container.put("memory", limits.memory().bytes()).put("cpus", limits.cpus())));
        json.put("overrides", (JsonText overrides) -> input.overrides().forEach(overrides::put));
    }

    private static void parameter(JsonText json, PlannedParameter one) {
        json.put("name", one.name())
                .put("value", one.value())
                .put("unit", one.unit())
                .put("scope", word(one.scope()))
                .put("change", word(one.change()))
                .put("order", word(one.order()))
                .put("rule", one.ruleId())
                .put("group", word(one.group()))
                .put("formula", one.formula())
                .put("reason", one.reason())
                .put("source", one.source().code())
                .put("confidence", word(one.confidence()));
    }

    private static void memory(JsonText json, MemoryBudget budget) {
        json.put("limit", budget.limit().bytes())
                .put("typical", budget.typical().bytes())
                .put("worst", budget.worst().bytes())
                .put("fits", budget.fits())
                .put("worst_fits", budget.worstFits())
                .put("model", MemoryBudget.model())
                .list(
                        "items",
                        budget.items(),
                        (item, one) -> item.put("id", one.id())
                                .put("title", one.title())
                                .put("formula", one.formula())
                                .put("typical", one.typical().bytes())
                                .put("worst", one.worst().bytes()));
    }

    private static void disk(JsonText json, DiskBudget budget) {
        json.put("name", budget.name());
        budget.size().ifPresent(size -> json.put("size", size.bytes()));
        json.put("needed", budget.needed().bytes())
                .put("headroom", budget.headroom().bytes())
                .put("fits", budget.fits())
                .put("headroom_fits", budget.headroomFits())
                .list(
                        "items",
                        budget.items(),
                        (item, one) -> item.put("id", one.id())
                                .put("title", one.title())
                                .put("formula", one.formula())
                                .put("size", one.size().bytes())
                                .put("limited", one.limited()));
    }

    private static void setting(JsonText json, PlannedSetting one) {
        json.put("area", word(one.area()))
                .put("name", one.name())
                .put("value", one.value())
                .put("unit", one.unit())
                .put("change", word(one.change()))
                .put("rule", one.ruleId())
                .put("formula", one.formula())
                .put("reason", one.reason())
                .put("source", one.source().code())
                .put("confidence", word(one.confidence()));
    }

    private static void finding(JsonText json, PlanFinding one) {
        json.put("code", one.code())
                .put("severity", word(one.severity()))
                .put("subject", one.subject())
                .put("message", one.message())
                .put("remedy", one.remedy());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
