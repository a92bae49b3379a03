package io.github.pg1c.pki.store;

import java.nio.file.Path;

/**
 * A signing request that waits for the answer of an external authority.
 *
 * @param id the id of the certificate in the plan
 * @param file its place in the store
 * @param pem the request (PKCS#10) in PEM
 * @since 0.1
 */
public record SigningRequest(String id, Path file, String pem) {}
