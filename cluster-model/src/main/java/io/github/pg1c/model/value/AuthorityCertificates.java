package io.github.pg1c.model.value;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One or more certificates in their text form (RFC 7468), one after another. Whether they can be read is a matter of
 * the rules, which name the one that cannot.
 *
 * @param value the lines without blanks around them, separated by line feeds
 * @since 0.1
 */
public record AuthorityCertificates(String value) {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    /** The form, for the JSON Schema. */
    public static final String FORM =
            "^\\s*(" + BEGIN + "[ \\t]*\\n([ \\t]*[A-Za-z0-9+/=]+[ \\t]*\\n)+[ \\t]*" + END + "\\s*)+$";

    private static final Pattern LINES = Pattern.compile("(" + BEGIN + "\\n([A-Za-z0-9+/=]+\\n)+" + END + "(\\n|$))+");
    private static final Text REMEDY = Text.of(
            "write the authority's certificate, from " + BEGIN + " to " + END + ", as a block of lines (|)",
            "укажите сертификат центра, от " + BEGIN + " до " + END + ", блоком строк (|)");

    public AuthorityCertificates {
        if (value.contains("PRIVATE KEY")) {
            throw new MalformedValueException(
                    Text.of(
                            "this is a private key, which nobody but its owner may have",
                            "это закрытый ключ: он должен быть только у владельца"),
                    REMEDY);
        }
        if (!LINES.matcher(value).matches()) {
            throw new MalformedValueException(
                    Text.of("this is no certificate in text form", "это не сертификат в текстовом виде"), REMEDY);
        }
    }

    /**
     * Reads certificates.
     *
     * @throws MalformedValueException when it is not the text form of one or more certificates
     */
    public static AuthorityCertificates parse(String text) {
        return new AuthorityCertificates(String.join(
                "\n",
                text.strip()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()));
    }

    /** Each certificate, from its first line to its last. */
    public List<String> each() {
        return Pattern.compile("(?<=" + END + ")\\n").splitAsStream(value).toList();
    }

    /**
     * What makes a certificate useless as that of an authority, one sentence's clause for each; none when all are good.
     */
    public List<Text> faults() {
        List<Text> faults = new ArrayList<>();
        List<String> all = each();
        for (int i = 0; i < all.size(); i++) {
            String which = all.size() == 1 ? "" : (i + 1) + ". ";
            try {
                X509Certificate one = (X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(all.get(i).getBytes(StandardCharsets.US_ASCII)));
                if (one.getBasicConstraints() < 0) {
                    String subject = one.getSubjectX500Principal().getName();
                    faults.add(Text.of(
                            which + "'" + subject + "' is no authority's certificate",
                            which + "«" + subject + "» — сертификат не центра"));
                }
            } catch (CertificateException e) {
                faults.add(Text.of(which + "it cannot be read", which + "его не удалось прочитать"));
            }
        }
        return faults;
    }

    @Override
    public String toString() {
        return value;
    }
}
