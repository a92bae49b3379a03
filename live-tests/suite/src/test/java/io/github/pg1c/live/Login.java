package io.github.pg1c.live;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * How to log in to PostgreSQL over JDBC: by default over verified TLS.
 *
 * @param from address of this machine to connect from
 * @param user database role
 * @param password its password
 * @param database database
 * @param ca certificates to trust
 * @param sslMode {@code verify-full}, or another mode of a client that must be refused
 */
public record Login(String from, String user, String password, String database, Path ca, String sslMode) {

    Login from(String address) {
        return new Login(address, user, password, database, ca, sslMode);
    }

    Login withoutTls() {
        return new Login(from, user, password, database, ca, "disable");
    }

    public Login to(String otherDatabase) {
        return new Login(from, user, password, otherDatabase, ca, sslMode);
    }

    Login withPassword(String other) {
        return new Login(from, user, other, database, ca, sslMode);
    }

    /** A connection without a limit on the time of an answer. */
    public Connection connect(String host, int port) throws SQLException {
        return connect(host, port, Duration.ZERO);
    }

    /**
     * A connection that breaks when an answer takes longer.
     *
     * @param answer whole seconds; zero is no limit
     */
    public Connection connect(String host, int port, Duration answer) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("sslmode", sslMode);
        properties.setProperty("sslrootcert", ca.toString());
        properties.setProperty("socketFactory", SourceAddressSockets.class.getName());
        properties.setProperty("socketFactoryArg", from);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", Long.toString(answer.toSeconds()));
        return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/" + database, properties);
    }

    @Override
    public String toString() {
        return "Login[" + user + " from " + from + ", sslmode " + sslMode + "]";
    }
}
