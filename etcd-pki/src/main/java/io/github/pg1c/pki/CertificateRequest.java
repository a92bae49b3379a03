package io.github.pg1c.pki;
import io.github.pg1c.base.words.Text;
import java.util.List;

/**
 * What a certificate shall say: its purpose, its common name and the names under which its holder is reached.
 * The names keep their order; repeated ones are dropped.
 *
 * @param purpose what it is for, and with it the usages
 * @param commonName the common name of the subject, at most 64 characters, or an empty string for none
 * @param names host names and addresses; a server needs at least one, and so does a certificate without a common name
 * @since 0.1
 */
public record CertificateRequest(Purpose purpose, String commonName, List<SubjectName> names) {
    /**
     * Checks the request against the rules of its purpose.
     *
     * @throws IllegalArgumentException when a consumer would refuse such a certificate
     */
    public CertificateRequest {
        names = names.stream().distinct().toList();
        if (!commonName.isEmpty()) {
            SubjectText.check(Text.of("common name", "общее имя (CN)"), commonName);
        }
        switch (purpose.commonName()) {
            case REQUIRED -> require(!commonName.isEmpty(), purpose, "needs a common name");
            case FORBIDDEN -> require(commonName.isEmpty(), purpose, "must not have a common name");
            case OPTIONAL -> {}
        }
        require(!purpose.isServer() || !names.isEmpty(), purpose, "needs the names under which the server is reached");
        require(!commonName.isEmpty() || !names.isEmpty(), purpose, "needs a common name or another name");
    }

    /** A request whose names are given as text, each a host name or an address. */
    public static CertificateRequest of(Purpose purpose, String commonName, String... names) {
        return new CertificateRequest(
                purpose,
                commonName,
                java.util.Arrays.stream(names).map(SubjectName::parse).toList());
    }

    private static void require(boolean holds, Purpose purpose, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("a certificate for " + purpose + " " + rule);
        }
    }
}
