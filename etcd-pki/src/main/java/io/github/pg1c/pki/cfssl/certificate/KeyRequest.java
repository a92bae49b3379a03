package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import io.github.pg1c.pki.cfssl.json.JsonFields;
import io.github.pg1c.pki.cfssl.json.Located;

/** The kind of key that a request asks for; the defaults are cfssl's: ecdsa, 256. */
public record KeyRequest(String algorithm, int size, InputPlace origin) {
    static final String RSA = "rsa";
    static final String ECDSA = "ecdsa";
    static final String ED25519 = "ed25519";

    static KeyRequest read(JsonFields request, InputProblems problems) {
        return request.object("key")
                .map(fields -> {
                    KeyRequest read = new KeyRequest(
                            fields.textOr("algo", ECDSA),
                            fields.integer("size").map(Located::value).orElse(256),
                            fields.origin());
                    fields.end();
                    if (problems.isSound(fields.origin())) {
                        read.check(problems);
                    }
                    return read;
                })
                .orElseGet(() -> new KeyRequest(ECDSA, 256, request.origin().at("key")));
    }

    public boolean isRsa() {
        return algorithm.equals(RSA);
    }

    private void check(InputProblems problems) {
        boolean fits = switch (algorithm) {
            case RSA -> size >= 2048 && size <= 8192;
            case ECDSA -> size == 256 || size == 384 || size == 521;
            case ED25519 -> true;
            default -> {
                problems.add(CfsslRule.KEY_ALGORITHM_UNKNOWN, origin, algorithm);
                yield true;
            }
        };
        if (!fits) {
            problems.add(CfsslRule.KEY_SIZE_INVALID, origin, algorithm, String.valueOf(size));
        }
    }
}
