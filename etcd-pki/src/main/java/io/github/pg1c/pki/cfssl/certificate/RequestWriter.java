package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/** Writes signing requests (PKCS #10, RFC 2986). */
public final class RequestWriter {
    private RequestWriter() {}

    public static String pem(RequestJson request, AlternativeNames names, SigningKey key, SecureRandom random) {
        PKCS10CertificationRequestBuilder builder =
                new PKCS10CertificationRequestBuilder(request.subject().name(), key.publicKey());
        List<Extension> extensions = new ArrayList<>();
        try {
            if (!names.isEmpty()) {
                extensions.add(Extension.create(Extension.subjectAlternativeName, false, names.names()));
            }
        } catch (IOException e) {
            throw new PkiException(
                    Text.of("the signing request cannot be made", "не удалось создать запрос на подпись"), e);
        }
        extensions.addAll(request.requestedExtensions());
        if (!extensions.isEmpty()) {
            builder.addAttribute(
                    PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                    new Extensions(extensions.toArray(Extension[]::new)));
        }
        return CfsslPem.request(builder.build(Signatures.by(key, random)));
    }
}
