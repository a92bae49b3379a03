package io.github.pg1c.pki.cfssl;

import io.github.pg1c.pki.cfssl.input.JsonSource;
import java.util.List;

/**
 * A request for one certificate: {@code cfssl gencert -profile=… -hostname=… -cn=… csr.json}.
 *
 * @param request the CSR JSON
 * @param profile a profile of the configuration, or an empty string for the default one
 * @param hostnames replace the request's hosts, unless empty
 * @param commonName replaces the request's common name, unless empty
 * @since 0.1
 */
public record CertificateOrder(JsonSource request, String profile, List<String> hostnames, String commonName) {
    /** Takes a copy of the host names. */
    public CertificateOrder {
        hostnames = List.copyOf(hostnames);
    }

    /** A certificate as the request says. */
    public static CertificateOrder of(JsonSource request, String profile) {
        return new CertificateOrder(request, profile, List.of(), "");
    }

    /** The same with other hosts ({@code -hostname}). */
    public CertificateOrder withHostnames(String... hosts) {
        return new CertificateOrder(request, profile, List.of(hosts), commonName);
    }

    /** The same with another common name ({@code -cn}). */
    public CertificateOrder withCommonName(String name) {
        return new CertificateOrder(request, profile, hostnames, name);
    }
}
