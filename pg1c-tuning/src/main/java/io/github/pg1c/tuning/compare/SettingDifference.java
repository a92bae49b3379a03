package io.github.pg1c.tuning.compare;

import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.plan.PlannedSetting;
import java.util.Optional;

/**
 * One setting of the pooler, the kernel or a unit that two plans differ in.
 *
 * @param area what it belongs to
 * @param name as it is written there
 * @param before nothing when it was not set
 * @param after nothing when it is no longer set
 * @param change what it needs to take effect
 * @since 0.1
 */
public record SettingDifference(
        PlannedSetting.Area area, String name, Optional<String> before, Optional<String> after, Activation change) {}
