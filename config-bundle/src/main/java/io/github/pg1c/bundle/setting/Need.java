package io.github.pg1c.bundle.setting;

import java.util.Optional;

/**
 * The action that makes a changed setting effective on a running cluster.
 *
 * <p>In the manifest it is one word, {@link #id()}: {@code nothing}, {@code installation}, {@code reload:patroni},
 * {@code restart:postgresql}, {@code restart:postgresql:limit}, {@code shared}, {@code shared:restart:postgresql},
 * {@code shared:restart:postgresql:limit}, {@code initialisation}, {@code manual}.
 *
 * @since 0.1
 */
public sealed interface Need {

    /** No action: people read it, or programs read it at each use. */
    Need NOTHING = new Nothing();
    /** The installer makes it effective: kernel settings, units that set something and end. */
    Need INSTALLATION = new Installation();
    /** Effective when the cluster is made; an existing cluster keeps its value. */
    Need INITIALISATION = new Initialisation();
    /** A person does it: pg1c does not know a safe way. */
    Need MANUAL = new Manual();

    /** The form of the manifest. */
    String id();

    /** The service that reloads or restarts; empty where none does. */
    default Optional<String> service() {
        return Optional.empty();
    }

    /** A service reads its configuration again; sessions go on. */
    static Need reload(String service) {
        return new Reload(service);
    }

    /** A service restarts, one node at a time. */
    static Need restart(String service) {
        return new Restart(service, false);
    }

    /** The shared configuration in the DCS changes; the members take the value by themselves. */
    static Need shared() {
        return new Shared(Optional.empty());
    }

    /** The shared configuration in the DCS changes, then the members restart the service. */
    static Need shared(Restart restart) {
        return new Shared(Optional.of(restart));
    }

    /**
     * Reads the form of the manifest.
     *
     * @throws IllegalArgumentException when the text is not a need
     */
    static Need parse(String id) {
        String[] words = id.split(":", -1);
        boolean limit = words.length > 2 && words[words.length - 1].equals("limit");
        int length = limit ? words.length - 1 : words.length;
        if (length == 1) {
            return switch (words[0]) {
                case "nothing" -> NOTHING;
                case "installation" -> INSTALLATION;
                case "initialisation" -> INITIALISATION;
                case "manual" -> MANUAL;
                case "shared" -> shared();
                default -> throw unknown(id);
            };
        }
        if (length == 2 && words[0].equals("reload") && !limit) {
            return reload(words[1]);
        }
        if (length == 2 && words[0].equals("restart")) {
            return new Restart(words[1], limit);
        }
        if (length == 3 && words[0].equals("shared") && words[1].equals("restart")) {
            return shared(new Restart(words[2], limit));
        }
        throw unknown(id);
    }

    private static IllegalArgumentException unknown(String id) {
        return new IllegalArgumentException("need '" + id + "' is unknown");
    }

    /** See {@link Need#NOTHING}. */
    record Nothing() implements Need {
        @Override
        public String id() {
            return "nothing";
        }
    }

    /** See {@link Need#INSTALLATION}. */
    record Installation() implements Need {
        @Override
        public String id() {
            return "installation";
        }
    }

    /**
     * A service reads its configuration again.
     *
     * @param name of the service, as the component declares it
     */
    record Reload(String name) implements Need {
        @Override
        public String id() {
            return "reload:" + name;
        }

        @Override
        public Optional<String> service() {
            return Optional.of(name);
        }
    }

    /**
     * A service restarts, one node at a time.
     *
     * @param name of the service, as the component declares it
     * @param standbyLimit whether a standby stops when its value is lower than its leader's: standbys restart first to
     *     raise it, the leader first to lower it
     * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-ADMIN">PostgreSQL: hot standby,
     *     administrator's overview</a>
     */
    record Restart(String name, boolean standbyLimit) implements Need {
        @Override
        public String id() {
            return "restart:" + name + (standbyLimit ? ":limit" : "");
        }

        @Override
        public Optional<String> service() {
            return Optional.of(name);
        }
    }

    /**
     * The shared configuration in the DCS changes. The value in a file is effective only when the cluster is made.
     *
     * @param restart the need of the members then; empty when they take the value by themselves
     * @see <a href="https://patroni.readthedocs.io/en/latest/patroni_configuration.html">Patroni: dynamic
     *     configuration</a>
     */
    record Shared(Optional<Restart> restart) implements Need {
        @Override
        public String id() {
            return "shared" + restart.map(then -> ":" + then.id()).orElse("");
        }

        @Override
        public Optional<String> service() {
            return restart.map(Restart::name);
        }
    }

    /** See {@link Need#INITIALISATION}. */
    record Initialisation() implements Need {
        @Override
        public String id() {
            return "initialisation";
        }
    }

    /** See {@link Need#MANUAL}. */
    record Manual() implements Need {
        @Override
        public String id() {
            return "manual";
        }
    }
}
