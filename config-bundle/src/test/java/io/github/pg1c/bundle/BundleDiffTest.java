package io.github.pg1c.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.part.Impact;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundleDiffTest {

    @Test
    void saysWhatChangesAndWhatEachNodeNeedsAtMost() {
        Manifest before = manifest(
                file("pg1", "/etc/same", "0644", "a", Impact.SWITCHOVER),
                file("pg1", "/etc/text", "0644", "a", Impact.RELOAD),
                file("pg1", "/etc/mode", "0644", "a", Impact.RESTART),
                file("pg2", "/etc/gone", "0644", "a", Impact.RELOAD),
                file("pg3", "/etc/same", "0644", "a", Impact.RESTART));
        Manifest after = manifest(
                file("pg1", "/etc/same", "0644", "a", Impact.SWITCHOVER),
                file("pg1", "/etc/text", "0644", "b", Impact.RELOAD),
                file("pg1", "/etc/mode", "0600", "a", Impact.RESTART),
                file("pg2", "/etc/new", "0644", "a", Impact.NONE),
                file("pg3", "/etc/same", "0644", "a", Impact.RESTART));

        BundleDiff diff = BundleDiff.between(before, after);

        assertThat(diff.changes())
                .extracting(change -> change.kind() + " " + change.path())
                .containsExactly(
                        "CHANGED nodes/pg1/rootfs/etc/mode",
                        "UNCHANGED nodes/pg1/rootfs/etc/same",
                        "CHANGED nodes/pg1/rootfs/etc/text",
                        "REMOVED nodes/pg2/rootfs/etc/gone",
                        "CREATED nodes/pg2/rootfs/etc/new",
                        "UNCHANGED nodes/pg3/rootfs/etc/same");
        assertThat(diff.impacts()).containsOnlyKeys("pg1", "pg2");
        assertThat(diff.impacts()).containsEntry("pg1", Impact.RESTART).containsEntry("pg2", Impact.RELOAD);
        assertThat(diff.isEmpty()).isFalse();
        assertThat(BundleDiff.between(after, after).isEmpty()).isTrue();
    }

    private static Manifest manifest(ManifestEntry... files) {
        return new Manifest("0.1", "spec", "zup", List.of(files));
    }

    private static ManifestEntry file(String node, String path, String mode, String hash, Impact impact) {
        return new ManifestEntry(
                "nodes/" + node + "/rootfs" + path, node, path, mode, "root", "root", hash.repeat(64), impact);
    }
}
