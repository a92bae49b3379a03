package io.github.pg1c.bundle.component;

import io.github.pg1c.bundle.part.Directory;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import java.util.List;
import java.util.TreeSet;

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
     */
    public static LineText service(
            PlanContext context, String purpose, Need need, String description, String documentation) {
        return service(context, purpose, need, description, documentation, List.of());
    }

    /**
     * The same for a service that stops before others do, and starts after them.
     *
     * @param after the other units
     */
    public static LineText service(
            PlanContext context,
            String purpose,
            Need need,
            String description,
            String documentation,
            List<String> after) {
        return LineText.unit(context, purpose, need)
                .blank()
                .section("Unit")
                .set("Description", description)
                .set("Documentation", documentation)
                .set("Wants", "network-online.target")
                .set(
                        "After",
                        String.join(" ", "network-online.target remote-fs.target", String.join(" ", after))
                                .strip())
                .comment(context.say(
                        "However late the network, a disk or a name comes after a boot: systemd tries until it works.",
                        "Как бы поздно после загрузки ни появились сеть, диск или имена, systemd пробует, пока не"
                                + " получится."))
                .set("StartLimitIntervalSec", "0")
                .blank()
                .section("Service");
    }

    /**
     * A condition for the start of a service with data: what {@code /etc/fstab} mounts at the directories or above them
     * is mounted. On the empty directory below a disk that is late the service would begin anew. systemd tries again,
     * as it does not after {@code RequiresMountsFor}.
     *
     * @param directories absolute paths
     */
    public static void awaitDisks(PlanContext context, LineText unit, List<String> directories) {
        TreeSet<String> places = new TreeSet<>();
        for (String directory : directories) {
            for (String place = directory; place.length() > 1; place = Directory.parent(place)) {
                places.add(place);
            }
        }
        unit.comment(context.say(
                        "A disk of /etc/fstab that comes late is waited for: without it the directory would be empty.",
                        "Диска из /etc/fstab, который появляется поздно, служба ждёт: без него каталог был бы пуст."))
                .set(
                        "ExecStartPre",
                        "disks",
                        "/bin/sh -c 'for place in " + String.join(" ", places)
                                + "; do if findmnt --fstab --mountpoint \"$$place\" > /dev/null 2>&1 && ! mountpoint -q"
                                + " \"$$place\"; then echo \"not mounted: $$place\"; sleep 1; exit 1; fi; done'",
                        // What runs has its disks.
                        Need.INSTALLATION);
    }
}
