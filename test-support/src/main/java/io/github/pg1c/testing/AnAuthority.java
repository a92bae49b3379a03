package io.github.pg1c.testing;

/** A certificate of an authority for specifications; nobody has its key. */
public final class AnAuthority {

    /** The certificate, PEM. */
    public static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBiDCCAS+gAwIBAgIUHj8qEYy6FXnZdAVMvTvfgAVRmsUwCgYIKoZIzj0EAwIw
            ETEPMA0GA1UEAwwGc2l0ZSBhMCAXDTI2MTEzMDA2MzcxOVoYDzIxMjYxMTA2MDYz
            NzE5WjARMQ8wDQYDVQQDDAZzaXRlIGEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
            AAQ/EGtscjFckpq6wJCcL1hH3zt+HoNQYCUXd2IppDedjtLvycV7QX68/lUnJUnz
            rkGYsrRiZR7cxj1e1+gsIXmjo2MwYTAdBgNVHQ4EFgQUOXoJX7EEGKZh3i9viYe5
            m81rwBIwHwYDVR0jBBgwFoAUOXoJX7EEGKZh3i9viYe5m81rwBIwDwYDVR0TAQH/
            BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAQYwCgYIKoZIzj0EAwIDRwAwRAIgCso1qO9j
            FOf5AUNco7KmcEGQ7Z0eIfOjJXF+jgOHAgcCIDkByX2BZQHwr9vS0wevSMvHyEKz
            IUm1ciirM9LP2Kv7
            -----END CERTIFICATE-----
            """;

    private AnAuthority() {}

    /** The certificate as a value in double quotes, for YAML in braces. */
    public static String quoted() {
        return ClusterText.quoted(PEM);
    }
}
