package io.github.pg1c.base.file;

import java.nio.file.Path;

/** Another process that wants a lock: prints that it has it and keeps it until its input ends, or prints why not. */
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
