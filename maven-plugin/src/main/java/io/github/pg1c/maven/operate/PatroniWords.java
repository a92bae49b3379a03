package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.ops.member.Sighting;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberDisagreement;
import io.github.pg1c.patroni.cluster.ScheduledSwitchover;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.LeaderEvent;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Observation;
import io.github.pg1c.patroni.operation.Refused;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the client's values mean, in both languages. */
final class PatroniWords {

    private static final String ABSENT = "—";

    private PatroniWords() {}

    static Text disagreement(MemberDisagreement disagreement) {
        if (disagreement instanceof MemberDisagreement.SeveralLeaders several) {
            return Text.of(
                    "several members say that they lead: " + several.members(),
                    "лидерами себя называют несколько узлов: " + several.members());
        }
        if (disagreement instanceof MemberDisagreement.DifferentLeaders different) {
            return Text.of(
                    "members see different leaders: " + different.leaders(),
                    "узлы видят разных лидеров: " + different.leaders());
        }
        if (disagreement instanceof MemberDisagreement.DifferentTimelines different) {
            return Text.of(
                    "members are on different timelines: " + different.timelines(),
                    "узлы на разных линиях времени: " + different.timelines());
        }
        if (disagreement instanceof MemberDisagreement.StaleView stale) {
            return Text.of(
                    stale.member() + " has not heard from the DCS for longer than others, by "
                            + stale.behind().toSeconds() + " s",
                    stale.member() + " дольше других не получал вестей из DCS, на "
                            + stale.behind().toSeconds() + " с");
        }
        if (disagreement instanceof MemberDisagreement.DifferentSystems different) {
            return Text.of(
                    "members have data of different database clusters: " + different.identifiers(),
                    "на узлах данные разных кластеров баз: " + different.identifiers());
        }
        return Text.same(disagreement.toString());
    }

    static Text scheduled(ScheduledSwitchover scheduled) {
        String at = scheduled.at().map(Object::toString).orElse("?");
        String from = scheduled.from().orElse("?");
        return Text.of(
                "a switchover from " + from + " to " + scheduled.to().orElse("whom Patroni chooses")
                        + " is scheduled at " + at,
                "на " + at + " запланировано переключение с " + from + " на "
                        + scheduled.to().orElse("узел по выбору Patroni"));
    }

    /** The hindrance; in Russian its kind, and the values in the client's words. */
    static Text hindrance(Hindrance hindrance) {
        String kind = switch (hindrance.kind()) {
            case IS_LEADER -> "он и есть лидер";
            case UNKNOWN_MEMBER -> "такого узла нет";
            case NOT_REACHABLE -> "его REST API не отвечает";
            case NOT_RUNNING -> "PostgreSQL не работает";
            case NOFAILOVER -> "у него тег nofailover";
            case NO_PRIORITY -> "его failover_priority не положителен";
            case WATCHDOG -> "его watchdog не включился";
            case LAG -> "отстаёт больше, чем maximum_lag_on_failover";
            case TIMELINE -> "он на старой линии времени, а check_timeline включён";
            case NOT_SYNCHRONOUS -> "синхронный режим включён, а лидер его не ждёт";
            case NOT_IN_QUORUM -> "лидер не учитывает его в кворуме";
            case LAG_UNKNOWN -> "его отставание неизвестно";
            case OTHER_TIMELINE -> "он на другой линии времени, чем лидер";
            case NOT_STREAMING -> "работает, но не получает поток WAL";
            case STOPS_STANDBYS -> "с его увеличенными параметрами остановятся реплики с меньшими";
            case PENDING_RESTART -> "изменённые параметры ждут перезапуска лишь части узлов";
        };
        return Text.of(hindrance.text(), kind + " (" + hindrance.text() + ")");
    }

    /** Why nothing was done; Patroni's own words stand behind it. */
    static Text refusal(Refused refused) {
        String reason = switch (refused.reason()) {
            case ACCESS_DENIED -> "адреса нет в списке разрешённых";
            case CLIENT_CERTIFICATE_REQUIRED -> "нужен клиентский сертификат";
            case NOT_AUTHENTICATED -> "неверны или не указаны пользователь и пароль";
            case LEADER_NOT_NAMED -> "не назван лидер";
            case CANDIDATE_NOT_NAMED -> "не назван кандидат";
            case FAILOVER_NOT_SCHEDULABLE -> "аварийное переключение нельзя запланировать";
            case PAUSED_NO_SCHEDULE -> "Patroni приостановлен и ничего не планирует";
            case PAUSED_NEEDS_CANDIDATE -> "Patroni приостановлен и не выбирает кандидата";
            case SAME_MEMBER -> "кандидат уже лидер";
            case TIME_WITHOUT_ZONE -> "у времени нет смещения";
            case TIME_IN_THE_PAST -> "это время прошло";
            case TIME_NOT_UNDERSTOOD -> "время не понято";
            case LEADER_DIFFERS -> "лидер уже другой";
            case CANDIDATE_UNKNOWN -> "такого кандидата нет";
            case CANDIDATE_NOT_SYNCHRONOUS -> "кандидат не синхронный";
            case NO_SYNCHRONOUS_STANDBY -> "нет синхронной реплики";
            case NO_OTHER_MEMBER -> "кроме лидера узлов нет";
            case NO_GOOD_CANDIDATE -> "подходящего кандидата нет";
            case RESTART_ALREADY_SCHEDULED -> "уже запланирован другой перезапуск";
            case CONDITIONS_NOT_MET -> "условия перезапуска не выполнены";
            case IN_PROGRESS -> "с узлом уже что-то делается";
            case ROLE_NOT_UNDERSTOOD -> "роль не понята";
            case TIMEOUT_NOT_UNDERSTOOD -> "время ожидания не понято";
            case FILTER_NOT_UNDERSTOOD -> "условие перезапуска не понято";
            case VERSION_NOT_UNDERSTOOD -> "версия PostgreSQL не понята";
            case IS_LEADER -> "это лидер";
            case NO_LEADER -> "лидера нет";
            case NOTHING_SCHEDULED -> "ничего не запланировано";
            case CONFLICT -> "одновременно изменил кто-то другой";
            case LENGTH_REQUIRED -> "запрос изменён по дороге";
            case MALFORMED -> "запрос не понят";
            case NOT_SUPPORTED -> "этот Patroni так не умеет";
            case NO_CONFIGURATION -> "у Patroni ещё нет конфигурации";
            case ALREADY_SCHEDULED -> "уже запланировано переключение";
            case ALREADY_RUNNING -> "переключение уже идёт";
            case DCS_AWAY -> "у лидера нет связи с DCS, принять роль никто не сможет";
            case NOT_IN_THIS_VERSION -> "в этой версии Patroni такого нет";
            case OTHER -> "отказ";
        };
        String words = refused.text().isBlank() ? refused.reason().name() : refused.text();
        return Text.of(
                "refused, nothing was done: " + words, "отказано, ничего не сделано: " + reason + " (" + words + ")");
    }

