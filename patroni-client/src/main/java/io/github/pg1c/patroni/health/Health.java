package io.github.pg1c.patroni.health;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.MemberStatus;
import java.util.Optional;

/**
 * The answer to a health check.
 *
 * @param check the question
 * @param status the HTTP status: 200 for yes, 503 for no
 * @param explanation the reason in a few words, from the status of the member
 * @param member the status of the member, empty for checks without a body in the answer
 * @since 0.1
 */
public record Health(HealthCheck check, int status, Text explanation, Optional<MemberStatus> member) {
    /** True when the answer is yes. */
    public boolean isHealthy() {
        return status == 200;
    }
}
