package io.github.pg1c.pki.cfssl;

import io.github.pg1c.pki.cfssl.certificate.CfsslPem;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/**
 * A signing request from elsewhere.
 *
 * @param refusedFor the rules for which the strict mode refuses it, none when it is sound
 */
record RequestSpecimen(String name, String pem, List<CfsslRule> refusedFor) {
    static final Provider BOUNCY = new BouncyCastleProvider();
    private static final X500Name NODE = new X500Name("CN=node1");

    /** True when cfssl signs it, too, so that the compatible mode has to. */
    boolean isTakenByCfssl() {
        return refusedFor.stream().allMatch(CfsslRule::isAcceptedByCfssl);
    }

    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();
    private static final List<RequestSpecimen> ALL = make();

    static List<RequestSpecimen> all() {
        return ALL;
    }

    private static List<RequestSpecimen> make() {
        KeyPair rsa = rsa(2048, 65537);
        KeyPair p256 = ec("secp256r1");
        KeyPair ed25519 = pair("Ed25519", Optional.empty());
        List<RequestSpecimen> all = new ArrayList<>();
        all.add(signed("RSA 2048", rsa, "SHA256withRSA"));
        all.add(signed("RSA 2048, SHA-512", rsa, "SHA512withRSA"));
        all.add(signed("P-256", p256, "SHA256withECDSA"));
        all.add(signed("P-384", ec("secp384r1"), "SHA384withECDSA"));
        all.add(signed("P-521", ec("secp521r1"), "SHA512withECDSA"));
        all.add(signed("Ed25519", ed25519, "Ed25519"));
        for (int bits : List.of(512, 1024, 1536)) {
            all.add(signed("RSA " + bits, rsa(bits, 65537), "SHA256withRSA", CfsslRule.REQUEST_KEY_WEAK));
        }
        all.add(signed("exponent 3", rsa(2048, 3), "SHA256withRSA", CfsslRule.REQUEST_KEY_WEAK));
        all.add(signed("P-224", ec("secp224r1"), "SHA256withECDSA", CfsslRule.REQUEST_KEY_WEAK));
        for (String curve : List.of("secp192r1", "secp256k1", "brainpoolP256r1", "sect233k1")) {
            all.add(signed(curve, ec(curve), "SHA256withECDSA", CfsslRule.REQUEST_KEY_UNSUPPORTED));
        }
        all.add(signed("DSA", dsa(), "SHA256withDSA", CfsslRule.REQUEST_KEY_UNSUPPORTED));
        all.add(signed("Ed448", pair("Ed448", Optional.empty()), "Ed448", CfsslRule.REQUEST_KEY_UNSUPPORTED));
        all.add(signed("RSA, SHA-1", rsa, "SHA1withRSA", CfsslRule.REQUEST_DIGEST_WEAK));
        all.add(signed("P-256, SHA-1", p256, "SHA1withECDSA", CfsslRule.REQUEST_DIGEST_WEAK));
        for (String digest : List.of("MD5withRSA", "MD2withRSA", "SHA224withRSA", "RIPEMD160withRSA")) {
            all.add(signed(digest, rsa, digest, CfsslRule.REQUEST_SIGNATURE_UNSUPPORTED));
        }
        all.add(signed("SHA3-256withECDSA", p256, "SHA3-256withECDSA", CfsslRule.REQUEST_SIGNATURE_UNSUPPORTED));
        BigInteger modulus = ((RSAPublicKey) rsa.getPublic()).getModulus();
        all.add(made("exponent 1", rsaKey(modulus, 1), rsa, "SHA256withRSA", CfsslRule.REQUEST_KEY_UNSUPPORTED));
        all.add(made("exponent 4", rsaKey(modulus, 4), rsa, "SHA256withRSA", CfsslRule.REQUEST_KEY_UNSUPPORTED));
        all.add(made("exponent 0", rsaKey(modulus, 0), rsa, "SHA256withRSA", CfsslRule.REQUEST_KEY_UNSUPPORTED));
        all.add(made(
                "exponent of 33 bits",
                rsaKey(modulus, (1L << 32) + 1),
                rsa,
                "SHA256withRSA",
                CfsslRule.REQUEST_KEY_UNSUPPORTED));
        all.add(made(
                "even modulus", rsaKey(modulus.clearBit(0), 65537), rsa, "SHA256withRSA", CfsslRule.REQUEST_SIGNATURE));
        all.add(made("explicit curve", explicit(p256), p256, "SHA256withECDSA", CfsslRule.REQUEST_KEY_UNSUPPORTED));
        all.add(made(
                "somebody else's signature",
                info(ec("secp256r1")),
                p256,
                "SHA256withECDSA",
                CfsslRule.REQUEST_SIGNATURE));
        all.add(made("signature of another kind", info(p256), rsa, "SHA256withRSA", CfsslRule.REQUEST_SIGNATURE));
        all.add(made("Ed25519 for RSA", info(rsa), ed25519, "Ed25519", CfsslRule.REQUEST_SIGNATURE));
        all.add(new RequestSpecimen(
                "authority", authority(p256, new BasicConstraints(true)), List.of(CfsslRule.INTERMEDIATE_REFUSED)));
        return all;
    }

