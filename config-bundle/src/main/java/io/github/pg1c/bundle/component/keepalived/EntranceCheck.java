package io.github.pg1c.bundle.component.keepalived;

import io.github.pg1c.bundle.component.haproxy.HaproxyPaths;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;

/**
 * The script that asks the balancer of its node whether it works. It asks nobody else: whether somebody leads is the same
 * for every balancer, and no reason to give the address away.
 */
final class EntranceCheck {

    /** A frozen balancer takes the connection and does not answer. In seconds, less than the interval of the checks. */
    private static final String LIMIT = "0.8";

    private EntranceCheck() {}

    static RenderedFile file(PlanContext context) {
        return LineText.script(
                        context,
                        context.say(
                                "Whether HAProxy on this node works; keepalived asks every second.",
                                "Работает ли HAProxy на этом узле; keepalived спрашивает каждую секунду."),
                        Need.NOTHING)
                .line("exec curl -fs -o /dev/null --noproxy '*' --max-time " + LIMIT + " --unix-socket "
                        + HaproxyPaths.HEALTH + " http://localhost/")
                .program(KeepalivedPaths.CHECK);
    }
}
