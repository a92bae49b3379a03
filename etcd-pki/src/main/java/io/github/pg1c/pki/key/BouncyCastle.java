package io.github.pg1c.pki.key;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The provider instance of this library: handed to each call and never registered, so that the host's security set-up
 * stays as it is.
 */
public final class BouncyCastle {
    public static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}
}
