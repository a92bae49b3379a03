package io.github.pg1c.live;

import io.github.pg1c.live.lab.Command;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.operation.Switchover;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A failure or an operation of the long runs, while clients write through the second balancer. */
enum Ordeal {
    LEADER_LOSES_POWER("the leader's host loses its power", true) {
        @Override
        Fault strike(LiveCluster live) {
            return powerLoss(leader(live));
        }
    },
    LEADER_LOSES_CABLE("the leader's cable is pulled", true) {
        @Override
        Fault strike(LiveCluster live) {
            return leader(live).pullCable();
        }
    },
    LEADER_IS_ISOLATED("the switch forwards nothing to and from the leader", true) {
        @Override
        Fault strike(LiveCluster live) {
            return leader(live).isolate();
        }
    },
    LEADER_REBOOTS("the leader's host is rebooted", false) {
        @Override
        Fault strike(LiveCluster live) {
            leader(live).reboot();
            return NOTHING;
        }
    },
    POSTGRESQL_IS_KILLED("the leader's PostgreSQL is killed", false) {
        @Override
        Fault strike(LiveCluster live) {
            leader(live).kill("-x", "postgres");
            return NOTHING;
        }
    },
    POSTGRESQL_IS_FROZEN("the leader's PostgreSQL does nothing any more", false) {
        @Override
        Fault strike(LiveCluster live) {
            return leader(live).freeze("-x", "postgres");
        }
    },
    PATRONI_IS_KILLED("the leader's Patroni is killed", false) {
        @Override
        Fault strike(LiveCluster live) {
            leader(live).kill("-f", LiveCluster.PATRONI);
            return NOTHING;
        }
    },
    PATRONI_IS_FROZEN("the leader's Patroni does nothing any more", true) {
        @Override
        Fault strike(LiveCluster live) {
            return leader(live).freeze("-f", LiveCluster.PATRONI);
        }
    },
    SWITCHOVER("the leader's role is handed over", false) {
        @Override
        Fault strike(LiveCluster live) {
            try (PatroniClient patroni = live.patroniOperator()) {
                patroni.switchover(Switchover.from(live.leader()).to(live.synchronousStandby()));
            }
            return NOTHING;
        }
    },
    SYNCHRONOUS_STANDBY_LOSES_POWER("the synchronous standby's host loses its power", false) {
        @Override
        Fault strike(LiveCluster live) {
            return powerLoss(live.host(live.synchronousStandby()));
        }
    },
    LEADER_AND_SYNCHRONOUS_STANDBY_LOSE_CABLES(
            "the cables of leader and synchronous standby are pulled for a minute", false) {
        @Override
        Fault strike(LiveCluster live) {
            Host standby = live.host(live.synchronousStandby());
            return forAMinute(List.of(leader(live).pullCable(), standby.pullCable()));
        }
    },
    LEADER_AND_ETCD_MEMBER_LOSE_POWER("the hosts of the leader and of a member of etcd lose their power", true) {
        @Override
        Fault strike(LiveCluster live) {
            return all(List.of(powerLoss(leader(live)), powerLoss(etcd(live).get(0))));
        }
    },
    ETCD_MEMBER_LOSES_POWER("the host of a member of etcd loses its power", false) {
        @Override
        Fault strike(LiveCluster live) {
            return powerLoss(etcd(live).get(1));
        }
    },
    ETCD_IS_FROZEN("all members of etcd do nothing for a minute", false) {
        @Override
        Fault strike(LiveCluster live) {
            return forAMinute(
                    etcd(live).stream().map(host -> host.freeze("-x", "etcd")).toList());
        }
    },
    LEADER_HAS_A_NARROW_LINE("the leader's line carries 256 kbit/s", false) {
        @Override
        Fault strike(LiveCluster live) {
            return leader(live).slowNetwork("256kbit", Duration.ofSeconds(1));
        }
    },
    POOLER_IS_KILLED("the leader's PgBouncer is killed", false) {
        @Override
        Fault strike(LiveCluster live) {
            leader(live).kill("-x", "pgbouncer");
            return NOTHING;
        }
    },
    ALL_LOSE_POWER("all hosts lose their power at once", false) {
        @Override
        Fault strike(LiveCluster live) {
            live.hosts().forEach(Host::losePower);
            live.hosts().forEach(Host::switchOn);
            live.hosts().forEach(Host::awaitBooted);
            return NOTHING;
        }
    },
    LOAD("nothing, for five minutes", false) {
        @Override
        Fault strike(LiveCluster live) {
            pause(Duration.ofMinutes(5));
            return NOTHING;
        }

        @Override
        Duration longest() {
            return Duration.ofMinutes(7);
        }
    };

    private static final Fault NOTHING = Fault.mendedBy(() -> {});
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String sentence;
    private final boolean bounded;

    Ordeal(String sentence, boolean bounded) {
        this.sentence = sentence;
        this.bounded = bounded;
    }

    /** Runs it; the result ends the faults that remain. */
    abstract Fault strike(LiveCluster live);

    /** Limit for the recovery of the cluster. */
    Duration longest() {
        return Duration.ofMinutes(3);
    }

    /** Its title in the report. */
    String sentence() {
        return sentence;
    }

    /** Whether the model's longest interruption applies to it. */
    boolean bounded() {
        return bounded;
    }

    /** Its id in the results. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Host leader(LiveCluster live) {
        return live.host(live.leader());
    }

    private static List<Host> etcd(LiveCluster live) {
        return live.nodes(NodeRole.ETCD).stream().map(live::host).toList();
    }

    private static Fault powerLoss(Host host) {
        host.losePower();
        return Fault.mendedBy(host::boot);
    }

    /** Ends the later fault first. */
    private static Fault all(List<Fault> faults) {
        List<Fault> backwards = new ArrayList<>(faults);
        Collections.reverse(backwards);
        return Fault.mendedBy(() -> backwards.forEach(Fault::mend));
    }

    private static Fault forAMinute(List<Fault> faults) {
        try {
            pause(MINUTE);
        } finally {
            faults.forEach(Fault::mend);
        }
        return NOTHING;
    }

    /** Waits as a part of the ordeal. */
    static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        }
    }
}
