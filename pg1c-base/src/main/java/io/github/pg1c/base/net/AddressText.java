package io.github.pg1c.base.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and prints literal IP addresses; never asks a name server, and gives each address one spelling. */
public final class AddressText {

    private AddressText() {}

    /**
     * Four or sixteen bytes; empty when the text is no address. An address with a zone ({@code %eth0}) is not accepted.
     */
    public static Optional<byte[]> parse(String text) {
        return text.indexOf(':') >= 0 ? sixteen(text) : four(text);
    }

    /** The spelling of RFC 5952 for sixteen bytes, dotted decimals for four. */
    public static String print(byte[] bytes) {
        return bytes.length == 4 ? dotted(bytes, 0) : colons(bytes);
    }

    private static Optional<byte[]> four(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            // A leading zero is refused: some programs read it as octal.
            if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> sixteen(String text) {
        int gap = text.indexOf("::");
        Optional<List<Byte>> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        Optional<List<Byte>> tail = gap < 0 ? Optional.of(List.of()) : groups(text.substring(gap + 2), true);
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int given = head.get().size() + tail.get().size();
        if (gap < 0 ? given != 16 : given > 14) {
            return Optional.empty();
        }
        byte[] bytes = new byte[16];
        for (int i = 0; i < head.get().size(); i++) {
            bytes[i] = head.get().get(i);
        }
        for (int i = 0; i < tail.get().size(); i++) {
            bytes[16 - tail.get().size() + i] = tail.get().get(i);
        }
        return Optional.of(bytes);
    }

    private static Optional<List<Byte>> groups(String text, boolean last) {
        List<Byte> bytes = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(bytes);
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            Optional<byte[]> embedded = last && i == parts.length - 1 ? four(parts[i]) : Optional.empty();
            if (embedded.isPresent()) {
                for (byte b : embedded.get()) {
                    bytes.add(b);
                }
            } else if (parts[i].matches("[0-9A-Fa-f]{1,4}")) {
                int group = Integer.parseInt(parts[i], 16);
                bytes.add((byte) (group >> 8));
                bytes.add((byte) group);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(bytes);
    }

    private static String dotted(byte[] bytes, int from) {
        return (bytes[from] & 255) + "." + (bytes[from + 1] & 255) + "." + (bytes[from + 2] & 255) + "."
                + (bytes[from + 3] & 255);
    }

    private static String colons(byte[] bytes) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = ((bytes[2 * i] & 255) << 8) | (bytes[2 * i + 1] & 255);
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
