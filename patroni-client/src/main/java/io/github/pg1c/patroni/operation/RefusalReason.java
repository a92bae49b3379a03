package io.github.pg1c.patroni.operation;

import io.github.pg1c.base.words.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The reason of a refusal: one for each text of Patroni 3.0 to 4.1, and those of this library for dangerous requests
 * that Patroni would accept.
 *
 * @since 0.1
 */
public enum RefusalReason {
    /** The address of the caller is not in the allow list. */
    ACCESS_DENIED(
            Text.of("the address is not in the list of those that may", "адреса нет в списке разрешённых"),
            403,
            "access is denied"),
    /** The server wants a client certificate. */
    CLIENT_CERTIFICATE_REQUIRED(
            Text.of("the server wants a client certificate", "нужен клиентский сертификат"),
            403,
            "client certificate required"),
    /** User or password is missing or wrong. */
    NOT_AUTHENTICATED(
            Text.of("user or password is missing or wrong", "неверны или не указаны пользователь и пароль"), 401, ""),

    /** A switchover needs the name of the leader. */
    LEADER_NOT_NAMED(
            Text.of("the leader is not named", "не назван лидер"),
            400,
            "could be performed only from a specific leader"),
    /** A failover needs the name of a candidate. */
    CANDIDATE_NOT_NAMED(
            Text.of("the candidate is not named", "не назван кандидат"),
            400,
            "could be performed only to a specific candidate"),
    /** A failover happens now or not at all. */
    FAILOVER_NOT_SCHEDULABLE(
            Text.of("a failover cannot be scheduled", "аварийное переключение нельзя запланировать"),
            400,
            "failover can't be scheduled",
            "is possible only from a specific leader"),
    /** Nothing can be scheduled while Patroni is paused. */
    PAUSED_NO_SCHEDULE(
            Text.of("Patroni is paused and schedules nothing", "Patroni приостановлен и ничего не планирует"),
            0,
            "can't schedule switchover in the paused",
            "can't schedule failover in the paused",
            "can't schedule restart in the paused"),
    /** While Patroni is paused it does not choose a candidate. */
    PAUSED_NEEDS_CANDIDATE(
            Text.of(
                    "Patroni is paused and does not choose a candidate",
                    "Patroni приостановлен и не выбирает кандидата"),
            400,
            "only to a specific candidate in a paused state"),
    /** The candidate is the leader. */
    SAME_MEMBER(Text.of("the candidate is the leader", "кандидат уже лидер"), 400, "target and source are the same"),
    /** The time has no offset. */
    TIME_WITHOUT_ZONE(
            Text.of("the time has no offset", "у времени нет смещения"), 400, "timezone information is mandatory"),
    /** The time has passed. */
    TIME_IN_THE_PAST(Text.of("the time has passed", "это время прошло"), 422, "in the past"),
    /** The time cannot be parsed. */
    TIME_NOT_UNDERSTOOD(
            Text.of("the time is not understood", "время не понято"), 422, "unable to parse scheduled timestamp"),

    /** Somebody else is the leader now. */
    LEADER_DIFFERS(Text.of("another member is the leader", "лидер уже другой"), 412, "leader name does not match"),
    /** There is no such member. */
    CANDIDATE_UNKNOWN(Text.of("there is no such candidate", "такого кандидата нет"), 412, "candidate does not exist"),
    /** In synchronous mode only a synchronous standby may take over. */
    CANDIDATE_NOT_SYNCHRONOUS(
            Text.of("the candidate is not synchronous", "кандидат не синхронный"),
            412,
            "candidate name does not match with sync_standby"),
    /** There is no synchronous standby. */
    NO_SYNCHRONOUS_STANDBY(
            Text.of("there is no synchronous standby", "нет синхронной реплики"), 412, "can not find sync_standby"),
    /** The cluster has no other member. */
    NO_OTHER_MEMBER(
            Text.of("there is no member but the leader", "кроме лидера узлов нет"),
            412,
            "does not have members except leader"),
    /** No member can take over; {@link SwitchoverPlan} says why. */
    NO_GOOD_CANDIDATE(
            Text.of("no member can take over", "подходящего кандидата нет"), 412, "no good candidates have been found"),

