package io.github.pg1c.bundle.component;

import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;

/** What the units of all components have in common. */
public final class Units {

    private Units() {}

    /**
     * The beginning of a unit, up to its section {@code Service}. There is no limit of starts: systemd's default would
     * leave the unit dead after a boot in which the network, a disk or a name came late.
     *
     * @param purpose comment at the top
     * @param need the need of every setting that names no other
     * @param description what {@code systemctl status} shows
     * @param documentation address of the program's documentation
     * @param after other units that start before this one
     */
    public static LineText service(
            PlanContext context, String purpose, Need need, String description, String documentation, String... after) {
        return LineText.unit(context, purpose, need)
                .blank()
                .section("Unit")
                .set("Description", description)
                .set("Documentation", documentation)
                .set("Wants", "network-online.target")
                .set(
                        "After",
                        String.join(" ", "network-online.target", String.join(" ", after))
                                .strip())
                .comment(context.say(
                        "However late the network, a disk or a name comes after a boot: systemd tries until it works.",
                        "Как бы поздно после загрузки ни появились сеть, диск или имена, systemd пробует, пока не"
                                + " получится."))
                .set("StartLimitIntervalSec", "0")
                .blank()
                .section("Service");
    }
}
