package io.github.pg1c.base.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DirectoryLockTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve(".lock");
    }

    @Test
    void removesItsFile() {
        try (DirectoryLock lock = DirectoryLock.acquire(file)) {
            assertThat(file).isRegularFile();
        }
        assertThat(directory).isEmptyDirectory();
        DirectoryLock.acquire(file).close();
    }

    @Test
    void keepsAnotherProcessOutAndIsNamedThere() throws Exception {
        try (DirectoryLock lock = DirectoryLock.acquire(file)) {
            assertRefusedHere();
            // Refused attempts of this process must not release the lock.
            assertThat(answer(start()))
                    .isEqualTo("another run of pg1c is writing here: process "
                            + ProcessHandle.current().pid());
        }
        assertThat(answer(start())).isEqualTo("locked");
    }

    @Test
    void namesTheProcessThatHasIt() throws Exception {
        Process other = start();
        try (BufferedReader output = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("locked");
            assertThatExceptionOfType(FileException.class)
                    .isThrownBy(() -> DirectoryLock.acquire(file))
                    .withMessage(file + ": another run of pg1c is writing here: process " + other.pid())
                    .satisfies(e -> assertThat(e.reason().ru()).endsWith("процесс " + other.pid()));

            other.destroyForcibly().waitFor();
            assertThat(file).exists();
            DirectoryLock.acquire(file).close();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void keepsOutACopyOfTheClassInAnotherLoader() throws Exception {
        URL classes = DirectoryLock.class.getProtectionDomain().getCodeSource().getLocation();
        try (DirectoryLock lock = DirectoryLock.acquire(file);
                URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> copy = loader.loadClass(DirectoryLock.class.getName());
            assertThat(copy).isNotSameAs(DirectoryLock.class);
            assertThatExceptionOfType(java.lang.reflect.InvocationTargetException.class)
                    .isThrownBy(() -> copy.getMethod("acquire", Path.class).invoke(null, file))
                    .withStackTraceContaining("in this process");
            assertThat(answer(start()))
                    .contains("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void knowsTheSameDirectoryByAnotherPath() throws IOException {
        Path link =
                Files.createSymbolicLink(directory.resolve("link"), Files.createDirectory(directory.resolve("real")));
        try (DirectoryLock lock = DirectoryLock.acquire(directory.resolve("real/.lock"))) {
            assertThatExceptionOfType(FileException.class)
                    .isThrownBy(() -> DirectoryLock.acquire(link.resolve(".lock")));
        }
    }

    @Test
    void isHeldByOneOfManyThreadsAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger successes = new AtomicInteger();
        Callable<Boolean> task = () -> {
            for (int i = 0; i < 200; i++) {
                try (DirectoryLock lock = DirectoryLock.acquire(file)) {
                    successes.incrementAndGet();
                    if (inside.incrementAndGet() != 1) {
                        return false;
                    }
                    inside.decrementAndGet();
                } catch (FileException e) {
                    Thread.onSpinWait();
                }
            }
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> alone = new ArrayList<>(threads.invokeAll(List.of(task, task, task, task)));
            for (Future<Boolean> one : alone) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(successes).hasPositiveValue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void doesNotFollowASymbolicLink(@TempDir Path outside) throws IOException {
        Path victim = Files.writeString(outside.resolve("victim"), "untouched");
        Files.createSymbolicLink(file, victim);
        assertThatExceptionOfType(FileException.class).isThrownBy(() -> DirectoryLock.acquire(file));
        assertThat(victim).hasContent("untouched");
        assertThat(Files.exists(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    void saysThatTheDirectoryIsMissing() {
        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> DirectoryLock.acquire(directory.resolve("missing/.lock")))
                .withMessageEndingWith(".lock: cannot be written: the directory does not exist, only " + directory
                        + "; make the directory, or name another directory");
    }

    private void assertRefusedHere() {
        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> DirectoryLock.acquire(file))
                .withMessage(file + ": another run of pg1c is writing here, in this process");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(java.io.File.pathSeparator, location(DirectoryLock.class), location(getClass())),
                        LockingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String location(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static String answer(Process process) throws Exception {
        process.getOutputStream().close();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String answer = output.readLine();
            process.waitFor();
            return String.valueOf(answer);
        }
    }
}
