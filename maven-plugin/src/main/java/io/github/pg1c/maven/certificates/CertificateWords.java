package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.ReissueReason;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.CertificateIds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.stream.Collectors;

/** The words for values of the store. */
final class CertificateWords {

    private CertificateWords() {}

    static Text purpose(CertificateStatus row) {
        return row.purpose().map(CertificateWords::purpose).orElseGet(() -> {
            if (CertificateIds.isAuthority(row.id())) {
                return Text.of("authority", "удостоверяющий центр");
            }
            return CertificateIds.isRevocationList(row.id())
                    ? Text.of("revocation list", "список отзыва")
                    : Text.of("what is trusted", "чему доверяют");
        });
    }

    private static Text purpose(Purpose purpose) {
        return switch (purpose) {
            case ETCD_SERVER -> Text.of("etcd, clients' port", "etcd, порт клиентов");
            case ETCD_PEER -> Text.of("etcd, between members", "etcd, между членами");
            case ETCD_CLIENT -> Text.of("etcdctl", "etcdctl");
            case PATRONI_ETCD_CLIENT -> Text.of("Patroni to etcd", "Patroni к etcd");
            case PATRONI_REST -> Text.of("Patroni REST API", "REST API Patroni");
            case PATRONI_CLIENT -> Text.of("Patroni to REST APIs", "Patroni к REST API");
            case POSTGRESQL_SERVER -> Text.of("PostgreSQL", "PostgreSQL");
            case PGBOUNCER_SERVER -> Text.of("PgBouncer", "PgBouncer");
            case HAPROXY_CLIENT -> Text.of("HAProxy checks", "проверки HAProxy");
            case HAPROXY_SERVER -> Text.of("HAProxy statistics", "статистика HAProxy");
            case OPERATOR -> Text.of("operator", "администратор");
            case POSTGRESQL_CLIENT -> Text.of("client of PostgreSQL", "клиент PostgreSQL");
            case MONITORING -> Text.of("monitoring", "мониторинг");
            case SERVER -> Text.of("server beside the cluster", "сервер рядом с кластером");
            case CLIENT -> Text.of("client beside the cluster", "клиент рядом с кластером");
            case SERVER_AND_CLIENT ->
                Text.of("server and client beside the cluster", "сервер и клиент рядом с кластером");
        };
    }

    /** The planned action. */
    static Text next(Issuance.Action action) {
        return switch (action) {
            case KEPT -> Text.same("");
            case RENEWED -> Text.of("renew", "перевыпустить");
            case ISSUED -> Text.of("issue", "выпустить");
            case REQUESTED -> Text.of("request", "запросить");
            case AWAITED -> Text.of("await", "ждать ответа");
            case IMPORTED -> Text.of("import", "принять");
        };
    }

    /** The action. */
    static Text done(Issuance.Action action) {
        return switch (action) {
            case KEPT -> Text.of("kept", "без изменений");
            case RENEWED -> Text.of("renewed, same key", "перевыпущен, ключ прежний");
            case ISSUED -> Text.of("issued", "выпущен");
            case REQUESTED -> Text.of("request written", "подготовлен запрос");
            case AWAITED -> Text.of("answer awaited", "ожидается ответ");
            case IMPORTED -> Text.of("taken in", "принят");
        };
    }

    static String why(Collection<ReissueReason> reasons, Language language) {
        return reasons.stream().map(reason -> reason.title().in(language)).collect(Collectors.joining("; "));
    }

    static Text phase(RotationPhase phase) {
        return switch (phase) {
            case SETTLED -> Text.of("one key", "один ключ");
            case TRUSTED ->
                Text.of(
                        "the next key is trusted and issues nothing yet",
                        "новому ключу доверяют, но он ещё не подписывает");
            case REISSUED ->
                Text.of(
                        "the new key issues, the old one is still trusted",
                        "подписывает новый ключ, старому ещё доверяют");
        };
    }

    /** The day in UTC. */
    static String day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
    }
}
