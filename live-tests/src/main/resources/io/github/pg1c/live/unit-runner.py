#!/usr/bin/python3
"""Runs one systemd service on a test host where systemd is not running.

  unit-runner.py <unit>     commands on standard input: reload, stop
                            events on standard output: ready, reloaded, stopped, restarting <why>, failed <why>

The unit is read from where systemd reads it, drop-ins included, and does what systemd.service(5), systemd.exec(5) and
systemd.kill(5) say. A directive that is neither done nor known to make no difference here ends the run: a unit that works
because something was overlooked proves nothing. All descendants belong to the unit, as they would in its control group.
What the service writes goes to standard error. Everything ends when standard input ends.
"""
import array, ctypes, glob, os, pwd, grp, re, resource, select, shlex, signal, socket, struct, sys, time

DIRECTORIES = {"RuntimeDirectory": "/run", "StateDirectory": "/var/lib", "LogsDirectory": "/var/log", "CacheDirectory": "/var/cache"}
DONE = set(DIRECTORIES) | {k + "Mode" for k in DIRECTORIES} | {
    "Type", "NotifyAccess", "ExecStart", "ExecStartPre", "ExecStartPost", "ExecReload", "ExecStop", "User", "Group",
    "SupplementaryGroups", "Environment", "EnvironmentFile", "WorkingDirectory", "UMask", "LimitNOFILE", "LimitNPROC",
    "LimitMEMLOCK", "LimitCORE", "Restart", "RestartSec", "SuccessExitStatus", "RestartPreventExitStatus", "RemainAfterExit",
    "KillMode", "KillSignal", "SendSIGKILL", "TimeoutStartSec", "TimeoutStopSec", "TimeoutSec", "ProtectSystem",
    "ProtectHome", "PrivateTmp", "ReadWritePaths", "ReadOnlyPaths", "InaccessiblePaths", "NoNewPrivileges",
    "CapabilityBoundingSet", "AmbientCapabilities"}
# Where the output goes, how much of the machine a service gets, and kernel interfaces that a service may not touch.
MAKES_NO_DIFFERENCE = {
    "StandardOutput", "StandardError", "StandardInput", "SyslogIdentifier", "SyslogFacility", "SyslogLevel", "OOMScoreAdjust",
    "OOMPolicy", "Nice", "IOSchedulingClass", "IOSchedulingPriority", "CPUWeight", "IOWeight", "MemoryMax", "MemoryHigh",
    "TasksMax", "Delegate", "Slice", "TimeoutAbortSec", "PrivateDevices", "ProtectKernelTunables", "ProtectKernelModules",
    "ProtectKernelLogs", "ProtectControlGroups", "ProtectClock", "ProtectHostname", "ProtectProc", "ProcSubset",
    "RestrictRealtime", "RestrictSUIDSGID", "RestrictNamespaces", "RestrictAddressFamilies", "LockPersonality",
    "MemoryDenyWriteExecute", "SystemCallArchitectures", "SystemCallFilter", "SystemCallErrorNumber", "RemoveIPC",
    "KeyringMode", "DevicePolicy", "DeviceAllow", "IPAddressAllow", "IPAddressDeny"}
TYPES = {"simple", "exec", "notify", "notify-reload", "oneshot"}
libc = ctypes.CDLL(None, use_errno=True)


class Failure(Exception):
    pass


def say(*event):
    print(*event, flush=True)


def load(unit):
    """All assignments of a unit as {section: {key: [values]}}; an empty assignment forgets the earlier ones."""
    found = [p for d in ("/etc", "/run", "/usr/lib") for p in [f"{d}/systemd/system/{unit}"] if os.path.exists(p)]
    if not found:
        raise Failure(f"no unit {unit}")
    dropins = {os.path.basename(p): p for d in ("/usr/lib", "/run", "/etc") for p in glob.glob(f"{d}/systemd/system/{unit}.d/*.conf")}
    sections, section = {}, None
    for path in [found[0]] + [dropins[name] for name in sorted(dropins)]:
        with open(path, encoding="utf-8") as file:
            text = "\n".join(line for line in file.read().split("\n") if not re.match(r"\s*[#;]", line))
        for line in filter(str.strip, text.replace("\\\n", " ").split("\n")):
            if line.startswith("["):
                section = sections.setdefault(line.strip().strip("[]"), {})
                continue
            key, sign, value = map(str.strip, line.partition("="))
            if not sign or section is None:
                raise Failure(f"{path}: not an assignment: {line}")
            section[key] = section.get(key, []) + [value] if value else []
    return sections


