package io.github.pg1c.live.lab;

import java.time.Duration;

/**
 * A systemd unit of a test host.
 *
 * @param host where it is
 * @param name such as {@code patroni.service}
 * @since 0.1
 */
public record Unit(Host host, String name) {

    /** Starts the unit and waits until it is active, which for a notifying one is when it said so itself. */
    public Unit start() {
        return systemctl("start");
    }

    /** Asks for a start and returns at once. */
    public Unit startSoon() {
        systemctl("start", "--no-block");
        return this;
    }

    /** Lets the unit start at boot, and starts it. */
    public Unit enableNow() {
        return systemctl("enable", "--now", "--quiet");
    }

    /** Stops the unit in the way it says, and waits until that is over. */
    public Unit stop() {
        return systemctl("stop");
    }

    /** Stops and starts the unit. */
    public Unit restart() {
        return systemctl("restart");
    }

    /** Runs the unit's reload commands and waits for their end. */
    public Unit reload() {
        return systemctl("reload");
    }

    /** Forgets the failures so far, which also lets a unit start that has started too often. */
    public Unit resetFailed() {
        return systemctl("reset-failed");
    }

    /** Lets every start of the unit fail; it is started when the fault is mended. */
    public Fault neverStarts() {
        String file = "/run/systemd/system/" + name + ".d/never.conf";
        host.shell("mkdir -p $(dirname " + file + ") && printf '[Service]\\nExecStartPre=/bin/false\\n' > " + file
                        + " && systemctl daemon-reload")
                .orThrow();
        return Fault.mendedBy(() -> {
            host.shell("rm " + file + " && systemctl daemon-reload").orThrow();
            resetFailed().start();
        });
    }

    private Unit systemctl(String verb, String... options) {
        String command = "systemctl " + verb + " " + String.join(" ", options) + " " + name;
        Output output = host.shell(command);
        if (!output.succeeded()) {
            throw new IllegalStateException(command + " on " + host + ":\n" + output.text() + whatHappened());
        }
        return this;
    }

    /** Whether systemd calls the unit active. */
    public boolean isActive() {
        return state().equals("active");
    }

    /** What systemd calls the unit: {@code active}, {@code activating}, {@code inactive}, {@code failed}, … */
    public String state() {
        return property("ActiveState");
    }

    /**
     * Waits until the unit is active by itself.
     *
     * @throws AssertionError with its state and the end of its journal, when it is not in time
     */
    public Unit awaitActive(Duration within) {
        try {
            Eventually.holds(within, () -> {
                if (!isActive()) {
                    throw new IllegalStateException(this + " is " + state());
                }
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + whatHappened(), e);
        }
        return this;
    }

    /** A property of the unit as {@code systemctl show} prints its value. */
    public String property(String property) {
        return host.run("systemctl", "show", "--property=" + property, "--value", name)
                .orThrow();
    }

    /** The unit's state and the end of its journal, for the message of a failure. */
    public String whatHappened() {
        return host.shell("systemctl status --no-pager --lines=40 --full " + name + " 2>&1")
                .text();
    }

    @Override
    public String toString() {
        return name + " on " + host;
    }
}
