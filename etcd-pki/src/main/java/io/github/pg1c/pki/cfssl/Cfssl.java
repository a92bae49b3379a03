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
 * The commands of cfssl that set up a cluster: the same JSON in, the same certificates, files and JSON out.
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
 * <p>In the strict mode every call tells all mistakes of its inputs at once, with the place, the value and what to
 * write instead, and certificates differ from cfssl's in a few ways: no encipherment usages for keys that cannot
 * encipher, no addresses in authorities, repeated and empty hosts left out, host names of other alphabets as A-labels,
 * and the subject of a signing request or of a renewed authority as it was. In the compatible mode they differ in
 * nothing but serial number and key.
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

    /** Refuses what cfssl accepts in silence and a verifier or the administrator would not. */
    public static Cfssl strict(Clock clock, SecureRandom random) {
        return with(Strictness.STRICT, clock, random, ForkJoinPool.commonPool());
    }

    /** Behaves as cfssl 1.6; what the strict mode refuses is a warning. */
    public static Cfssl compatible(Clock clock, SecureRandom random) {
        return with(Strictness.COMPATIBLE, clock, random, ForkJoinPool.commonPool());
    }

    /**
     * Either mode.
     *
     * @param executor makes RSA keys when there are several to be made; they take nearly all of the time
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
     * An authority for a key that exists: {@code gencert -initca -ca-key}. The output has no key.
     *
     * @throws CfsslException when the request or the key cannot be used
     */
    public CfsslOutput initca(JsonSource request, String privateKeyPem) {
        return commands.initcaWithKey(request, privateKeyPem, clock.instant());
    }

    /**
     * The same authority for another life of the same length: {@code gencert -renewca}. Certificates that it has issued
     * stay valid. The output has the certificate only.
     *
     * @throws CfsslException when this is no authority
     */
    public CfsslOutput renewca(CfsslAuthority authority) {
        return commands.renewca(authority.signing(), clock.instant());
    }

    /**
     * A new authority and certificates of it, in one go: nothing is made when one of the inputs cannot be used, and RSA
     * keys are made side by side.
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

    /** Several of them: all or none, RSA keys side by side, in the order of the orders. */
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
     * @param hostnames take the place of the names in the request, unless empty
     * @throws CfsslException when an input cannot be used
     */
    public CfsslOutput sign(
            CfsslAuthority authority, JsonSource config, String profile, String requestPem, List<String> hostnames) {
        return commands.sign(authority.signing(), config, profile, requestPem, hostnames, clock.instant());
    }

    /** What {@code certinfo -cert} prints of the certificate that stands first in the text. */
    public static String certinfo(String certificatePem) {
        return CertificateInfo.json(CfsslPem.readCertificate(certificatePem));
    }

    /** What {@code print-defaults config} prints. */
    public static String defaultConfig() {
        return CfsslDefaults.CONFIG;
    }

    /** What {@code print-defaults csr} prints. */
    public static String defaultRequest() {
        return CfsslDefaults.REQUEST;
    }

    /** The mode. */
    public Strictness strictness() {
        return strictness;
    }
}
