package io.github.pg1c.bundle.diff;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.NodeService;
import io.github.pg1c.bundle.diff.Step.Action;
import io.github.pg1c.bundle.diff.Step.Command;
import io.github.pg1c.bundle.diff.Step.Where;
import io.github.pg1c.bundle.part.Service.OnTheLeader;
import io.github.pg1c.bundle.render.Components;
import io.github.pg1c.bundle.setting.Need;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Orders the needs of changed settings so that the cluster keeps serving: services behind the leader, changes that no
 * client notices, the shared configuration, restarts of the standbys, the switchover and the former leader, and at last
 * the services in front of it.
 *
 * <p>The order is reversed when a limit that standbys must not be below is lowered: services that admit clients are
 * limited first, and the leader restarts before its standbys, without a switchover.
 *
 * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-ADMIN">PostgreSQL: hot standby,
 *     administrator's overview</a>
 */
final class ChangeSteps {

    private static final Text NOTHING = Text.of("nothing", "ничего");
    private static final Text SESSIONS = Text.of(
            "sessions through that node end and connect again",
            "сеансы через этот узел обрываются и подключаются снова");
    private static final Text READING =
            Text.of("sessions that read on that standby end", "сеансы чтения с этой реплики обрываются");
    private static final Text WRITING = Text.of(
            "writing stops for seconds, every session ends and connects again",
            "запись прерывается на секунды, все сеансы обрываются и подключаются снова");

    private static final Text SHARED = Text.of(
            "change the shared configuration in the DCS, once for all members, and wait until they notice",
            "изменить общую конфигурацию в DCS, один раз для всех членов, и дождаться, пока они заметят");
    private static final Text SHARED_WITHOUT_SLOTS = Text.of(
            "first drop every logical slot on every member, because with one of them a server does not start again; then "
                    + SHARED.en(),
            "сначала удалить все логические слоты на каждом члене, потому что с ними сервер больше не запустится; затем "
                    + SHARED.ru());

    private final List<SettingChange> settings;
    private final List<NodeService> services;
    /** Names of the services in the order of start. */
    private final List<String> names;

    private final List<Step> steps = new ArrayList<>();

    private ChangeSteps(List<SettingChange> settings, List<NodeService> services) {
        this.settings = settings;
        this.services = services;
        this.names = services.stream()
                .map(NodeService::name)
                .distinct()
                .sorted(Comparator.comparingInt(Components::order))
                .toList();
    }

    static List<Step> of(
            List<SettingChange> settings,
            List<String> files,
            List<String> added,
            List<String> removed,
            Manifest after) {
        List<NodeService> running = after.services().stream()
                .filter(service -> !added.contains(service.node()))
                .toList();
        ChangeSteps plan = new ChangeSteps(settings, running);
        plan.install(files, removed);
        plan.nodes(added, removed);
        plan.people();
        plan.services();
        return plan.steps;
    }

    private void install(List<String> files, List<String> removed) {
        Set<String> nodes = new LinkedHashSet<>();
        for (String file : files) {
            String[] parts = file.split("/", 3);
            if (parts.length == 3 && parts[0].equals("nodes") && !removed.contains(parts[1])) {
                nodes.add(parts[1]);
            }
        }
        settings.forEach(change -> nodes.add(change.node()));
        if (!nodes.isEmpty()) {
            add(
                    Action.INSTALL,
                    Where.EACH,
                    nodes.stream()
                            .map(node -> new Command(node, "sh install.sh --secrets <dir>"))
                            .toList(),
                    Text.of("deliver and install the files", "доставить и установить файлы"),
                    NOTHING);
        }
    }

    private void nodes(List<String> added, List<String> removed) {
        if (!added.isEmpty()) {
            String list = String.join(", ", added);
            add(
                    Action.MANUAL,
                    Where.ONCE,
                    List.of(),
                    Text.of("start the new nodes: " + list, "запустить новые узлы: " + list),
                    NOTHING);
        }
        if (!removed.isEmpty()) {
            String list = String.join(", ", removed);
            add(
                    Action.MANUAL,
                    Where.ONCE,
                    List.of(),
                    Text.of("take the nodes out of service: " + list, "вывести узлы из работы: " + list),
                    NOTHING);
        }
    }

