package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.SecretContent.TrustedToo;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.text.YamlText;
import io.github.pg1c.model.StandbyOf;
import io.github.pg1c.model.value.AuthorityCertificates;
import io.github.pg1c.model.value.SlotName;
import java.util.List;

/**
 * The part of Patroni's configuration that makes the cluster a copy of another site's, until a person removes it. With
 * a slot Patroni asks libpq for the one server of several that accepts writes, so that the copy follows the other
 * site's leader.
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/standby_cluster.html">Patroni: standby cluster</a>
 */
final class StandbyCluster {

    /** The section of the shared configuration. */
    static final String SECTION = "standby_cluster";

    /** Certificates of both sites' authorities: members copy from servers of either. */
    private static final String SOURCES = PatroniPaths.TLS + "/sources-ca.pem";

    private StandbyCluster() {}

    static void write(PlanContext context, YamlText yaml) {
        StandbyOf primary = context.cluster().standbyOf();
        SlotName slot = primary.slot();
        if (!primary.given() || slot == null) {
            return;
        }
        yaml.comment(context.say(
                        "A copy of another site's cluster: the leader here follows the leader there, and nobody here"
                                + " accepts a write. Without this section the cluster is a primary one: removing it "
                                + "is the promotion.",
                        "Копия кластера другой площадки: здешний лидер следует за тамошним, и запись здесь не принимает"
                                + " никто. Без этого раздела кластер — основной: его удаление и есть повышение."))
                .section(
                        SECTION,
                        section -> section.put("host", String.join(",", servers(primary)))
                                .put("port", primary.port())
                                .put("primary_slot_name", slot.value()));
    }

    /** The file of the certificates by which members know the server that they copy from. */
    static String trusted(PlanContext context) {
        return context.cluster().standbyOf().given() ? SOURCES : PatroniPaths.CA;
    }

    /**
     * Whether members look into the revocation list of the server that they copy from. libpq would ask for a list of
     * the other site's authority, too, and refuse every server there without it.
     */
    static boolean looksAtRevocations(PlanContext context) {
        return context.lists().has(Certificates.CLUSTER_AUTHORITY)
                && !context.cluster().standbyOf().given();
    }

    /** Adds the file of {@link #trusted} to a member's needs. */
    static void certificates(PlanContext context, String user, NodePart.Builder part) {
        AuthorityCertificates further = context.cluster().standbyOf().caCertificate();
        if (further != null) {
            part.open(
                    SOURCES,
                    user,
                    PatroniComponent.RELOAD,
                    new TrustedToo(Certificates.CLUSTER_AUTHORITY, further + "\n"));
        }
    }

    /** The servers of the other site. */
    static List<String> servers(StandbyOf primary) {
        return primary.hosts().stream().map(HostName::toString).toList();
    }
}
