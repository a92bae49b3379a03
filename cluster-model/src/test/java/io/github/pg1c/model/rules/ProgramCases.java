package io.github.pg1c.model.rules;

import static io.github.pg1c.model.rules.ProblemCase.of;

import java.util.List;

/** Mistakes in where programs come from, and in the users that run them. */
final class ProgramCases {

    private ProgramCases() {}

    static List<ProblemCase> all() {
        return List.of(
                of(
                        "731",
                        "programs.etcd.from",
                        "python",
                        "language: en",
                        "language: en\nprograms: {etcd: {from: python}}"),
                of(
                        "732",
                        "programs.etcd",
                        "etcd: {from",
                        "language: en",
                        "language: en\netcd: {binary: /usr/local/bin/etcd}\nprograms:\n  etcd: {from: archive,"
                                + " archive: etcd.tar.gz}"),
                of(
                        "732",
                        "programs.patroni.sha256",
                        "sha256",
                        "language: en",
                        "language: en\nprograms: {patroni: {from: package, sha256: " + "a".repeat(64) + "}}"),
                of(
                        "733",
                        "programs.patroni.requirements[0]",
                        "patroni; reboot",
                        "language: en",
                        "language: en\nprograms: {patroni: {from: python, requirements: [\"patroni; reboot\"]}}"),
                of(
                        "733",
                        "programs.etcd.archive",
                        "../etcd.tar.gz",
                        "language: en",
                        "language: en\netcd: {binary: /usr/local/bin/etcd}\nprograms:\n  etcd: {from: archive,"
                                + " archive: ../etcd.tar.gz, sha256: " + "a".repeat(64) + "}"),
                of(
                        "734",
                        "programs.etcd.from",
                        "from: package",
                        "language: en",
                        "language: en\netcd: {binary: /usr/local/bin/etcd}\nprograms: {etcd: {from: package}}"),
                of(
                        "735",
                        "users[0].name",
                        "nobody1",
                        "language: en",
                        "language: en\nusers: [{name: nobody1, uid: 26}]"),
                of(
                        "735",
                        "users[1].uid",
                        "26}]",
                        "language: en",
                        "language: en\nusers: [{name: postgres, uid: 26}, {name: etcd, uid: 26}]"),
                of("735", "users[0].uid", "70000", "language: en", "language: en\nusers: [{name: etcd, uid: 70000}]"),
                repository("736", "platform.repositories[0].name", "Vendor_1", "name: vendor", "name: Vendor_1"),
                repository(
                        "736",
                        "platform.repositories[0].url",
                        "https://me:word@mirror",
                        "https://mirror",
                        "https://me:word@mirror"),
                repository("736", "platform.repositories[0].suite", "a suite", "suite: trixie", "suite: a suite"),
                repository("031", "platform.repositories[0].key", "key", "mDMEZ1c1", "mDMEZ1c1 ; reboot"),
                repository("031", "platform.repositories[0].key", "key", "PUBLIC", "PRIVATE"),
                packages("738", "packages.sums", "12", "{sums: '12'}"),
                packages("738", "packages.versions.patrony", "4.0.4-1", "{versions: {patrony: 4.0.4-1}}"),
                packages("738", "packages.versions.patroni", "1; reboot", "{versions: {patroni: '1; reboot'}}"),
                packages("738", "packages.versions", "versions", "{versions: {'a b': 1}}"),
                packages("739", "packages.versions", "versions", "{versions: {patroni: 4.0.4-1}}"),
                repository("737", "platform.repositories[0]", "name: vendor", ", suite: trixie-pgdg", ""),
                repository(
                        "737",
                        "platform.repositories[0].components",
                        "main",
                        "suite: trixie-pgdg",
                        "suite: ./, components: [main]"));
    }

    /** A mistake in a repository that is right otherwise. */
    private static ProblemCase packages(String code, String path, String at, String section) {
        return of(code, path, at, "language: en", "language: en\npackages: " + section);
    }

    private static ProblemCase repository(String code, String path, String text, String right, String wrong) {
        String repository = "{name: vendor, url: \"https://mirror.example.org/pg\", suite: trixie-pgdg, key: "
                + "\"-----BEGIN PGP PUBLIC KEY BLOCK-----\\n\\nmDMEZ1c1\\n-----END PGP PUBLIC KEY BLOCK-----\"}";
        return of(
                code,
                path,
                text,
                "os: debian-13}",
                "os: debian-13, repositories: [" + repository.replace(right, wrong) + "]}");
    }
}
