package io.github.pg1c.live;

import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.secrets.generate.GenerationOptions;
import io.github.pg1c.secrets.generate.GenerationReport;
import io.github.pg1c.secrets.generate.Generator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The generated files of a specification: bundle and secrets, as a user has them on disk.
 *
 * @param specification the file of the specification
 * @param cluster the cluster of the specification
 * @param manifest the contents of {@code bundle.json}
 * @param bundle directory of the bundle
 * @param secrets directory of the secrets
 */
public record GeneratedFiles(Path specification, Cluster cluster, Manifest manifest, Path bundle, Path secrets) {

    static GeneratedFiles from(Path specification, Path work) {
        try {
            Specification read = SpecificationReader.read(specification);
            GenerationReport report = generate(read, work);
            return new GeneratedFiles(
                    specification,
                    read.cluster().orElseThrow(),
                    Manifest.parse(Files.readString(report.bundle().resolve(Manifest.FILE))),
                    report.bundle(),
                    report.secrets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts something that others issue into a secrets store, before it is made or after.
     *
     * @param place below the parent of the clusters' stores, as {@code zup/given/etcd.pem}
     */
    static void give(Path work, String place, String text) {
        try {
            Path file = work.toAbsolutePath().resolve("secrets").resolve(place);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Generates from the same specification into the same directories after a change of the secrets; the manifest stays
     * the first one.
     */
    GenerationReport again() {
        return generate(
                SpecificationReader.read(specification), bundle.resolve("../..").normalize());
    }

    /** Generates from the specification with texts replaced by others, into the same directories. */
    GenerationReport with(Map<String, String> edits) {
        try {
            String yaml = Files.readString(specification);
            for (Map.Entry<String, String> edit : edits.entrySet()) {
                if (!yaml.contains(edit.getKey())) {
                    throw new IllegalArgumentException(specification + " has no '" + edit.getKey() + "'");
                }
                yaml = yaml.replace(edit.getKey(), edit.getValue());
            }
            return generate(
                    SpecificationReader.read(yaml, specification.toString()),
                    bundle.resolve("../..").normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GenerationReport generate(Specification read, Path work) {
        GenerationOptions options = GenerationOptions.of(work.resolve("bundle"), work.resolve("secrets"), "live-tests");
        return new Generator(Clock.systemUTC(), new SecureRandom()).generate(read, options);
    }

    String runbook() {
        return read(bundle.resolve("RUNBOOK.md"));
    }

    /** The commands that a chapter of the runbook prints, one entry for each block. */
    public List<String> commands(String chapter) {
        String page = runbook();
        String from = "<a id=\"" + chapter + "\"></a>";
        int start = page.indexOf(from) + from.length();
        int end = page.indexOf("<a id=", start);
        return Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(page.substring(start, end < 0 ? page.length() : end))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** The blocks of a chapter of the runbook, with where each one runs. */
    public List<PrintedStep> steps(String chapter) {
        return PrintedStep.of(runbook(), chapter);
    }

    /** The password in the secrets store, such as {@code superuser} or {@code role-zup}. */
    String password(String name) {
        return read(secrets.resolve("passwords").resolve(name)).strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that the operator of the cluster has, such as {@code ca.pem}. */
    Path operator(String file) {
        return secrets.resolve("operator").resolve(file);
    }
}
