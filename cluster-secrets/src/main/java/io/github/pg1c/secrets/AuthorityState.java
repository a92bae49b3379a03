package io.github.pg1c.secrets;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.file.PrivateDirectory;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.secrets.content.ClusterCertificates;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The state of the store's authorities: which have revocation lists, and whose keys are elsewhere. */
final class AuthorityState {

    /**
     * The names of the authorities whose keys are elsewhere, one on each line; a secrets store without such an
     * authority has no such file.
     */
    private static final String OUTSIDE = "authorities-outside";

    private final PrivateDirectory files;

    AuthorityState(PrivateDirectory files) {
        this.files = files;
    }

    RevocationLists lists() {
        return new RevocationLists(
                ClusterCertificates.AUTHORITIES.stream().filter(this::hasList).collect(Collectors.toSet()));
    }

    Set<String> outside() {
        Set<String> names = new LinkedHashSet<>();
        for (String line : files.readText(OUTSIDE).orElse("").lines().toList()) {
            String name = line.strip();
            if (!name.isEmpty() && !ClusterCertificates.AUTHORITIES.contains(name)) {
                String known = String.join(", ", ClusterCertificates.AUTHORITIES);
                throw new FileException(
                        files.file(OUTSIDE),
                        Text.of(
                                "names an authority that there is not; there are " + known,
                                "назван неизвестный удостоверяющий центр; известны " + known));
            }
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** Records that this authority's key is elsewhere. */
    void moveOutside(String authority) {
        Set<String> names = outside();
        if (names.add(authority)) {
            List<String> lines = new ArrayList<>(names);
            files.write(OUTSIDE, String.join("\n", lines) + "\n");
        }
    }

    private boolean hasList(String authority) {
        return files.read("ca/" + authority + "/crl.pem").isPresent();
    }
}
