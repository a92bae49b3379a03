package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import org.bouncycastle.operator.bc.BcEdDSAContentVerifierProviderBuilder;
import org.bouncycastle.operator.bc.BcEdECContentSignerBuilder;
import org.bouncycastle.operator.bc.BcRSAContentSignerBuilder;
import org.bouncycastle.operator.bc.BcRSAContentVerifierProviderBuilder;

/**
 * Signing and verifying without a registered provider; the digest is as strong as the key, as cfssl chooses it: for a
 * key that the strict mode refuses it is SHA-1.
 */
public final class Signatures {
    private static final DefaultSignatureAlgorithmIdentifierFinder SIGNATURES =
            new DefaultSignatureAlgorithmIdentifierFinder();
    private static final DefaultDigestAlgorithmIdentifierFinder DIGESTS = new DefaultDigestAlgorithmIdentifierFinder();

    private Signatures() {}

    public static ContentSigner by(SigningKey key, SecureRandom random) {
        AlgorithmIdentifier signature = SIGNATURES.find(name(key.secret()));
        try {
            if (key.secret() instanceof RSAKeyParameters) {
                return new BcRSAContentSignerBuilder(signature, DIGESTS.find(signature))
                        .setSecureRandom(random)
                        .build(key.secret());
            }
            if (key.secret() instanceof ECPrivateKeyParameters) {
                return new BcECContentSignerBuilder(signature, DIGESTS.find(signature))
                        .setSecureRandom(random)
                        .build(key.secret());
            }
            return new BcEdECContentSignerBuilder(signature).build(key.secret());
        } catch (OperatorCreationException e) {
            throw new PkiException(Text.of("the key cannot sign", "этим ключом не удалось подписать"), e);
        }
    }

    public static ContentVerifierProvider of(SubjectPublicKeyInfo key) throws OperatorCreationException {
        try {
            AsymmetricKeyParameter open = PublicKeyFactory.createKey(key);
            if (open instanceof RSAKeyParameters) {
                return new BcRSAContentVerifierProviderBuilder(DIGESTS).build(open);
            }
            return open instanceof ECPublicKeyParameters
                    ? new BcECContentVerifierProviderBuilder(DIGESTS).build(open)
                    : new BcEdDSAContentVerifierProviderBuilder().build(open);
        } catch (IOException e) {
            throw new OperatorCreationException("a key of an unsupported kind", e);
        }
    }

    private static String name(AsymmetricKeyParameter key) {
        if (key instanceof RSAKeyParameters rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= 4096
                    ? "SHA512withRSA"
                    : bits >= 3072 ? "SHA384withRSA" : bits >= 2048 ? "SHA256withRSA" : "SHA1withRSA";
        }
        if (key instanceof ECPrivateKeyParameters ec) {
            int bits = ec.getParameters().getCurve().getFieldSize();
            return bits > 384
                    ? "SHA512withECDSA"
                    : bits > 256 ? "SHA384withECDSA" : bits == 256 ? "SHA256withECDSA" : "SHA1withECDSA";
        }
        return "Ed25519";
    }
}
