package io.github.pg1c.benchmarks;

import io.github.pg1c.pki.cfssl.CertificateOrder;
import io.github.pg1c.pki.cfssl.Cfssl;
import io.github.pg1c.pki.cfssl.CfsslOutput;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An authority and the certificates of three nodes from cfssl's JSON: four keys, requests and certificates, in a warm
 * JVM.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class IssuingBenchmark {

    private static final Cfssl CFSSL = Cfssl.strict(Clock.systemUTC(), new SecureRandom());
    private static final JsonSource CONFIG = new JsonSource("ca-config.json", """
            {"signing": {"default": {"expiry": "8760h"}, "profiles": {
              "etcd": {"usages": ["signing", "key encipherment", "server auth", "client auth"], "expiry": "8760h"}}}}
            """);

    /** The kind of all four keys. */
    @Param({"ecdsa 256", "rsa 2048"})
    private String key = "";

    /** In memory, RSA keys side by side. */
    @Benchmark
    public List<CfsslOutput> authorityAndThreeNodes() {
        return issue(key);
    }

    /**
     * For pki.sh: on each line of its input, which is a kind of key and a directory, makes the files there and answers
     * with two times in microseconds, until everything is issued and until it is on disk. Without a directory, but with
     * a number, it does so in memory that many times. With arguments it does so once for them, as a whole process.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            write(issue(arguments[0] + " " + arguments[1]), Path.of(arguments[2]));
            return;
        }
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            String key = words[0] + " " + words[1];
            if (words[2].matches("[0-9]+")) {
                for (int i = 0; i < Integer.parseInt(words[2]); i++) {
                    issue(key);
                }
                System.out.println("warm");
                continue;
            }
            long start = System.nanoTime();
            List<CfsslOutput> outputs = issue(key);
            long issued = System.nanoTime();
            write(outputs, Path.of(words[2]));
            System.out.println((issued - start) / 1000 + " " + (System.nanoTime() - start) / 1000);
        }
    }

    private static void write(List<CfsslOutput> outputs, Path directory) {
        Map<Path, CfsslOutput> files = new LinkedHashMap<>();
        for (int i = 0; i < outputs.size(); i++) {
            files.put(directory.resolve(i == 0 ? "ca" : "node" + i), outputs.get(i));
        }
        CfsslOutput.replaceAll(files);
    }

    private static List<CfsslOutput> issue(String key) {
        String[] kind = key.split(" ");
        String section = "\"key\": {\"algo\": \"" + kind[0] + "\", \"size\": " + kind[1] + "}";
        return CFSSL.initcaAndGencert(
                new JsonSource("ca-csr.json", "{\"CN\": \"benchmark\", " + section + "}"),
                CONFIG,
                Stream.of("node1", "node2", "node3")
                        .map(name -> CertificateOrder.of(
                                new JsonSource(
                                        name + "-csr.json",
                                        "{\"CN\": \"" + name + "\", \"hosts\": [\"" + name + "\", \"127.0.0.1\"], "
                                                + section + "}"),
                                "etcd"))
                        .toList());
    }
}
