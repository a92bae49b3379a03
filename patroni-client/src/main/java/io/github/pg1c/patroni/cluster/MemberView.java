package io.github.pg1c.patroni.cluster;

import io.github.pg1c.base.words.Text;
import java.net.URI;
import java.util.Optional;

/**
 * What came from one address when all were asked at the same time.
 *
 * @param endpoint the address of a REST API; empty for a member that publishes none that can be used
 * @param name the member, if it is known
 * @param status what it says about itself
 * @param cluster how it sees the cluster
 * @param explanation why something is missing
 * @since 0.1
 */
public record MemberView(
        Optional<URI> endpoint,
        Optional<String> name,
        Optional<MemberStatus> status,
        Optional<ClusterState> cluster,
        Optional<Text> explanation) {
    /** The explanation in English. */
    public Optional<String> failure() {
        return explanation.map(Text::en);
    }

    /** The name of the member, or the address if it is not known. */
    public String label() {
        return name.or(() -> endpoint.map(URI::toString)).orElse("?");
    }
}
