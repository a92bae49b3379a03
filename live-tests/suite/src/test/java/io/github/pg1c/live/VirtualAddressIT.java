package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.derived.VirtualAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One address leads clients to a balancer that works, whatever happens to one of them. */
@ExtendWith(BootedCluster.class)
@Order(5)
class VirtualAddressIT {

    private static final String UNIT = "keepalived.service";

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration RETURN = Duration.ofMinutes(2);
    /** Longer than a node that preempts would wait, after its checks succeed. */
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    /** The hosts share two processors with those of other tests: adverts and checks are late now and then. */
    private static final int BUSY = 3;

    /** A check a second, the second failed one counts, and each may last a second. */
    private static final Duration CHECKS = Duration.ofSeconds(3);

    @AfterEach
    void everyBalancerWorks(LiveCluster live) {
        for (Host balancer : balancers(live)) {
            if (!balancer.isOn()) {
                balancer.boot();
            }
            live.units(balancer).forEach(unit -> unit.awaitActive(RETURN));
        }
        live.awaitHealthy(RETURN);
        Eventually.holds(SOON, () -> assertThat(holders(live)).hasSize(1));
    }

    @Test
    void clientsConnectToTheAddressAndVerifyIt(LiveCluster live) throws SQLException {
        assertThat(holders(live)).hasSize(1);
        try (Connection connection = live.infobase().connect(address(live), live.writePort())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void theAddressOutlivesTheHostThatHoldsIt(LiveCluster live) throws InterruptedException {
        // The first one has the highest priority: it is the one that would take the address back.
        Host holder = balancers(live).get(0);
        for (Host other : balancers(live)) {
            if (other != holder) {
                other.unit(UNIT).restart();
            }
        }
        Eventually.holds(SOON, () -> assertThat(holders(live)).containsExactly(holder));
        try (EntranceWatch entrance = watch(live)) {
            holder.losePower();
            assertMoved(live, holder, entrance, VirtualAddress.takeover(live.cluster()), "host lost");
        }
        Host present = holder(live);
        holder.boot();
        live.units(holder).forEach(unit -> unit.awaitActive(RETURN));
        TimeUnit.SECONDS.sleep(A_WHILE.toSeconds());
        assertThat(holders(live)).as("nobody takes it back").containsExactly(present);
    }

    @Test
    @Tag("newest")
    void theAddressLeavesAHostWithoutNetwork(LiveCluster live) {
        Host holder = holder(live);
        try (EntranceWatch entrance = watch(live);
                Fault cable = holder.pullCable()) {
            assertMoved(live, holder, entrance, VirtualAddress.takeover(live.cluster()), "cable pulled");
        }
    }

    @Test
    @Tag("newest")
    void theAddressLeavesABalancerThatHangs(LiveCluster live) {
        Host holder = holder(live);
        try (EntranceWatch entrance = watch(live);
                Fault frozen = holder.freeze("-x", "haproxy")) {
            assertMoved(live, holder, entrance, CHECKS.plus(VirtualAddress.skew(live.cluster())), "balancer hangs");
        }
    }

    @Test
    @Tag("newest")
    void theAddressLeavesABalancerThatIsStopped(LiveCluster live) {
        Host holder = holder(live);
        try (EntranceWatch entrance = watch(live)) {
            holder.unit("haproxy.service").stop();
            assertMoved(live, holder, entrance, CHECKS.plus(VirtualAddress.skew(live.cluster())), "balancer stopped");
        } finally {
            holder.unit("haproxy.service").start();
        }
    }

    @Test
    @Tag("newest")
    void theAddressStaysWhereItIsWithoutEtcd(LiveCluster live) throws InterruptedException {
        Host holder = holder(live);
        List<Fault> cables = new ArrayList<>();
        try {
            live.nodes(NodeRole.ETCD).stream()
                    .skip(1)
                    .forEach(node -> cables.add(live.host(node).pullCable()));
            // By then a check that asks Patroni would have failed.
            TimeUnit.SECONDS.sleep(Timing.of(live.cluster()).ttl().plus(A_WHILE).toSeconds());
            assertThat(holders(live)).containsExactly(holder);
        } finally {
            cables.forEach(Fault::mend);
        }
    }

    @Test
    @Tag("newest")
    void aReloadTakesAnotherIntervalAndLeavesTheAddress(LiveCluster live) {
        Host holder = holder(live);
        live.generateWith(Map.of("access: {", "keepalived: {advertInterval: 1s}\n\naccess: {"));
        try {
            for (Host balancer : balancers(live)) {
                assertThat(live.install(balancer).orThrow()).contains("[reload:keepalived]");
                balancer.unit(UNIT).reload();
            }
            Eventually.holds(
                    SOON,
                    () -> assertThat(balancers(live))
                            .allSatisfy(
                                    balancer -> assertThat(interval(balancer)).startsWith("1")));
            assertThat(holders(live)).containsExactly(holder);
        } finally {
            live.generateAgain();
            for (Host balancer : balancers(live)) {
                live.install(balancer).orThrow();
                balancer.unit(UNIT).reload();
            }
        }
    }

    /** The interval of adverts in seconds, as the running process says. */
    private static String interval(Host balancer) {
        return balancer.shell(
                        "rm -f /tmp/keepalived.data && systemctl kill --kill-who=main --signal=\"$(keepalived --signum=DATA)\" "
                                + UNIT
                                + " && sleep 1 && sed -n 's/.*Advert interval = \\([0-9.]*\\) .*/\\1/p' /tmp/keepalived.data")
                .orThrow();
    }

    private static void assertMoved(
            LiveCluster live, Host former, EntranceWatch entrance, Duration bound, String what) {
        Eventually.holds(SOON, () -> assertThat(holders(live)).hasSize(1).doesNotContain(former));
        Eventually.holds(SOON, () -> {
            try (Connection connection = live.infobase().connect(address(live), live.writePort())) {
                assertThat(connection.isValid(1)).isTrue();
            }
        });
        Duration pause = entrance.longestPause();
        System.out.printf(
                "entrance, %s: away for %.1f s; by the model: %.1f s%n",
                what, pause.toMillis() / 1000.0, bound.toMillis() / 1000.0);
        assertThat(pause).isLessThan(bound.multipliedBy(BUSY));
    }

    private static EntranceWatch watch(LiveCluster live) {
        return EntranceWatch.watch(live.infobase().from(), address(live), live.writePort());
    }

    private static String address(LiveCluster live) {
        return live.cluster().access().addresses().get(0).toString();
    }

    private static List<Host> balancers(LiveCluster live) {
        return live.nodes(NodeRole.HAPROXY).stream().map(live::host).toList();
    }

    private static Host holder(LiveCluster live) {
        return Eventually.value(SOON, () -> {
            List<Host> holders = holders(live);
            assertThat(holders).hasSize(1);
            return holders.get(0);
        });
    }

    /** The running hosts that have the address on an interface. */
    private static List<Host> holders(LiveCluster live) {
        return balancers(live).stream()
                .filter(Host::isOn)
                .filter(host -> !host.run("ip", "-o", "address", "show", "to", address(live))
                        .orThrow()
                        .isBlank())
                .toList();
    }
}
