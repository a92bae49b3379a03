package io.github.pg1c.base.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Access for the owner alone: POSIX permissions, or an access control list where there are none. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** The attribute that gives a new file or directory these permissions at its creation; none without POSIX. */
    static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return DurableFiles.posix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Restricts a file that is new and still empty, where permissions at its creation could not do it. */
    static void restrictNew(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (OWNER.containsAll(permissions) && !DurableFiles.posix(path)) {
            restrict(path, permissions);
        }
    }

    /** Takes access from everybody but the owner; does nothing where that cannot be expressed. */
    static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (DurableFiles.posix(path)) {
            if (!permissions.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))) {
                Files.setPosixFilePermissions(path, permissions);
            }
            return;
        }
        AclFileAttributeView view = list(path);
        if (view != null && !holds(path)) {
            view.setAcl(List.of(whole(view.getOwner(), Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))));
        }
    }

    /** Whether nobody but the owner has access; false as well where the file system cannot tell. */
    static boolean holds(Path path) throws IOException {
        if (DurableFiles.posix(path)) {
            return OWNER.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        }
        AclFileAttributeView view = list(path);
        if (view == null) {
            return false;
        }
        UserPrincipal owner = view.getOwner();
        List<AclEntry> entries = view.getAcl();
        // Without an entry some systems let everybody in.
        return !entries.isEmpty()
                && entries.stream()
                        .allMatch(entry -> entry.type() != AclEntryType.ALLOW
                                || entry.principal().equals(owner));
    }

    private static AclEntry whole(UserPrincipal owner, boolean directory) {
        AclEntry.Builder entry = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class));
        return directory
                ? entry.setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                        .build()
                : entry.build();
    }

    private static @Nullable AclFileAttributeView list(Path path) {
        return Files.getFileAttributeView(path, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
