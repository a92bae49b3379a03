package io.github.pg1c.pki.cfssl;

/** The two sample files of {@code cfssl print-defaults}. */
final class CfsslDefaults {
    static final String CONFIG = """
            {
                "signing": {
                    "default": {
                        "expiry": "168h"
                    },
                    "profiles": {
                        "www": {
                            "expiry": "8760h",
                            "usages": [
                                "signing",
                                "key encipherment",
                                "server auth"
                            ]
                        },
                        "client": {
                            "expiry": "8760h",
                            "usages": [
                                "signing",
                                "key encipherment",
                                "client auth"
                            ]
                        }
                    }
                }
            }

            """;
    static final String REQUEST = """
            {
                "CN": "example.net",
                "hosts": [
                    "example.net",
                    "www.example.net"
                ],
                "key": {
                    "algo": "ecdsa",
                    "size": 256
                },
                "names": [
                    {
                        "C": "US",
                        "ST": "CA",
                        "L": "San Francisco"
                    }
                ]
            }

            """;

    private CfsslDefaults() {}
}