def seconds(text):
    if text == "infinity":
        return float("inf")
    units = {"": 1, "s": 1, "sec": 1, "ms": 0.001, "us": 0.000001, "m": 60, "min": 60, "h": 3600, "hr": 3600}
    parts = re.findall(r"(\d+(?:\.\d+)?)\s*([a-z]*)", text)
    if not parts or any(unit not in units for _, unit in parts):
        raise Failure(f"not a time: {text}")
    return sum(float(number) * units[unit] for number, unit in parts)


def environment_file(path):
    """systemd.exec(5), EnvironmentFile=: nothing is expanded, quotes may surround a value, a backslash protects a character."""
    result, text = {}, open(path, encoding="utf-8").read()
    for line in text.replace("\\\n", "").split("\n"):
        if line.strip() and not re.match(r"\s*[#;]", line):
            key, sign, value = line.partition("=")
            value = value.strip()
            if value[:1] == "'" == value[-1:] and len(value) > 1:
                value = value[1:-1]
            elif value[:1] == '"' == value[-1:] and len(value) > 1:
                value = re.sub(r'\\(["\\`$])', r"\1", value[1:-1])
            else:
                value = re.sub(r"\\(.)", r"\1", value)
            result[key.strip()] = value
    return result


class Service:
    def __init__(self, unit):
        self.unit, sections = unit, load(unit)
        self.unit_section, self.values = sections.get("Unit", {}), sections.get("Service", {})
        unknown = sorted(set(self.values) - DONE - MAKES_NO_DIFFERENCE)
        if unknown:
            raise Failure("the test host does not know what to do with " + ", ".join(unknown))
        self.type = self.one("Type", "simple")
        if self.type not in TYPES:
            raise Failure(f"Type={self.type} is not run on a test host")
        account = pwd.getpwnam(self.one("User", "root"))
        group = grp.getgrnam(self.one("Group")) if self.one("Group") else grp.getgrgid(account.pw_gid)
        self.account, self.group = account, group
        self.main, self.ready, self.exits, self.commands, self.starts = None, False, {}, [], []
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notify.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        os.makedirs("/run/systemd", exist_ok=True)
        self.notify_path = f"/run/systemd/notify-{unit}"
        if os.path.exists(self.notify_path):
            os.unlink(self.notify_path)
        self.notify.bind(self.notify_path)
        os.chmod(self.notify_path, 0o777)
        self.wake, write = os.pipe()
        os.set_blocking(write, False)
        os.set_blocking(self.wake, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        libc.prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: orphans of this unit stay with it

    def one(self, key, default=""):
        return (self.values.get(key) or [default])[-1]

    def words(self, key):
        return [self.specifiers(word) for value in self.values.get(key, []) for word in shlex.split(value)]

    def flag(self, key):
        return self.one(key).lower() in ("yes", "true", "1", "on")

    def timeout(self, key):
        return seconds(self.one(key) or self.one("TimeoutSec") or "90s") or float("inf")

    def specifiers(self, text):
        name = self.unit.rpartition(".")[0]
        known = {"%%": "%", "%n": self.unit, "%N": name, "%p": name.partition("@")[0], "%i": name.partition("@")[2],
                 "%t": "/run", "%H": socket.gethostname()}
        return re.sub(r"%.?", lambda m: known.get(m.group()) or self.refuse(f"specifier {m.group()}"), text)

    def refuse(self, what):
        raise Failure(f"the test host does not know {what}")

    def environment(self):
        result = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin", "NOTIFY_SOCKET": self.notify_path}
        if self.one("User"):
            result |= {"HOME": self.account.pw_dir, "LOGNAME": self.account.pw_name, "USER": self.account.pw_name, "SHELL": self.account.pw_shell}
        if self.type not in ("notify", "notify-reload"):
            del result["NOTIFY_SOCKET"]
        for key, base in DIRECTORIES.items():
            if self.words(key):
                result[re.sub("Directory", "_DIRECTORY", key).upper()] = ":".join(f"{base}/{d}" for d in self.words(key))
        result |= dict(word.split("=", 1) for word in self.words("Environment"))
        for path in self.values.get("EnvironmentFile", []):
            path = self.specifiers(path)
            if not path.startswith("-") or os.path.exists(path[1:]):
                result |= environment_file(path.lstrip("-"))
        return result | ({"MAINPID": str(self.main)} if self.main else {})

    def command(self, line, environment):
        """(prefixes, words) of an Exec line; $WORD alone splits into words, ${WORD} stays within one, $$ is a dollar."""
        prefixes, line = re.match(r"([-@:+!|]*)(.*)", line, re.S).groups()
        if set(prefixes) - set("-+:") or re.search(r"(^|\s);(\s|$)", line):
            self.refuse(f"the command {prefixes}{line}")
        words = []
        for word in shlex.split(self.specifiers(line)):
            alone = re.fullmatch(r"\$(\w+)", word)
            if alone and ":" not in prefixes:
                words += environment.get(alone.group(1), "").split()
            else:
                expand = lambda m: "$" if m.group() == "$$" else environment.get(m.group(1), "")
                words.append(word if ":" in prefixes else re.sub(r"\$\$|\$\{(\w+)\}", expand, word))
        if not words[0].startswith("/"):
            self.refuse(f"a command without its path, {words[0]}")
        return prefixes, words

    def directories(self):
        for key, base in DIRECTORIES.items():
            for directory in self.words(key):
                path = f"{base}/{directory}"
                os.makedirs(path, exist_ok=True)
                os.chown(path, self.account.pw_uid, self.group.gr_gid)
                os.chmod(path, int(self.one(key + "Mode", "0755"), 8))

    def sandbox(self):
        """Gives the calling process a view of the files in which it may write only where the unit says."""
        system, home = self.one("ProtectSystem").lower(), self.one("ProtectHome").lower()
        writable = [p.lstrip("-+") for p in self.words("ReadWritePaths") if not p.startswith("-") or os.path.exists(p.lstrip("-+"))]
        writable += [f"{base}/{d}" for key, base in DIRECTORIES.items() for d in self.words(key)]
        protected = {"true": ["/usr", "/boot"], "yes": ["/usr", "/boot"], "full": ["/usr", "/boot", "/etc"], "strict": ["/"]}.get(system, [])
        protected += [p.lstrip("-+") for p in self.words("ReadOnlyPaths")] + (["/home", "/root"] if home == "read-only" else [])
        hidden = [p.lstrip("-+") for p in self.words("InaccessiblePaths")] + (["/home", "/root"] if home in ("yes", "true", "tmpfs") else [])
        private = ["/tmp", "/var/tmp"] if self.flag("PrivateTmp") else []
        if not protected + hidden + private:
            return
        bind, readonly, remount, recursive, down = 4096, 1, 32, 16384, 1 << 18
        def mount(source, target, kind, flags, data=None):
            if libc.mount(source and source.encode(), target.encode(), kind and kind.encode(), flags, data and data.encode()) != 0:
                raise OSError(ctypes.get_errno(), f"mount {target}: {os.strerror(ctypes.get_errno())}")
        os.unshare(os.CLONE_NEWNS)
        mount(None, "/", None, recursive | down)
        for path in private + hidden:
            mount("tmpfs", path, "tmpfs", 0, "mode=1777" if path in private else "mode=000")
        for path in [p for p in protected if p != "/"] + writable:
            mount(path, path, None, bind | recursive)
        below = lambda path, tops: any(path == top or path.startswith(top.rstrip("/") + "/") for top in tops)
        points = [line.split()[4] for line in open("/proc/self/mountinfo", encoding="utf-8")]
        for point in points:
            if below(point, protected) and not below(point, writable + private + ["/dev", "/proc", "/sys"]):
                mount(None, point, None, remount | bind | readonly)

    def spawn(self, line):
        environment = self.environment()
        prefixes, words = self.command(line, environment)
        full = "+" in prefixes
        identity = ["/usr/bin/setpriv"]
        if self.one("User") and not full:
            extra = self.words("SupplementaryGroups")
            groups = ["--groups=" + ",".join(map(str, {*os.getgrouplist(self.account.pw_name, self.group.gr_gid), *(grp.getgrnam(g).gr_gid for g in extra)}))]
            identity += [f"--reuid={self.account.pw_uid}", f"--regid={self.group.gr_gid}"] + groups
        capabilities = lambda key: ",".join("+" + c.lower().removeprefix("cap_") for c in self.words(key))
        if not full and self.words("AmbientCapabilities"):
            identity += ["--inh-caps=" + capabilities("AmbientCapabilities"), "--ambient-caps=" + capabilities("AmbientCapabilities")]
        if not full and "CapabilityBoundingSet" in self.values:
            if any(w.startswith("~") for w in self.words("CapabilityBoundingSet")):
                self.refuse("a capability bounding set with ~")
            identity += ["--bounding-set=" + ",".join(filter(None, ["-all", capabilities("CapabilityBoundingSet")]))]
        if not full and self.flag("NoNewPrivileges"):
            identity += ["--no-new-privs"]
        pid = os.fork()
        if pid:
            return pid
        try:
            os.setsid()
            os.dup2(os.open("/dev/null", os.O_RDONLY), 0)
            os.dup2(2, 1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for limit in ("NOFILE", "NPROC", "MEMLOCK", "CORE"):
                if self.one("Limit" + limit):
                    soft, _, hard = self.one("Limit" + limit).partition(":")
                    number = lambda n: resource.RLIM_INFINITY if n == "infinity" else int(n)
                    resource.setrlimit(getattr(resource, "RLIMIT_" + limit), (number(soft), number(hard or soft)))
            if not full:
                self.sandbox()
            os.umask(int(self.one("UMask", "0022"), 8))
            os.chdir(self.specifiers(self.one("WorkingDirectory", "/")))
            os.execve(identity[0], identity + ["--"] + words, environment)
        except BaseException as problem:
            print(f"{self.unit}: {problem}", file=sys.stderr, flush=True)
        os._exit(203)

    def pump(self, done, deadline):
        """Takes in what happens until `done` holds; false when the deadline passes first."""
        while not done():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            inputs = [sys.stdin.fileno(), self.notify.fileno(), self.wake]
            for fd in select.select(inputs, [], [], None if left == float("inf") else left)[0]:
                if fd == self.wake:
                    os.read(fd, 4096)
                    self.reap()
                elif fd == self.notify.fileno():
                    self.notified()
                else:
                    text = os.read(fd, 4096).decode()
                    if not text:
                        self.kill(signal.SIGKILL, self.descendants())
                        os._exit(1)
                    self.commands += text.split()
        return True

    def reap(self):
        try:
            while True:
                pid, status = os.waitpid(-1, os.WNOHANG)
                if not pid:
                    return
                self.exits[pid] = os.waitstatus_to_exitcode(status)
        except ChildProcessError:
            pass

    def notified(self):
        data, ancillary, _, _ = self.notify.recvmsg(4096, socket.CMSG_SPACE(12))
        sender = next((struct.unpack("iii", c[:12])[0] for _, kind, c in ancillary if kind == socket.SCM_CREDENTIALS), 0)
        access = self.one("NotifyAccess", "main")
        if sender != self.main and not (access == "all" and sender in self.descendants()):
            print(f"{self.unit}: a notification of process {sender}, which is not the main one, is ignored", file=sys.stderr, flush=True)
        elif "READY=1" in data.decode().split("\n"):
            self.ready = True

    def descendants(self):
        parents = {}
        for path in glob.glob("/proc/[0-9]*/stat"):
            try:
                text = open(path, encoding="utf-8", errors="replace").read()
            except OSError:
                continue
            parent = int(text.rpartition(")")[2].split()[1])
            parents.setdefault(parent, []).append(int(path.split("/")[2]))
        found, todo = set(), [os.getpid()]
        while todo:
            for child in parents.get(todo.pop(), []):
                found.add(child)
                todo.append(child)
        return found

    @staticmethod
    def kill(number, pids):
        for pid in pids:
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass

    def run(self, key, deadline):
        for line in self.values.get(key, []):
            pid = self.spawn(line)
            if not self.pump(lambda: pid in self.exits, deadline):
                raise Failure(f"{key}= ran out of time")
            if self.exits.pop(pid) != 0 and not line.startswith(("-", "+-")):
                raise Failure(f"{key}={line} failed")

    def start(self):
        self.main, self.ready = None, False
        deadline = time.monotonic() + (float("inf") if self.type == "oneshot" else self.timeout("TimeoutStartSec"))
        self.directories()
        self.run("ExecStartPre", deadline)
        if self.type == "oneshot":
            self.run("ExecStart", deadline)
        else:
            self.main = self.spawn(self.one("ExecStart"))
            if self.type.startswith("notify"):
                if not self.pump(lambda: self.ready or self.main in self.exits or self.commands, deadline):
                    raise Failure(f"did not say READY=1 within {self.timeout('TimeoutStartSec'):g} s")
                if self.main in self.exits:
                    raise Failure(f"ended with {self.exits[self.main]} before it was ready")
        self.run("ExecStartPost", deadline)

    def end(self, orderly):
        """Ends what is left of the unit in the way KillMode= says."""
        mode, number = self.one("KillMode", "control-group"), getattr(signal, self.one("KillSignal", "SIGTERM"))
        deadline = time.monotonic() + self.timeout("TimeoutStopSec")
        if orderly and self.main and self.main not in self.exits:
            self.run("ExecStop", deadline)
        group = lambda: self.descendants() if mode == "control-group" else {self.main} & self.descendants()
        rest = lambda: {self.main} & self.descendants() if mode == "process" else self.descendants()
        self.kill(number, group())
        if not self.pump(lambda: not group(), deadline) or rest():
            self.kill(signal.SIGKILL, rest() if self.one("SendSIGKILL", "yes") == "yes" else ())
            self.pump(lambda: not rest(), time.monotonic() + 10)

    def serve(self):
        """One life of the service: None when it was stopped on request, otherwise why it ended and whether that was clean."""
        try:
            self.start()
        except Failure as failure:
            self.end(False)
            return str(failure), False
        say("ready")
        while True:
            self.pump(lambda: self.commands or self.main in self.exits, float("inf"))
            if self.commands:
                command = self.commands.pop(0)
                if command == "stop":
                    self.end(True)
                    return None
                self.run("ExecReload", time.monotonic() + self.timeout("TimeoutStartSec"))
                say("reloaded")
            else:
                status = self.exits[self.main]
                self.end(False)
                return f"ended with {status}", status in (0, -1, -2, -13, -15) or str(status) in self.words("SuccessExitStatus")

    def live(self):
        burst = int((self.unit_section.get("StartLimitBurst") or ["5"])[-1])
        interval = seconds((self.unit_section.get("StartLimitIntervalSec") or ["10s"])[-1])
        while True:
            self.starts = [t for t in self.starts if time.monotonic() - t < interval] + [time.monotonic()]
            if interval and len(self.starts) > burst:
                raise Failure(f"started more than {burst} times within {interval:g} s")
            ended = self.serve()
            if ended is None:
                return
            why, clean = ended
            wanted = {"always": True, "on-failure": not clean, "on-success": clean}.get(self.one("Restart", "no"), False)
            if not wanted or str(self.exits.get(self.main)) in self.words("RestartPreventExitStatus"):
                raise Failure(why)
            say("restarting", why)
            if self.pump(lambda: "stop" in self.commands, time.monotonic() + seconds(self.one("RestartSec", "100ms"))):
                return


try:
    Service(sys.argv[1]).live()
    say("stopped")
except (Failure, KeyError, OSError) as failure:
    say("failed", " ".join(str(failure).split()))
    sys.exit(1)
