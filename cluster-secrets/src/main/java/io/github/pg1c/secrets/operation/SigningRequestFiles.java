package io.github.pg1c.secrets.operation;

import io.github.pg1c.base.file.DurableFiles;
import io.github.pg1c.base.file.FileException;
import io.github.pg1c.pki.store.SigningRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A directory with copies of signing requests, ready to be sent.
 *
 * @since 0.1
 */
public final class SigningRequestFiles {

    private SigningRequestFiles() {}

    /**
     * Brings the directory to exactly these requests: other files with the ending {@code .csr} are removed, because a
     * request that was answered would only be signed again.
     *
     * @throws FileException when the directory cannot be written
     */
    public static void write(Path directory, List<SigningRequest> requests) {
        Map<String, String> wanted = new LinkedHashMap<>();
        requests.forEach(request -> wanted.put(name(request), request.pem()));
        try {
            if (Files.isDirectory(directory)) {
                removeOthers(directory, wanted);
            }
            for (Map.Entry<String, String> request : wanted.entrySet()) {
                DurableFiles.write(
                        directory.resolve(request.getKey()), request.getValue().getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw FileException.removing(directory, e);
        }
    }

    /** The name of the file for a request. */
    public static String name(SigningRequest request) {
        return request.id().replace('/', '-') + ".csr";
    }

    private static void removeOthers(Path directory, Map<String, String> wanted) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.csr")) {
            for (Path file : found) {
                if (!wanted.containsKey(String.valueOf(file.getFileName()))) {
                    Files.delete(file);
                }
            }
        }
    }
}
