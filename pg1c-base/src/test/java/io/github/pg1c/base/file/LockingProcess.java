package io.github.pg1c.base.file;

import java.nio.file.Path;

/**
 * Another process that takes a lock. It prints that it has the lock and keeps it until its input ends, or prints the
 * reason of a refusal.
 */
final class LockingProcess {

    private LockingProcess() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        try (DirectoryLock lock = DirectoryLock.acquire(Path.of(arguments[0]))) {
            System.out.println("locked");
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (FileException e) {
            System.out.println(e.reason().en());
        }
    }
}
