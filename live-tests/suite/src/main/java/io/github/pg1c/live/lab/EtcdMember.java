package io.github.pg1c.live.lab;

/**
 * A running member of etcd, by its own metrics.
 *
 * @param host where it runs
 * @since 0.1
 */
public record EtcdMember(Host host) {

    private static final String METRICS =
            "exec 3<>/dev/tcp/127.0.0.1/2381 && printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3 && cat <&3";

    /** The largest database that it allows, in bytes. */
    public long quota() {
        String answer = host.run("bash", "-c", METRICS).orThrow();
        return answer.lines()
                .filter(line -> line.startsWith("etcd_server_quota_backend_bytes "))
                .map(line -> (long) Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(answer));
    }
}
