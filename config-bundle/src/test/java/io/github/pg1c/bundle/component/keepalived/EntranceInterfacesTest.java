package io.github.pg1c.bundle.component.keepalived;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.RenderedNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program beside an {@code ip} whose host has two interfaces; the live tests run it with the real one. */
class EntranceInterfacesTest {

    @TempDir
    private Path directory;

    private Path run;

    @BeforeEach
    void aHostWithTwoNetworks() throws IOException {
        run = Files.createDirectory(directory.resolve("run"));
        Path program = Files.createDirectory(directory.resolve("bin")).resolve("ip");
        Files.writeString(program, """
                #!/bin/sh
                case "$*" in
                  '-o address show to 10.0.0.31')
                    echo '2: eth0    inet 10.0.0.31/24 brd 10.0.0.255 scope global eth0\\       valid_lft forever' ;;
                  *' route show match '*)
                    echo 'default via 10.0.0.1 dev eth0 proto static'
                    case $6 in
                      10.0.0.*) echo '10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.31' ;;
                      10.7.*)
                        echo '10.0.0.0/8 dev wide proto kernel scope link src 10.200.0.1'
                        echo '10.7.0.0/16 via 10.0.0.9 dev eth0'
                        echo '10.7.0.0/24 dev vlan7 proto kernel scope link src 10.7.0.31' ;;
                    esac ;;
                esac
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void findsTheInterfaceOfTheNodeAndOfEachAddress() throws Exception {
        assertThat(find("[10.0.0.40, 10.7.0.40]")).isEmpty();

        assertThat(run.resolve("interfaces.conf"))
                .content()
                .isEqualTo("$OWN=eth0\n$ENTRANCE1=eth0\n$ENTRANCE2=vlan7\n");
        assertThat(run.resolve("tracked-1.conf"))
                .content()
                .as("keepalived refuses to watch its own interface twice")
                .startsWith("#");
        assertThat(run.resolve("tracked-2.conf")).content().isEqualTo("track_interface {\n    vlan7\n}\n");
    }

    @Test
    void namesEachAddressThatNoNetworkOfTheHostHas() throws Exception {
        assertThat(find("[10.0.0.40, 172.16.0.40, 172.16.1.40]"))
                .containsExactly(
                        "access.addresses: no interface of this host has a network with this address: 172.16.0.40",
                        "access.addresses: no interface of this host has a network with this address: 172.16.1.40");
        assertThat(run).as("keepalived goes on with what it has").isEmptyDirectory();
    }

    @Test
    void writesNothingWhereTheInstallerAsks() throws Exception {
        assertThat(find("[10.0.0.40]", "/bundle/rootfs", "/secrets/rootfs", "first"))
                .isEmpty();
        assertThat(run).isEmptyDirectory();
    }

    private List<String> find(String addresses, String... arguments) throws Exception {
        Path script = directory.resolve("find");
        Files.writeString(
                script,
                RenderedNode.node("lb1", RenderedNode.BASE + "access: {addresses: " + addresses + "}\n")
                        .text(KeepalivedPaths.FIND_INTERFACES)
                        .replace("/run/keepalived", run.toString()));
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().merge("PATH", directory.resolve("bin").toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(said.isEmpty() ? 0 : 1);
        return Stream.of(said.split("\n")).filter(line -> !line.isEmpty()).toList();
    }
}
