package io.github.pg1c.live.history;

/**
 * A row that a client writes: one operation writes one row, and no two operations write the same one.
 *
 * @param client name of the client
 * @param id the client's number for the row
 * @since 0.1
 */
public record Row(String client, long id) {

    @Override
    public String toString() {
        return "row " + id + " of " + client;
    }
}
