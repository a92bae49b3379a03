package io.github.pg1c.pki;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.util.List;

/**
 * A request for a certificate: purpose, common name, and alternative names of its holder. The names keep their order;
 * repeated ones are dropped.
 *
 * @param purpose what it is for; it determines the usages
 * @param commonName the common name of the subject, at most 64 characters, or an empty string for none
 * @param names host names and addresses; a server needs at least one, and so does a certificate without a common name
 * @since 0.1
 */
public record CertificateRequest(Purpose purpose, String commonName, List<SubjectName> names) {
    private static final Text NEEDS_COMMON_NAME = Text.of("it needs a common name", "нужно общее имя (CN)");
    private static final Text NO_COMMON_NAME =
            Text.of("it must not have a common name", "общего имени (CN) в нём быть не должно");
    private static final Text NEEDS_NAMES = Text.of(
            "it needs the names under which the server is reached", "нужны имена, по которым обращаются к серверу");
    private static final Text NEEDS_ANY_NAME =
            Text.of("it needs a common name or another name", "нужно общее имя (CN) или другое имя");

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
            case REQUIRED -> require(!commonName.isEmpty(), purpose, NEEDS_COMMON_NAME);
            case FORBIDDEN -> require(commonName.isEmpty(), purpose, NO_COMMON_NAME);
            case OPTIONAL -> {}
        }
        require(!purpose.isServer() || !names.isEmpty(), purpose, NEEDS_NAMES);
        require(!commonName.isEmpty() || !names.isEmpty(), purpose, NEEDS_ANY_NAME);
    }

    /** A request whose names are given as text, each a host name or an address. */
    public static CertificateRequest of(Purpose purpose, String commonName, String... names) {
        return new CertificateRequest(
                purpose,
                commonName,
                java.util.Arrays.stream(names).map(SubjectName::parse).toList());
    }

    private static void require(boolean holds, Purpose purpose, Text rule) {
        if (!holds) {
            throw new MalformedValueException(
                    Text.of(
                            "a certificate for " + purpose + " is refused",
                            "сертификат для " + purpose + " невозможен"),
                    rule);
        }
    }
}
