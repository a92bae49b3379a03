package io.github.pg1c.base.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Private files where the file system has no POSIX permissions. */
class ForeignFileSystemTest {

    private static final Configuration WINDOWS = Configuration.windows();

    @Test
    void leavesTheOwnerAloneInTheAccessControlLists() throws IOException {
        try (FileSystem files = with("basic", "owner", "acl")) {
            PrivateDirectory directory = PrivateDirectory.at(files.getPath("C:\\work\\.pg1c\\zup"));
            assertThat(directory.isProtected()).isTrue();

            directory.write("nodes/pg1/key.pem", "key\n");

            assertThat(directory.isProtected()).isTrue();
            for (String path : List.of("", "nodes", "nodes\\pg1", "nodes\\pg1\\key.pem")) {
                Path made = directory.root().resolve(path);
                AclFileAttributeView view = acl(made);
                assertThat(view.getAcl()).as(path).singleElement().satisfies(entry -> {
                    assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
                    assertThat(entry.principal()).isEqualTo(view.getOwner());
                    assertThat(entry.permissions()).contains(AclEntryPermission.READ_DATA);
                    assertThat(entry.flags().isEmpty()).isEqualTo(Files.isRegularFile(made));
                });
            }
        }
    }

    @Test
    void takesAccessFromOthersThatACopyBrought() throws IOException {
        try (FileSystem files = with("basic", "owner", "acl")) {
            PrivateDirectory directory = PrivateDirectory.at(files.getPath("C:\\work\\.pg1c\\zup"));
            directory.write("key.pem", "key\n");
            for (Path path : List.of(directory.root(), directory.file("key.pem"))) {
                UserPrincipal other = files.getUserPrincipalLookupService().lookupPrincipalByName("other");
                acl(path)
                        .setAcl(List.of(AclEntry.newBuilder()
                                .setType(AclEntryType.ALLOW)
                                .setPrincipal(other)
                                .setPermissions(AclEntryPermission.READ_DATA)
                                .build()));
            }
            assertThat(directory.isProtected()).isFalse();

            directory.create();
            directory.tighten("key.pem");

            assertThat(directory.isProtected()).isTrue();
            assertThat(acl(directory.file("key.pem")).getAcl())
                    .allMatch(entry -> entry.principal().getName().equals("user"));
        }
    }

    @Test
    void writesWithoutProtectionAndSaysSoWhereThereIsNone() throws IOException {
        try (FileSystem files = with("basic")) {
            PrivateDirectory directory = PrivateDirectory.at(files.getPath("C:\\work\\.pg1c\\zup"));
            assertThat(directory.isProtected()).isTrue();

            directory.create();
            directory.write("passwords/zup", "secret\n");
            directory.lock(".lock").close();

            assertThat(directory.readText("passwords/zup")).contains("secret\n");
            assertThat(directory.isProtected()).isFalse();
            Path link = Files.createSymbolicLink(files.getPath("C:\\work\\link"), directory.root());
            assertThat(PrivateDirectory.at(link).isProtected()).isFalse();
        }
    }

    private static FileSystem with(String view, String... more) {
        return Jimfs.newFileSystem(
                WINDOWS.toBuilder().setAttributeViews(view, more).build());
    }

    private static AclFileAttributeView acl(Path path) {
        return Files.getFileAttributeView(path, AclFileAttributeView.class);
    }
}
