package io.github.pg1c.patroni.cluster;

import io.github.pg1c.base.words.Text;
import java.net.URI;
import java.util.Optional;

/**
 * The answers from one address in a survey.
 *
 * @param endpoint the address of a REST API; empty for a member without a usable one
 * @param name the member, if it is known
 * @param status its status as it reports it
 * @param cluster its view of the cluster
 * @param explanation why an answer is missing
 * @since 0.1
 */
public record MemberView(
        Optional<URI> endpoint,
        Optional<String> name,
        Optional<MemberStatus> status,
        Optional<ClusterState> cluster,
        Optional<Text> explanation) {
    /** The name of the member, or the address if it is not known. */
    public String label() {
        return name.or(() -> endpoint.map(URI::toString)).orElse("?");
    }
}