    private void people() {
        String kept = places(Need.INITIALISATION);
        if (!kept.isEmpty()) {
            add(
                    Action.KEEP,
                    Where.ONCE,
                    List.of(),
                    Text.of(
                            "counts only when a cluster is made, this one keeps its value: " + kept,
                            "действует только при создании кластера, у этого остаётся прежнее: " + kept),
                    NOTHING);
        }
        String manual = places(Need.MANUAL);
        if (!manual.isEmpty()) {
            add(
                    Action.MANUAL,
                    Where.ONCE,
                    List.of(),
                    Text.of("by hand, see RUNBOOK.md: " + manual, "вручную, см. RUNBOOK.md: " + manual),
                    Text.of("depends on the change", "зависит от изменения"));
        }
    }

    private String places(Need need) {
        return String.join(
                ", ",
                settings.stream()
                        .filter(change -> change.need().equals(need))
                        .map(change -> change.file() + " " + change.path())
                        .distinct()
                        .toList());
    }

    private void services() {
        List<String> moving =
                names.stream().filter(this::endsSessionsOnTheLeader).toList();
        int leader = moving.isEmpty() ? names.size() : names.indexOf(moving.get(0));
        List<String> behind = names.subList(0, leader);
        List<String> inFront = names.stream()
                .skip(leader)
                .filter(name -> !moving.contains(name))
                .toList();
        List<String> servers =
                moving.stream().filter(name -> !standsBeforeLimit(name)).toList();
        List<String> poolers = moving.stream().filter(this::standsBeforeLimit).toList();
        boolean lowered = settings.stream().anyMatch(ChangeSteps::lowersLimit);
        behind.forEach(this::reload);
        behind.forEach(name -> restartEach(name, NOTHING));
        if (lowered) {
            inFront.forEach(this::reload);
            poolers.forEach(this::reload);
        }
        servers.forEach(this::reload);
        changeShared();
        restartWithTheLeader(moving, lowered);
        if (!lowered) {
            poolers.forEach(this::reload);
            inFront.forEach(this::reload);
        }
        inFront.forEach(name -> restartEach(name, SESSIONS));
    }

    private boolean endsSessionsOnTheLeader(String name) {
        return services.stream()
                .anyMatch(service -> service.name().equals(name) && service.onTheLeader() == OnTheLeader.SWITCHOVER);
    }

    /** A service that admits clients must not admit more than the service with a changed limit takes. */
    private boolean standsBeforeLimit(String name) {
        return settings.stream()
                .filter(change -> isLimit(change.need()))
                .flatMap(change -> change.need().service().stream())
                .anyMatch(limited -> names.indexOf(name) > names.indexOf(limited));
    }

    /** A service that is run by another one restarts with the values that the other one has read. */
    private void reload(String name) {
        Set<String> nodes = nodes(name, need -> need instanceof Need.Reload);
        Set<String> restarting = nodes(name, need -> need instanceof Need.Restart);
        if (isRunByAnother(name)) {
            nodes.addAll(restarting);
        } else {
            nodes.removeAll(restarting);
        }
        List<Command> commands = services.stream()
                .filter(service -> service.name().equals(name) && nodes.contains(service.node()))
                .map(service -> new Command(service.node(), service.reload()))
                .filter(command -> !reloads(command))
                .toList();
        if (!commands.isEmpty()) {
            steps.add(new Step(
                    Action.RELOAD,
                    name,
                    Where.EACH,
                    commands,
                    Text.of("reload " + name, "перечитать настройки " + name),
                    NOTHING));
        }
    }

    /** The same unit may reload two services. */
    private boolean reloads(Command command) {
        return steps.stream()
                .anyMatch(step ->
                        step.action() == Action.RELOAD && step.commands().contains(command));
    }

    private void restartEach(String name, Text notice) {
        List<Command> commands = restarts(List.of(name));
        if (!commands.isEmpty()) {
            steps.add(new Step(
                    Action.RESTART,
                    name,
                    Where.EACH,
                    commands,
                    Text.of(
                            "restart " + name + " node after node, each when all others are healthy",
                            "перезапустить " + name + " узел за узлом, каждый — когда исправны все остальные"),
                    notice));
        }
    }

