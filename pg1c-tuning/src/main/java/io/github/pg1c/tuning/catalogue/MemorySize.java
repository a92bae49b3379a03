package io.github.pg1c.tuning.catalogue;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or of disk space, in bytes; its units are powers of 1024, as PostgreSQL's are.
 *
 * <p>Written as PostgreSQL writes it, {@code 4GB} or {@code 1536MB}: the largest unit that divides it exactly.
 *
 * @param bytes never negative
 * @see <a href="https://www.postgresql.org/docs/current/config-setting.html">PostgreSQL: setting parameters</a>
 * @since 0.1
 */
public record MemorySize(long bytes) implements Comparable<MemorySize> {

    /** Nothing. */
    public static final MemorySize ZERO = new MemorySize(0);

    private static final long KB = 1024L;
    private static final long MB = 1024L * KB;
    private static final long GB = 1024L * MB;
    private static final long TB = 1024L * GB;
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,19}(?:\\.\\d{1,9})?) ?(B|kB|KB|KiB|MB|MiB|GB|GiB|TB|TiB)");

    public MemorySize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size is never negative: " + bytes + " bytes");
        }
    }

    /** A number of units of 1024 bytes. */
    public static MemorySize ofKilobytes(long kilobytes) {
        return new MemorySize(Math.multiplyExact(kilobytes, KB));
    }

    /** A number of units of 1024² bytes. */
    public static MemorySize ofMegabytes(long megabytes) {
        return new MemorySize(Math.multiplyExact(megabytes, MB));
    }

    /** A number of units of 1024³ bytes. */
    public static MemorySize ofGigabytes(long gigabytes) {
        return new MemorySize(Math.multiplyExact(gigabytes, GB));
    }

    /**
     * Reads {@code 512MB}, {@code 16GB}, {@code 16 GB}, {@code 16GiB}, {@code 64kB}, {@code 1TB} or {@code 0}; a
     * fraction, {@code 1.5GB}, only when it is a whole number of bytes.
     *
     * @throws IllegalArgumentException for anything else; the message names the value and the form that is expected
     */
    public static MemorySize parse(String text) {
        String trimmed = text.strip();
        if (trimmed.equals("0")) {
            return ZERO;
        }
        Matcher matcher = FORM.matcher(trimmed);
        if (!matcher.matches()) {
            throw refused(text);
        }
        BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit(matcher.group(2))));
        try {
            return new MemorySize(bytes.longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    refused(text).getMessage() + ", a whole number of bytes below 8388608TB", e);
        }
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not a size: write a number and one of kB, MB, GB, TB, for example 16GB or 512MB");
    }

    private static long unit(String name) {
        return switch (name.charAt(0)) {
            case 'B' -> 1;
            case 'k', 'K' -> KB;
            case 'M' -> MB;
            case 'G' -> GB;
            default -> TB;
        };
    }

    /** Whole units of 1024 bytes, rounded down. */
    public long kilobytes() {
        return bytes / KB;
    }

    /** Whole units of 1024² bytes, rounded down. */
    public long megabytes() {
        return bytes / MB;
    }

    /** The sum; at most {@link Long#MAX_VALUE} bytes, so that a message can show an absurd figure. */
    public MemorySize plus(MemorySize other) {
        return new MemorySize(bytes > Long.MAX_VALUE - other.bytes ? Long.MAX_VALUE : bytes + other.bytes);
    }

    /** The difference, zero when the other is larger. */
    public MemorySize minus(MemorySize other) {
        return new MemorySize(Math.max(0, bytes - other.bytes));
    }

    /** The product, rounded down to bytes. */
    public MemorySize times(double factor) {
        return new MemorySize((long) (bytes * factor));
    }

    /** The product; at most {@link Long#MAX_VALUE} bytes. */
    public MemorySize times(long factor) {
        boolean absurd = factor > 0 && bytes > Long.MAX_VALUE / factor;
        return new MemorySize(absurd ? Long.MAX_VALUE : bytes * factor);
    }

    /** The quotient, rounded down to bytes. */
    public MemorySize dividedBy(long divisor) {
        return new MemorySize(bytes / divisor);
    }

    /** This size within bounds. */
    public MemorySize between(MemorySize lowest, MemorySize highest) {
        return max(lowest).min(highest);
    }

    /** The larger of the two. */
    public MemorySize max(MemorySize other) {
        return bytes >= other.bytes ? this : other;
    }

    /** The smaller of the two. */
    public MemorySize min(MemorySize other) {
        return bytes <= other.bytes ? this : other;
    }

    /** Rounded down to whole megabytes, for people to read. */
    public MemorySize wholeMegabytes() {
        return new MemorySize(bytes - bytes % MB);
    }

    /** Rounded down to the two highest bits, 16, 24, 32, 48 and so on: a figure that a person would have chosen. */
    public MemorySize rounded() {
        long highest = Long.highestOneBit(bytes);
        return new MemorySize(bytes & (highest | highest >> 1));
    }

    @Override
    public int compareTo(MemorySize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** The spelling that PostgreSQL reads: {@code 4GB}, {@code 1536MB}, {@code 0}. */
    public String toPostgres() {
        if (bytes == 0) {
            return "0";
        }
        if (bytes % TB == 0) {
            return bytes / TB + "TB";
        }
        if (bytes % GB == 0) {
            return bytes / GB + "GB";
        }
        if (bytes % MB == 0) {
            return bytes / MB + "MB";
        }
        return bytes % KB == 0 ? bytes / KB + "kB" : bytes + "B";
    }

    @Override
    public String toString() {
        return toPostgres();
    }
}
