package io.github.pg1c.pki.cfssl;

/** What kind of key a request asks for; a missing half is filled as cfssl does: ecdsa, 256. */
record KeyRequest(String algorithm, int size, Origin origin) {
    static final String RSA = "rsa";
    static final String ECDSA = "ecdsa";
    static final String ED25519 = "ed25519";

    static KeyRequest read(Fields request, Findings findings) {
        KeyRequest key = request.object("key")
                .map(fields -> {
                    KeyRequest read = new KeyRequest(
                            fields.textOr("algo", ECDSA),
                            fields.integer("size").map(Field::value).orElse(256),
                            fields.origin());
                    fields.end();
                    return read;
                })
                .orElseGet(() -> new KeyRequest(ECDSA, 256, request.origin().at("key")));
        key.check(findings);
        return key;
    }

    boolean isRsa() {
        return algorithm.equals(RSA);
    }

    private void check(Findings findings) {
        boolean fits = switch (algorithm) {
            case RSA -> size >= 2048 && size <= 8192;
            case ECDSA -> size == 256 || size == 384 || size == 521;
            case ED25519 -> true;
            default -> {
                findings.add(CfsslRule.KEY_ALGORITHM_UNKNOWN, origin, algorithm);
                yield true;
            }
        };
        if (!fits) {
            findings.add(CfsslRule.KEY_SIZE_INVALID, origin, algorithm, String.valueOf(size));
        }
    }
}