    private void changeShared() {
        List<String> nodes = settings.stream()
                .filter(change -> change.need() instanceof Need.Shared)
                .map(SettingChange::node)
                .distinct()
                .toList();
        if (!nodes.isEmpty()) {
            add(
                    Action.CHANGE_SHARED,
                    Where.ONCE,
                    services.stream()
                            .filter(service -> nodes.contains(service.node())
                                    && !service.shared().isEmpty())
                            .map(service -> new Command(service.node(), service.shared()))
                            .toList(),
                    endsLogicalReplication() ? SHARED_WITHOUT_SLOTS : SHARED,
                    NOTHING);
        }
    }

    private boolean endsLogicalReplication() {
        return settings.stream()
                .anyMatch(change -> change.path().endsWith(".parameters.wal_level")
                        && "logical".equals(change.before())
                        && !"logical".equals(change.after()));
    }

    private void restartWithTheLeader(List<String> moving, boolean lowered) {
        List<Command> commands = restarts(moving);
        if (commands.isEmpty()) {
            return;
        }
        long members = services.stream()
                .filter(service -> moving.contains(service.name()))
                .map(NodeService::node)
                .distinct()
                .count();
        if (members == 1) {
            Text title = Text.of("restart the only member", "перезапустить единственного члена");
            add(Action.RESTART, Where.EACH, commands, title, WRITING);
            return;
        }
        Text standbys = Text.of("restart the standbys, one after another", "перезапустить реплики, одну за другой");
        if (lowered) {
            Text title = Text.of(
                    "a limit is lowered: restart the leader first, without a switchover",
                    "предел уменьшается: сначала перезапустить лидера, не переключая роль");
            add(Action.RESTART, Where.LEADER, commands, title, WRITING);
            add(Action.RESTART, Where.STANDBYS, commands, standbys, READING);
        } else {
            add(Action.RESTART, Where.STANDBYS, commands, standbys, READING);
            Text away = Text.of(
                    "move the leader's role to a restarted member", "передать роль лидера перезапущенному члену");
            add(Action.SWITCHOVER, Where.LEADER, List.of(), away, WRITING);
            Text former = Text.of("restart the former leader", "перезапустить бывшего лидера");
            add(Action.RESTART, Where.LEADER, commands, former, NOTHING);
        }
    }

    /** Commands by node. A service restarts with the service that runs it. */
    private List<Command> restarts(List<String> wanted) {
        List<Command> commands = new ArrayList<>();
        for (NodeService service : services) {
            Set<String> nodes =
                    nodes(service.name(), need -> need instanceof Need.Restart || need instanceof Need.Shared);
            boolean covered = services.stream()
                    .anyMatch(other ->
                            runs(other, service) && commands.contains(new Command(other.node(), other.restart())));
            if (wanted.contains(service.name()) && nodes.contains(service.node()) && !covered) {
                commands.add(new Command(service.node(), service.restart()));
            }
        }
        return commands;
    }

    /** A service that runs another one starts before it. */
    private boolean isRunByAnother(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .anyMatch(service -> services.stream()
                        .takeWhile(earlier -> !earlier.equals(service))
                        .anyMatch(earlier -> runs(earlier, service)));
    }

    private static boolean runs(NodeService one, NodeService other) {
        return one.node().equals(other.node())
                && !one.name().equals(other.name())
                && !one.reload().isEmpty()
                && one.reload().equals(other.reload());
    }

    private Set<String> nodes(String service, Predicate<Need> kind) {
        Set<String> nodes = new LinkedHashSet<>();
        for (SettingChange change : settings) {
            if (kind.test(change.need())
                    && change.need().service().filter(service::equals).isPresent()) {
                nodes.add(change.node());
            }
        }
        return nodes;
    }

    private void add(Action action, Where where, List<Command> commands, Text title, Text notice) {
        steps.add(new Step(action, null, where, commands, title, notice));
    }

    private static boolean isLimit(Need need) {
        return need instanceof Need.Restart restart && restart.standbyLimit()
                || need instanceof Need.Shared shared
                        && shared.restart().map(Need.Restart::standbyLimit).orElse(false);
    }

    private static boolean lowersLimit(SettingChange change) {
        String before = change.before();
        String after = change.after();
        return isLimit(change.need())
                && before != null
                && after != null
                && before.matches("\\d{1,18}")
                && after.matches("\\d{1,18}")
                && Long.parseLong(after) < Long.parseLong(before);
    }
}
