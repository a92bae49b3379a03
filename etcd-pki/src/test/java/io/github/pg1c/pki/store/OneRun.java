package io.github.pg1c.pki.store;

import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.plan.IssuancePolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** One run of a store in a process of its own; with {@code hold} it keeps the lock until its input ends,
 * with {@code beside-bouncy-castle} it runs in an application that prefers Bouncy Castle for everything. */
final class OneRun {
    private OneRun() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[1]);
        if (arguments[0].equals("hold")) {
            try (StoreFiles.Lock lock = new DirectoryFiles(directory).lock()) {
                System.out.println("held");
                System.in.read();
            }
        } else {
            if (arguments[0].equals("beside-bouncy-castle")) {
                Security.insertProviderAt(new BouncyCastleProvider(), 1);
            }
            PkiStore.at(directory)
                    .planned(Plans.threeNodes(), IssuancePolicy.defaults(), Authorities.CLOCK, Authorities.RANDOM)
                    .ensure();
        }
    }

    /** Starts this program under the given umask. */
    static Process start(String umask, String what, Path directory) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "sh"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OneRun.class.getName(),
                what,
                directory.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
