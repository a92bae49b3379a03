package io.github.pg1c.pki.cfssl;

import io.github.pg1c.pki.cfssl.input.CfsslProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The output of a command of cfssl: texts in PEM; a command makes some of them. The text form never shows the key.
 *
 * @param certificate the certificate
 * @param request the signing request
 * @param privateKey the unencrypted private key
 * @param warnings warnings about corrected or doubtful inputs; no errors
 * @since 0.1
 */
public record CfsslOutput(
        Optional<String> certificate,
        Optional<String> request,
        Optional<String> privateKey,
        List<CfsslProblem> warnings) {
    /** Takes a copy of the warnings. */
    public CfsslOutput {
        warnings = List.copyOf(warnings);
    }

    /** The line that cfssl prints, with its line feed: {@code {"cert":…,"csr":…,"key":…}}. */
    public String json() {
        StringBuilder json = new StringBuilder("{");
        member(json, "cert", certificate);
        member(json, "csr", request);
        member(json, "key", privateKey);
        return json.append("}\n").toString();
    }

    /**
     * Writes {@code <base>.pem}, {@code <base>-key.pem} and {@code <base>.csr} as {@code cfssljson -bare} does, with
     * the modes 0664, 0600 and 0644 less the umask. It refuses to replace existing files.
     *
     * @throws io.github.pg1c.pki.PkiException when one of the files exists or cannot be written; then no file was
     *     written
     */
    public void write(Path base) {
        OutputFiles.write(Map.of(base, this), false);
    }

    /** As {@link #write}, but replaces existing files. The replaced key of an authority is lost. */
    public void replace(Path base) {
        OutputFiles.write(Map.of(base, this), true);
    }

    /** Writes several outputs, all or none, each with its base; refuses to replace existing files. */
    public static void writeAll(Map<Path, CfsslOutput> outputs) {
        OutputFiles.write(outputs, false);
    }

    /** As {@link #writeAll}, but replaces existing files. */
    public static void replaceAll(Map<Path, CfsslOutput> outputs) {
        OutputFiles.write(outputs, true);
    }

    @Override
    public String toString() {
        return "CfsslOutput[certificate=" + certificate.isPresent() + ", request=" + request.isPresent()
                + ", privateKey=" + (privateKey.isPresent() ? "hidden" : "none") + ", warnings=" + warnings + "]";
    }

    private static void member(StringBuilder json, String name, Optional<String> pem) {
        pem.ifPresent(text -> {
            // PEM needs no other escapes.
            json.append(json.length() > 1 ? "," : "")
                    .append('"')
                    .append(name)
                    .append("\":\"")
                    .append(text.replace("\n", "\\n"))
                    .append('"');
        });
    }
}
