package io.github.pg1c.pki;

import io.github.pg1c.base.text.Excerpt;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The reason of a revocation. RFC 5280 has two further reasons for temporary states; a cluster's certificate is
 * replaced and never suspended.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-5.3.1">RFC 5280, 5.3.1</a>
 * @since 0.1
 */
public enum RevocationReason {
    /** None is given. */
    UNSPECIFIED("unspecified", 0),
    /** Somebody else has, or may have, the private key. */
    KEY_COMPROMISE("keyCompromise", 1),
    /** Somebody else has, or may have, the authority's key. */
    CA_COMPROMISE("cACompromise", 2),
    /** The subject is no longer true. */
    AFFILIATION_CHANGED("affiliationChanged", 3),
    /** It was replaced by another one. */
    SUPERSEDED("superseded", 4),
    /** The node or the person is gone. */
    CESSATION_OF_OPERATION("cessationOfOperation", 5),
    /** The holder lost its right. */
    PRIVILEGE_WITHDRAWN("privilegeWithdrawn", 9);

    private final String id;
    private final int code;

    RevocationReason(String id, int code) {
        this.id = id;
        this.code = code;
    }

    /** The name in RFC 5280: {@code keyCompromise}. */
    public String id() {
        return id;
    }

    /**
     * The reason with this {@link #id() id}.
     *
     * @throws IllegalArgumentException for an unknown id; the message lists the known ones
     */
    public static RevocationReason ofId(String id) {
        return Arrays.stream(values())
                .filter(reason -> reason.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new MalformedValueException(
                        Text.of(
                                "unknown reason \"" + Excerpt.of(id) + "\"",
                                "неизвестная причина «" + Excerpt.of(id) + "»"),
                        known()));
    }

    private static Text known() {
        String ids = Arrays.stream(values()).map(RevocationReason::id).collect(Collectors.joining(", "));
        return Text.of("known are " + ids, "известны " + ids);
    }

    /** The number in RFC 5280. */
    public int code() {
        return code;
    }
}