    /** A sound request of an authority. */
    static String authority(KeyPair keys, BasicConstraints constraints) {
        return request(info(keys), keys, "SHA256withECDSA", Optional.of(constraints));
    }

    /** One key of each kind: RSA takes long. */
    static KeyPair rsa(int bits, int exponent) {
        return KEYS.computeIfAbsent("RSA " + bits + " " + exponent, name -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(exponent)));
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static KeyPair ec(String curve) {
        return pair("EC", Optional.of(new ECGenParameterSpec(curve)));
    }

    private static KeyPair dsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA", "SUN");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String algorithm, Optional<AlgorithmParameterSpec> parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BOUNCY);
            if (parameters.isPresent()) {
                generator.initialize(parameters.get());
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RequestSpecimen signed(String name, KeyPair keys, String signature, CfsslRule... rules) {
        return made(name, info(keys), keys, signature, rules);
    }

    private static RequestSpecimen made(
            String name, SubjectPublicKeyInfo key, KeyPair signer, String signature, CfsslRule... rules) {
        return new RequestSpecimen(name, request(key, signer, signature, Optional.empty()), List.of(rules));
    }

    private static String request(
            SubjectPublicKeyInfo key, KeyPair signer, String signature, Optional<BasicConstraints> constraints) {
        try {
            List<Extension> extensions = new ArrayList<>(List.of(Extension.create(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "node1")))));
            if (constraints.isPresent()) {
                extensions.add(Extension.create(Extension.basicConstraints, true, constraints.get()));
            }
            return CfsslPem.request(new PKCS10CertificationRequestBuilder(NODE, key)
                    .addAttribute(
                            PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                            new Extensions(extensions.toArray(Extension[]::new)))
                    .build(new JcaContentSignerBuilder(signature)
                            .setProvider(BOUNCY)
                            .build(signer.getPrivate())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    static SubjectPublicKeyInfo info(KeyPair keys) {
        return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
    }

    private static SubjectPublicKeyInfo rsaKey(BigInteger modulus, long exponent) {
        return info(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new DERSequence(new ASN1Encodable[] {new ASN1Integer(modulus), new ASN1Integer(exponent)}));
    }

    private static SubjectPublicKeyInfo explicit(KeyPair keys) {
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, ECNamedCurveTable.getByName("P-256")),
                info(keys).getPublicKeyData().getOctets());
    }

    private static SubjectPublicKeyInfo info(AlgorithmIdentifier algorithm, ASN1Encodable key) {
        try {
            return new SubjectPublicKeyInfo(algorithm, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
