package io.github.pg1c.bundle.document;

/** Names for those who start a connection and are no node. */
final class Actors {

    private Actors() {}

    /** The name of a node as it is, the others in the page's language. */
    static String name(Facts facts, String from) {
        return switch (from) {
            case "clients" -> facts.say("clients (1C servers)", "клиенты (серверы 1С)");
            case "administrators" -> facts.say("administrators", "администраторы");
            case "monitoring" -> facts.say("monitoring", "мониторинг");
            default -> from;
        };
    }
}
