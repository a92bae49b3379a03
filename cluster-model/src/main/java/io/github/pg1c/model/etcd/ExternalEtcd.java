package io.github.pg1c.model.etcd;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.value.AuthorityCertificates;
import io.github.pg1c.model.value.EtcdEndpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An etcd cluster that others operate. Without endpoints there is none, and the nodes with the role etcd form one.
 *
 * <p>Patroni speaks to etcd's gateway, which takes no user's name from a certificate: where etcd asks who it is, it
 * needs a user with a password.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/yaml_configuration.html#etcdv3">Patroni: etcd</a>
 * @see <a href="https://etcd.io/docs/v3.5/op-guide/authentication/rbac/">etcd: role-based access control</a>
 * @since 0.1
 */
public record ExternalEtcd(
        @Key(
                en = "Where its members listen for clients: all members, always with TLS.",
                ru = "Где его члены принимают клиентов: все члены, всегда с TLS.",
                example = "[\"https://10.0.0.5:2379\", \"https://10.0.0.6:2379\", \"https://10.0.0.7:2379\"]")
        List<EtcdEndpoint> endpoints,

        @Key(
                en = "Certificates of the authorities that signed the members' certificates and the client's, PEM; "
                        + "the client's certificate and key are put into the secrets store.",
                ru = "Сертификаты центров, подписавших сертификаты членов и клиента, PEM; сам сертификат клиента и "
                        + "ключ кладут в хранилище секретов.")
        @Nullable
        AuthorityCertificates caCertificate,

        @Key(
                en = "Whether it asks its clients for a certificate.",
                ru = "Требует ли он от клиентов сертификат.",
                otherwise = "true")
        boolean clientCertificate,

        @Key(
                en = "Its user for this cluster, where it has users; the password is put into the secrets store.",
                ru = "Его пользователь для этого кластера, если пользователи заведены; пароль кладут в хранилище "
                        + "секретов.",
                example = "zup")
        @Nullable
        String user) {

    public ExternalEtcd {
        endpoints = List.copyOf(endpoints);
    }

    /** The defaults of a section that the specification leaves out: the cluster has members of its own. */
    public static ExternalEtcd defaults() {
        return KeyDefaults.of(ExternalEtcd.class);
    }

    /** Whether others operate etcd. */
    public boolean used() {
        return !endpoints.isEmpty();
    }

    /** The same with other {@link #endpoints()}. */
    public ExternalEtcd withEndpoints(List<EtcdEndpoint> value) {
        return new ExternalEtcd(value, caCertificate, clientCertificate, user);
    }

    /** The same with another {@link #caCertificate()}. */
    public ExternalEtcd withCaCertificate(@Nullable AuthorityCertificates value) {
        return new ExternalEtcd(endpoints, value, clientCertificate, user);
    }

    /** The same with another {@link #clientCertificate()}. */
    public ExternalEtcd withClientCertificate(boolean value) {
        return new ExternalEtcd(endpoints, caCertificate, value, user);
    }

    /** The same with another {@link #user()}. */
    public ExternalEtcd withUser(@Nullable String value) {
        return new ExternalEtcd(endpoints, caCertificate, clientCertificate, value);
    }
}
