package io.github.pg1c.pki.cfssl;

import io.github.pg1c.pki.cfssl.certificate.CertificateInfo;
import io.github.pg1c.pki.cfssl.certificate.CfsslPem;
import io.github.pg1c.pki.cfssl.input.CfsslException;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import io.github.pg1c.pki.cfssl.input.Strictness;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * The commands of cfssl that set up a cluster, with the same JSON as input and the same certificates, files and JSON as
 * output.
 *
 * <pre>{@code
 * Cfssl cfssl = Cfssl.strict(clock, random);
 * CfsslOutput ca = cfssl.initca(JsonSource.read(Path.of("ca-csr.json")));       // cfssl gencert -initca ca-csr.json |
 * cfssljson -bare ca
 * ca.write(Path.of("ca"));
 * cfssl.gencert(CfsslAuthority.read(Path.of("ca.pem"), Path.of("ca-key.pem")),
 *         JsonSource.read(Path.of("ca-config.json")),
 *         CertificateOrder.of(JsonSource.read(Path.of("etcd-csr.json")), "etcd")).write(Path.of("etcd"));
 * }</pre>
 *
 * <p>In the strict mode every call reports all mistakes of its inputs at once, with the place, the value and what to
 * write instead. Certificates differ from cfssl's in a few ways: no encipherment usages for keys that cannot encipher,
 * no addresses in authorities, no repeated or empty hosts, host names of other alphabets as A-labels, and an unchanged
 * subject of a signing request or of a renewed authority. In the compatible mode they differ only in serial number and
 * key.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @see <a href="https://github.com/cloudflare/cfssl">cfssl</a>
 * @since 0.1
 */
public final class Cfssl {
    private final Strictness strictness;
    private final Clock clock;
    private final CfsslCommands commands;

    private Cfssl(Strictness strictness, Clock clock, SecureRandom random, Executor executor) {
        this.strictness = strictness;
        this.clock = clock;
        this.commands = new CfsslCommands(strictness, random, executor);
    }

    /**
     * The strict mode: refuses inputs that cfssl accepts in silence and that a verifier or the administrator would not
     * accept.
     */
    public static Cfssl strict(Clock clock, SecureRandom random) {
        return with(Strictness.STRICT, clock, random, ForkJoinPool.commonPool());
    }

    /** The compatible mode: behaves as cfssl 1.6, with warnings for inputs that the strict mode refuses. */
    public static Cfssl compatible(Clock clock, SecureRandom random) {
        return with(Strictness.COMPATIBLE, clock, random, ForkJoinPool.commonPool());
    }

    /**
     * Either mode.
     *
     * @param executor generates several RSA keys in parallel; they take nearly all of the time
     */
    public static Cfssl with(Strictness strictness, Clock clock, SecureRandom random, Executor executor) {
        return new Cfssl(strictness, clock, random, executor);
    }

    /**
     * A new authority: {@code gencert -initca}, {@code genkey -initca}.
     *
     * @throws CfsslException when the request cannot be used
     */
    public CfsslOutput initca(JsonSource request) {
        return commands.initca(request, List.of(), clock.instant()).get(0);
    }

    /**
     * An authority for an existing key: {@code gencert -initca -ca-key}. The output has no key.
     *
     * @throws CfsslException when the request or the key cannot be used
     */
    public CfsslOutput initca(JsonSource request, String privateKeyPem) {
        return commands.initcaWithKey(request, privateKeyPem, clock.instant());
    }

    /**
     * The same authority with a new life of the same length: {@code gencert -renewca}. Issued certificates stay valid.
     * The output has the certificate only.
     *
     * @throws CfsslException when this is not an authority
     */
    public CfsslOutput renewca(CfsslAuthority authority) {
        return commands.renewca(authority.signing(), clock.instant());
    }

    /**
     * A new authority and certificates of it in one call. Nothing is made when an input cannot be used. RSA keys are
     * generated in parallel.
     *
     * @return the authority's output, then one for each order
     * @throws CfsslException when an input cannot be used
     */
    public List<CfsslOutput> initcaAndGencert(JsonSource authority, JsonSource config, List<CertificateOrder> orders) {
        return commands.initcaAndGencert(authority, config, orders, clock.instant());
    }

    /**
     * A new key with a certificate: {@code gencert -ca -ca-key -config -profile}.
     *
     * @param config the {@code ca-config.json}; {@link JsonSource#DEFAULT_CONFIG} when there is none
     * @throws CfsslException when an input cannot be used
     */
    public CfsslOutput gencert(CfsslAuthority authority, JsonSource config, CertificateOrder order) {
        return gencert(authority, config, List.of(order)).get(0);
    }

    /** Several of them, all or none, in the given order. RSA keys are generated in parallel. */
    public List<CfsslOutput> gencert(CfsslAuthority authority, JsonSource config, List<CertificateOrder> orders) {
        return commands.gencert(authority.signing(), config, orders, clock.instant());
    }

    /**
     * A new key with a signing request: {@code genkey}.
     *
     * @throws CfsslException when the request cannot be used
     */
    public CfsslOutput genkey(JsonSource request) {
        return commands.genkey(request);
    }

    /**
     * A certificate for a signing request: {@code sign -profile -hostname}. The output repeats the request and has no
     * key.
     *
     * @param hostnames replace the names in the request, unless empty
     * @throws CfsslException when an input cannot be used
     */
    public CfsslOutput sign(
            CfsslAuthority authority, JsonSource config, String profile, String requestPem, List<String> hostnames) {
        return commands.sign(authority.signing(), config, profile, requestPem, hostnames, clock.instant());
    }

    /** The output of {@code certinfo -cert} for the first certificate in the text. */
    public static String certinfo(String certificatePem) {
        return CertificateInfo.json(CfsslPem.readCertificate(certificatePem));
    }

    /** The output of {@code print-defaults config}. */
    public static String defaultConfig() {
        return CfsslDefaults.CONFIG;
    }

    /** The output of {@code print-defaults csr}. */
    public static String defaultRequest() {
        return CfsslDefaults.REQUEST;
    }

    /** The mode. */
    public Strictness strictness() {
        return strictness;
    }
}
