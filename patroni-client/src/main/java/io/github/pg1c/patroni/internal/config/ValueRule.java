package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;

/** The values that a key may have, and what Patroni makes of others. */
interface ValueRule {
    /** The allowed values, for people: {@code an integer from 20, in seconds}. */
    Text allowed();

    /** Adds what is wrong with a value. */
    void check(Place place, JsonNode value);
}