    /** Another restart waits; it has to be cancelled first. */
    RESTART_ALREADY_SCHEDULED(
            Text.of("another restart is scheduled already", "уже запланирован другой перезапуск"),
            409,
            "another restart is already scheduled"),
    /** The conditions of a restart do not hold. */
    CONDITIONS_NOT_MET(
            Text.of("the conditions of the restart do not hold", "условия перезапуска не выполнены"),
            503,
            "restart conditions are not satisfied"),
    /** Another operation on this member is under way. */
    IN_PROGRESS(
            Text.of("something else is being done with the member", "с узлом уже что-то делается"),
            503,
            "already in progress"),
    /** The role of a restart is unknown. */
    ROLE_NOT_UNDERSTOOD(
            Text.of("the role is not understood", "роль не понята"), 400, "postgresql role should be either"),
    /** The time limit of a restart is invalid. */
    TIMEOUT_NOT_UNDERSTOOD(
            Text.of("the timeout is not understood", "время ожидания не понято"),
            400,
            "timeout should be a positive number"),
    /** The condition of a restart is unknown. */
    FILTER_NOT_UNDERSTOOD(
            Text.of("a condition of the restart is not understood", "условие перезапуска не понято"),
            400,
            "unknown filter for the scheduled restart"),
    /** The version of PostgreSQL is invalid. */
    VERSION_NOT_UNDERSTOOD(
            Text.of("the version of PostgreSQL is not understood", "версия PostgreSQL не понята"),
            400,
            "invalid postgresql version"),

    /** The leader is not reinitialised. */
    IS_LEADER(Text.of("it is the leader", "это лидер"), 503, "i am the leader, can not reinitialize"),
    /** There is no leader to copy from. */
    NO_LEADER(Text.of("there is no leader", "лидера нет"), 503, "cluster has no leader"),

    /** There is nothing to cancel. */
    NOTHING_SCHEDULED(
            Text.of("nothing is scheduled", "ничего не запланировано"),
            404,
            "no switchover is scheduled",
            "no restarts are scheduled"),
    /** A concurrent change of the same thing. */
    CONFLICT(Text.of("somebody else changed it at the same time", "одновременно изменил кто-то другой"), 409, ""),
    /** The request has no length, because a proxy has changed it. */
    LENGTH_REQUIRED(Text.of("the request was changed on its way", "запрос изменён по дороге"), 411, ""),
    /** Patroni could not read the request. */
    MALFORMED(Text.of("the request is not understood", "запрос не понят"), 400, "400 "),
    /** This Patroni cannot do that. */
    NOT_SUPPORTED(Text.of("this Patroni cannot do that", "этот Patroni так не умеет"), 501, ""),
    /** Patroni has no configuration to change. */
    NO_CONFIGURATION(Text.of("Patroni has no configuration yet", "у Patroni ещё нет конфигурации")),

    /** A switchover is scheduled, and Patroni would silently drop it; found by this library. */
    ALREADY_SCHEDULED(Text.of("a switchover is scheduled already", "уже запланировано переключение")),
    /** A switchover is under way, and Patroni would silently change its target; found by this library. */
    ALREADY_RUNNING(Text.of("a switchover is under way already", "переключение уже идёт")),
    /** The leader runs without the DCS or has lost it, so no member can take the leader lock; found by this library. */
    DCS_AWAY(Text.of(
            "the leader has no DCS, so nobody can take over",
            "у лидера нет связи с DCS, принять роль никто не сможет")),
    /** A member's Patroni would misunderstand the request; found by this library. */
    NOT_IN_THIS_VERSION(Text.of("this version of Patroni does not have that", "в этой версии Patroni такого нет")),
    /** Another member answers at the address; found by this library. */
    OTHER_MEMBER(Text.of("another member answers there", "там отвечает другой узел")),
    /** A member of another cluster answers at the address; found by this library. */
    OTHER_CLUSTER(Text.of("a member of another cluster answers there", "там отвечает узел другого кластера")),
    /** Several members publish the same address, so the member that answers is not known; found by this library. */
    ADDRESS_SHARED(Text.of("several members publish this address", "этот адрес публикуют несколько узлов")),
    /** The address is not that of a REST API; found by this library. */
    ADDRESS_UNUSABLE(Text.of("this is not the address of a REST API", "это не адрес REST API")),
    /** A refusal with unknown words. */
    OTHER(Text.of("refused", "отказ"));

    private final Text meaning;
    private final int status;
    private final List<String> fragments;

    RefusalReason(Text meaning, int status, String... fragments) {
        this.meaning = meaning;
        this.status = status;
        this.fragments = List.of(fragments);
    }

    RefusalReason(Text meaning) {
        this(meaning, -1);
    }

    /** The meaning in a few words. */
    public Text meaning() {
        return meaning;
    }

    /**
     * The reason for a status and a text of Patroni; empty when they are not a refusal, and something may have been
     * done.
     */
    public static Optional<RefusalReason> of(int status, String text) {
        String words = text.toLowerCase(Locale.ROOT);
        for (RefusalReason reason : values()) {
            boolean sameStatus = reason.status == status || (reason.status == 0 && status >= 400);
            if (sameStatus && reason.fragments.stream().anyMatch(words::contains)) {
                return Optional.of(reason);
            }
        }
        return status >= 400 && status < 500 && status != 408 ? Optional.of(OTHER) : Optional.empty();
    }
}