    static Text noResponse(NoResponse none) {
        return switch (none.delivery()) {
            case NOT_SENT -> Text.of("nothing was done: " + none.reason(), "ничего не сделано: " + none.reason());
            default -> {
                Text seen = none.seen().map(PatroniWords::observation).orElse(Text.same(""));
                yield Text.of(
                        "no answer, so it is NOT known whether it was done: " + none.reason() + seen.en(),
                        "ответа нет, поэтому НЕИЗВЕСТНО, сделано ли это: " + none.reason() + seen.ru());
            }
        };
    }

    static Text observation(Observation seen) {
        return Text.of(
                "; afterwards the leader was " + seen.leader().orElse("nobody")
                        + seen.scheduled()
                                .map(s -> ", and " + scheduled(s).en())
                                .orElse(""),
                "; после этого лидером был " + seen.leader().orElse("никто")
                        + seen.scheduled().map(s -> ", и " + scheduled(s).ru()).orElse(""));
    }

    /** Says that something is known only from a look at the cluster. */
    static Text evidence(Evidence evidence) {
        return evidence == Evidence.ANSWER
                ? Text.same("")
                : Text.of(
                        " (Patroni did not say so, but the cluster shows it)",
                        " (Patroni этого не сообщил, но это видно по кластеру)");
    }

    static Text event(LeaderEvent event) {
        if (event instanceof LeaderEvent.Leads leads) {
            return Text.of(
                    leads.member() + " holds the leader lock and is " + leads.state(),
                    leads.member() + " держит блокировку лидера, состояние " + leads.state());
        }
        if (event instanceof LeaderEvent.Streams streams) {
            return Text.of(streams.member() + " streams from it", streams.member() + " получает от него поток WAL");
        }
        if (event instanceof LeaderEvent.OutOfSight unseen) {
            return Text.of("out of sight: " + unseen.reason(), "не видно: " + unseen.reason());
        }
        return Text.of("nobody holds the leader lock", "блокировку лидера не держит никто");
    }

    static Text change(ConfigChange change) {
        String from = change.oldValue().orElse(ABSENT);
        String to = change.newValue().orElse(ABSENT);
        String difference = change.name() + ": " + from + " -> " + to;
        return change.restart()
                ? Text.of(difference + " (takes effect at a restart)", difference + " (подействует после перезапуска)")
                : Text.same(difference);
    }

    static Text problem(ConfigProblem problem) {
        String name = String.join(".", problem.path());
        Optional<String> suggestion = problem.suggestion();
        return Text.of(
                problem.toString(),
                name + ": Patroni это сохранит, но не выполнит (" + problem.message() + ")"
                        + suggestion
                                .map(text -> "; возможно, имелось в виду " + text)
                                .orElse(""));
    }

    /** What was last seen of a member; nothing of it is translated. */
    static String sighting(Sighting sighting, Function<Member, String> seen) {
        if (sighting instanceof Sighting.Seen last) {
            return seen.apply(last.member());
        }
        return sighting instanceof Sighting.OutOfSight unseen ? unseen.reason() : "?";
    }

    /** Why something scheduled was not cancelled. */
    static Text notCancelled(CancelOutcome outcome) {
        if (outcome instanceof CancelOutcome.Failed failed) {
            return Text.of("not cancelled: " + failed.text(), "не отменено: " + failed.text());
        }
        if (outcome instanceof Refused refused) {
            return refusal(refused);
        }
        return outcome instanceof NoResponse none ? noResponse(none) : Text.same(outcome.toString());
    }

    /** Why the configuration was not changed. */
    static Text notChanged(ConfigOutcome outcome) {
        if (outcome instanceof ConfigOutcome.Rejected rejected) {
            List<Text> problems =
                    rejected.problems().stream().map(PatroniWords::problem).toList();
            return Text.of(
                    "nothing was changed: "
                            + String.join("; ", problems.stream().map(Text::en).toList()),
                    "ничего не изменено: "
                            + String.join("; ", problems.stream().map(Text::ru).toList()));
        }
        if (outcome instanceof ConfigOutcome.Failed failed) {
            return Text.of("not changed: " + failed.text(), "не изменено: " + failed.text());
        }
        if (outcome instanceof Refused refused) {
            return refusal(refused);
        }
        return outcome instanceof NoResponse none ? noResponse(none) : Text.same(outcome.toString());
    }
}
