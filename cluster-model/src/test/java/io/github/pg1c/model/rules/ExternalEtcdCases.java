package io.github.pg1c.model.rules;

import static io.github.pg1c.model.rules.ProblemCase.of;

import io.github.pg1c.testing.AnAuthority;
import java.util.List;

/** Mistakes in an etcd cluster that others operate; beside the nodes with the role etcd, which is one of them. */
final class ExternalEtcdCases {

    private static final String LEAF = """
            -----BEGIN CERTIFICATE-----
            MIIBcjCCARigAwIBAgIUBi9hbf09k9jBhtLZ00tZg35VGXUwCgYIKoZIzj0EAwIw
            DzENMAsGA1UEAwwEbGVhZjAgFw0yNjExMzAwNjM2MDhaGA8yMTI2MTEwNjA2MzYw
            OFowDzENMAsGA1UEAwwEbGVhZjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGtN
            kiRvKw8Ay7vPjWe8Pxf2VKzuT5qdafGRw+wA+ev7uLDYLDNf11Y8SFNA1LW+LtcE
            9+ikAl9gGrnOtBmJnU2jUDBOMB0GA1UdDgQWBBTgp6K/hqq8YZjT+uIh130Cty0v
            FDAfBgNVHSMEGDAWgBTgp6K/hqq8YZjT+uIh130Cty0vFDAMBgNVHRMBAf8EAjAA
            MAoGCCqGSM49BAMCA0gAMEUCIEHsnCalQqhyWV6m1KSQT1s4oegbQU+p2Ue3jumd
            T3EMAiEAhoHE9X+GC4e9BxdOzzqpzGhkOS5wygMZoY5T52gq2do=
            -----END CERTIFICATE-----
            """;

    private static final String ENDPOINTS =
            "endpoints: [\"https://10.0.0.5:2379\", \"https://etcd2.corp.example\", \"https://[fd00::7]:2379\"]";

    private ExternalEtcdCases() {}

    static List<ProblemCase> all() {
        return List.of(
                external("027", "endpoints[1]", "endpoints", "https://etcd2", "http://etcd2"),
                external("027", "endpoints[1]", "endpoints", "https://etcd2.corp.example", "etcd2:2379"),
                external("027", "endpoints[0]", "endpoints", ":2379\", \"https://etcd2", ":70000\", \"https://etcd2"),
                external("031", "caCertificate", "caCertificate", "BEGIN CERTIFICATE", "BEGIN EC PRIVATE KEY"),
                external("025", "clientCertificate", "clientCertificate", "user", "clientCertificate: 7, user"),
                of("911", "nodes[2].roles", "name: etcd1", "language: en", etcd(given(), "")),
                external("912", "caCertificate", "external", ", caCertificate: " + AnAuthority.quoted(), ""),
                external("912", "endpoints", "external", ENDPOINTS, "endpoints: []"),
                external("762", "caCertificate", "caCertificate", AnAuthority.quoted(), quoted(LEAF)),
                external("762", "caCertificate", "caCertificate", "MIIBiDCC", "MIIBiDCD"),
                external("913", "user", "external", "user: zup", "clientCertificate: false"),
                of("914", "etcd.quota", "quota", "language: en", etcd(given(), ", quota: 4GB")),
                of("914", "etcd.user", "user: etcd2", "language: en", etcd(given(), ", user: etcd2")),
                external("915", "endpoints[2]", "endpoints", "[fd00::7]", "10.0.0.5"),
                external("916", "endpoints", "endpoints", ", \"https://[fd00::7]:2379\"", ""),
                external("917", "user", "user", "user: zup", "user: root"),
                external("917", "user", "user", "user: zup", "user: \"zup:1\""),
                of(
                        "918",
                        "tls.certificates[0].purpose",
                        "purpose",
                        "language: en",
                        etcd(given(), "") + "\ntls: {certificates: [{name: exporter, purpose: etcd-client,"
                                + " commonName: exporter}]}"));
    }

    /** A specification without a mistake. */
    static String good() {
        return ProblemCase.GOOD.replaceAll("  - \\{name: etcd.*\n", "").replace("language: en", etcd(given(), ""));
    }

    private static ProblemCase external(String code, String key, String marker, String right, String wrong) {
        if (!given().contains(right)) {
            throw new IllegalStateException(code + ": nothing to replace: " + right);
        }
        return of(code, "etcd.external." + key, marker, "language: en", etcd(given().replace(right, wrong), ""));
    }

    private static String given() {
        return "{" + ENDPOINTS + ", caCertificate: " + AnAuthority.quoted() + ", user: zup}";
    }

    private static String etcd(String external, String more) {
        return "language: en\netcd: {external: " + external + more + "}";
    }

    private static String quoted(String pem) {
        return '"' + pem.strip().replace("\n", "\\n") + '"';
    }
}
