package io.github.pg1c.bundle.part;

/**
 * A device that a service opens. A rule of udev among the files hands it to the service's user; in a container its host
 * does.
 *
 * @param path absolute path
 * @param user user that opens it
 * @param module module of the kernel that brings the device; empty where none can be loaded, as in a container
 * @param required whether the service is useless without it
 * @since 0.1
 */
public record Device(String path, String user, String module, boolean required) {}
