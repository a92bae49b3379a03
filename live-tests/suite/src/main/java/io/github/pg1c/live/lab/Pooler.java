package io.github.pg1c.live.lab;

/**
 * A running PgBouncer, as it answers its own user.
 *
 * @param host where it runs
 * @param port its port
 * @since 0.1
 */
public record Pooler(Host host, int port) {

    /** The most clients that it lets in. */
    public int clients() {
        String answer = host.run(
                        "runuser",
                        "-u",
                        host.unit("pgbouncer.service").property("User"),
                        "--",
                        "psql",
                        "--no-password",
                        "-h",
                        "/run/pgbouncer",
                        "-p",
                        Integer.toString(port),
                        "-U",
                        "pgbouncer",
                        "-d",
                        "pgbouncer",
                        "-At",
                        "-c",
                        "SHOW CONFIG")
                .orThrow();
        return answer.lines()
                .map(line -> line.split("\\|"))
                .filter(fields -> fields[0].equals("max_client_conn"))
                .map(fields -> Integer.parseInt(fields[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(answer));
    }
}
