package io.github.pg1c.patroni.internal.http;

/** User and password of Patroni's {@code restapi.authentication}; the text form hides the password. */
public record BasicCredentials(String user, String password) {
    @Override
    public String toString() {
        return "BasicCredentials[" + user + "]";
    }
}
