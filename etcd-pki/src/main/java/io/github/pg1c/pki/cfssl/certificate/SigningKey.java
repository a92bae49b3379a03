package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.base.pem.Pem;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.Strictness;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import io.github.pg1c.pki.key.PemText;
import io.github.pg1c.pki.key.PrivateKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** A private key with its public half, of any kind and size that cfssl knows. Its text form shows the kind only. */
public final class SigningKey {
    private final AsymmetricKeyParameter secret;
    private final SubjectPublicKeyInfo open;

    private SigningKey(AsymmetricKeyParameter secret) throws IOException {
        this.secret = secret;
        this.open = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicHalf(secret));
    }

    public static SigningKey generate(KeyRequest request, SecureRandom random) {
        try {
            return new SigningKey(
                    switch (request.algorithm()) {
                        case KeyRequest.RSA -> rsa(request.size(), random);
                        case KeyRequest.ECDSA -> ec(request.size(), random);
                        default -> new Ed25519PrivateKeyParameters(random);
                    });
        } catch (IOException | GeneralSecurityException e) {
            throw new PkiException(
                    Text.of(
                            "cannot make a key " + request.algorithm() + " " + request.size(),
                            "не удалось создать ключ " + request.algorithm() + " " + request.size()),
                    e);
        }
    }

    /** A key in PKCS#8, PKCS#1 or SEC1, also with cfssl's own label for Ed25519; encrypted when there is a password. */
    public static SigningKey read(String pem, char[] password) {
        // Editors indent lines.
        String text = pem.replaceAll("(?m)^[ \t]+", "");
        try {
            return new SigningKey(PrivateKeyFactory.createKey(PrivateKeys.pkcs8(privateKey(text, password))));
        } catch (MalformedValueException e) {
            throw new PkiException(e.problem());
        } catch (IOException | RuntimeException e) {
            if (e instanceof PkiException ours) {
                throw ours;
            }
            // The cause could quote bytes of the key.
            throw new PkiException(Text.of(
                    "the private key cannot be read: it is damaged or of an unknown kind",
                    "закрытый ключ не удалось прочитать: он повреждён или неизвестного вида"));
        }
    }

    private static PrivateKey privateKey(String text, char[] password) {
        if (password.length == 0) {
            return PemText.readPrivateKey(text);
        }
        try (Passphrase passphrase = Passphrase.of(password)) {
            return PemText.readPrivateKey(text, passphrase);
        }
    }

    /** Whether the key of an authority to be is fit for one. */
    public void check(InputPlace place, InputProblems problems) {
        try {
            PublicKeyKind kind = PublicKeyKind.of(open);
            switch (kind.grade()) {
                case WEAK -> problems.add(CfsslRule.AUTHORITY_KEY_WEAK, place, kind.name());
                case UNSUPPORTED -> problems.add(CfsslRule.AUTHORITY_KEY_UNSUPPORTED, place, kind.name());
                case SOUND -> {}
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SubjectPublicKeyInfo publicKey() {
        return open;
    }

    AsymmetricKeyParameter secret() {
        return secret;
    }

    boolean isRsa() {
        return secret instanceof RSAKeyParameters;
    }

    public boolean belongsTo(SubjectPublicKeyInfo other) {
        return Arrays.equals(
                        open.getPublicKeyData().getOctets(),
                        other.getPublicKeyData().getOctets())
                && open.getAlgorithm()
                        .getAlgorithm()
                        .equals(other.getAlgorithm().getAlgorithm());
    }

    /**
     * The label and the form that cfssl writes. The compatible mode alone has cfssl's label for Ed25519, because no
     * other program reads it.
     */
    public String pem(Strictness strictness) {
        try {
            PrivateKeyInfo info = PrivateKeyInfoFactory.createPrivateKeyInfo(secret);
            if (secret instanceof RSAKeyParameters) {
                return Pem.block(
                        "RSA PRIVATE KEY",
                        info.parsePrivateKey().toASN1Primitive().getEncoded());
            }
            if (secret instanceof ECPrivateKeyParameters ec) {
                ASN1ObjectIdentifier curve = ((ECNamedDomainParameters) ec.getParameters()).getName();
                return Pem.block(
                        "EC PRIVATE KEY",
                        new ECPrivateKey(
                                        ec.getParameters().getN().bitLength(),
                                        ec.getD(),
                                        new DERBitString(open.getPublicKeyData().getOctets()),
                                        curve)
                                .getEncoded());
            }
            // Version 1, because OpenSSL before 3.5 does not read the form with a public key.
            return Pem.block(
                    strictness == Strictness.STRICT ? "PRIVATE KEY" : "Ed25519 PRIVATE KEY",
                    new PrivateKeyInfo(info.getPrivateKeyAlgorithm(), info.parsePrivateKey()).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + open.getAlgorithm().getAlgorithm() + "]";
    }

    private static AsymmetricKeyParameter rsa(int bits, SecureRandom random)
            throws GeneralSecurityException, IOException {
        // The JDK finds primes faster than Bouncy Castle.
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4), random);
        return PrivateKeyFactory.createKey(
                generator.generateKeyPair().getPrivate().getEncoded());
    }

    private static AsymmetricKeyParameter ec(int bits, SecureRandom random) {
        ASN1ObjectIdentifier curve = switch (bits) {
            case 384 -> SECObjectIdentifiers.secp384r1;
            case 521 -> SECObjectIdentifiers.secp521r1;
            default -> SECObjectIdentifiers.secp256r1;
        };
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(ECNamedDomainParameters.lookup(curve), random));
        return generator.generateKeyPair().getPrivate();
    }

    private static AsymmetricKeyParameter publicHalf(AsymmetricKeyParameter secret) {
        if (secret instanceof RSAPrivateCrtKeyParameters rsa) {
            return new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
        }
        if (secret instanceof ECPrivateKeyParameters ec
                && ec.getParameters() instanceof ECNamedDomainParameters curve) {
            return new ECPublicKeyParameters(new FixedPointCombMultiplier().multiply(curve.getG(), ec.getD()), curve);
        }
        if (secret instanceof Ed25519PrivateKeyParameters ed) {
            return ed.generatePublicKey();
        }
        throw new PkiException(
                Text.of("the private key is of an unsupported kind", "закрытый ключ неподдерживаемого вида"));
    }
}
