package io.github.pg1c.patroni;

/** User and password of Patroni's {@code restapi.authentication}. */
record BasicCredentials(String user, Secret password) {}
