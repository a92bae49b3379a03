package io.github.pg1c.secrets.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideAuthorityTest {

    @TempDir
    private Path directory;

    @Test
    void noRequestAndNoImportWhileAllKeysAreInTheStore() {
        StoreFixture store = StoreFixture.made(directory.resolve("secrets"));

        assertThat(new OutsideRequest(Optional.empty()).plan(store.pki()).obstacles())
                .containsExactly(new CertificateObstacle.NobodyOutside());
        assertThat(new OutsideImport.OfAnswers(List.of()).plan(store.pki()).obstacles())
                .containsExactly(new CertificateObstacle.NobodyOutside());
    }

    @Test
    void writesRequestsAfterAnAuthorityIsMovedOutside() throws IOException {
        StoreFixture store = StoreFixture.made(directory.resolve("secrets"));
        OutsideRequest request = new OutsideRequest(Optional.of("etcd"));

        OutsideRequest.Plan plan = request.plan(store.pki());
        store.pki().renew(java.util.Set.of("ca/cluster"), store.clock(), store.random());
        OutsideRequest.Result result = request.run(store.pki(), store.clock(), store.random());

        assertThat(plan.moved()).contains("etcd");
        assertThat(plan.unmaintainedList()).isEmpty();
        assertThat(request.plan(store.pki()).moved()).isEmpty();
        Path requests = Files.createDirectories(directory.resolve("requests"));
        Files.writeString(requests.resolve("answered.csr"), "old\n");
        SigningRequestFiles.write(requests, result.requests());
        assertThat(requests.resolve("answered.csr")).doesNotExist();
        result.requests()
                .forEach(one -> assertThat(requests.resolve(SigningRequestFiles.name(one)))
                        .content()
                        .isEqualTo(one.pem()));
    }

    @Test
    void anImportNamesThePossibleAuthorities() {
        StoreFixture store = StoreFixture.made(directory.resolve("secrets"));
        store.pki().moveOutside("etcd", store.clock(), store.random());

        assertThat(new OutsideImport.OfAuthority(Optional.empty(), "")
                        .plan(store.pki())
                        .authority())
                .contains("etcd");
        assertThat(new OutsideImport.OfAuthority(Optional.of("cluster"), "")
                        .plan(store.pki())
                        .obstacles())
                .containsExactly(new CertificateObstacle.AuthorityNotChosen(List.of("etcd")));
        store.pki().moveOutside("cluster", store.clock(), store.random());
        assertThat(new OutsideImport.OfRevocationLists(Optional.empty(), new byte[0])
                        .plan(store.pki())
                        .obstacles())
                .containsExactly(new CertificateObstacle.AuthorityNotChosen(List.of("etcd", "cluster")));
    }

    @Test
    void reportsEveryUnusableFile() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        Path text = Files.writeString(directory.resolve("text.pem"), "no certificate\n");
        Path missing = directory.resolve("missing.pem");
        List<CertificateFiles.Unusable> unusable = new ArrayList<>();

        List<String> read = new CertificateFiles(unusable::add).each(List.of(empty, text, missing));

        assertThat(read).isEmpty();
        assertThat(unusable)
                .startsWith(
                        new CertificateFiles.Unusable.EmptyDirectory(empty),
                        new CertificateFiles.Unusable.NoCertificate(text))
                .hasSize(3);
        assertThat(unusable.get(2))
                .isInstanceOfSatisfying(
                        CertificateFiles.Unusable.Unreadable.class,
                        file -> assertThat(file.failure())
                                .hasMessage(missing + ": cannot be read: it does not exist; check the path"));
    }

    @Test
    void readsAChainInTheOrderInWhichItSigns() throws IOException {
        StoreFixture store = StoreFixture.made(directory.resolve("secrets"));
        String authority = Files.readString(store.pki().directory().resolve("ca/etcd/ca.pem"));
        String leaf = Files.readString(store.pki().directory().resolve("operator/etcd-client.pem"));
        Path file = Files.writeString(directory.resolve("chain.pem"), authority + leaf);

        String chain = new CertificateFiles(unusable -> {}).chain(file);

        assertThat(chain).isEqualTo(leaf + authority);
    }
}
