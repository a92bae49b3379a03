package io.github.pg1c.bundle.document;

/** Names for those who start a connection and are no node. */
public final class Actors {

    private Actors() {}

    /** The name of a node as it is, the others in the page's language. */
    public static String name(DocumentContext context, String from) {
        return switch (from) {
            case "clients" -> context.say("clients (1C servers)", "клиенты (серверы 1С)");
            case "administrators" -> context.say("administrators", "администраторы");
            case "monitoring" -> context.say("monitoring", "мониторинг");
            default -> from;
        };
    }
}
