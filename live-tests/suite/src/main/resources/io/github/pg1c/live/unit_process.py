"""One process of a unit: its environment, user, limits and view of the files, as systemd.exec(5) says."""
import ctypes, grp, os, pwd, re, resource, shlex, signal, sys

from unit_file import DIRECTORIES, environment_file

libc = ctypes.CDLL(None, use_errno=True)


class Processes:
    """Starts the processes of a unit."""

    def __init__(self, unit, notify_path):
        self.unit, self.notify_path = unit, notify_path
        self.account = pwd.getpwnam(unit.one("User", "root"))
        self.group = grp.getgrnam(unit.one("Group")) if unit.one("Group") else grp.getgrgid(self.account.pw_gid)

    def make_directories(self):
        for key in DIRECTORIES:
            for path in self.unit.directories(key):
                os.makedirs(path, exist_ok=True)
                os.chown(path, self.account.pw_uid, self.group.gr_gid)
                os.chmod(path, int(self.unit.one(key + "Mode", "0755"), 8))

    def environment(self, main):
        result = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin", "NOTIFY_SOCKET": self.notify_path}
        if self.unit.one("User"):
            result |= {"HOME": self.account.pw_dir, "LOGNAME": self.account.pw_name, "USER": self.account.pw_name, "SHELL": self.account.pw_shell}
        if self.unit.type not in ("notify", "notify-reload"):
            del result["NOTIFY_SOCKET"]
        for key in DIRECTORIES:
            if self.unit.words(key):
                result[re.sub("Directory", "_DIRECTORY", key).upper()] = ":".join(self.unit.directories(key))
        result |= dict(word.split("=", 1) for word in self.unit.words("Environment"))
        for path in self.unit.values.get("EnvironmentFile", []):
            path = self.unit.specifiers(path)
            if not path.startswith("-") or os.path.exists(path[1:]):
                result |= environment_file(path.lstrip("-"))
        return result | ({"MAINPID": str(main)} if main else {})

    def command(self, line, environment):
        """(prefixes, words) of an Exec line; $WORD alone splits into words, ${WORD} stays within one, $$ is a dollar."""
        prefixes, line = re.match(r"([-@:+!|]*)(.*)", line, re.S).groups()
        if set(prefixes) - set("-+:") or re.search(r"(^|\s);(\s|$)", line):
            self.unit.refuse(f"the command {prefixes}{line}")
        words = []
        for word in shlex.split(self.unit.specifiers(line)):
            alone = re.fullmatch(r"\$(\w+)", word)
            if alone and ":" not in prefixes:
                words += environment.get(alone.group(1), "").split()
            else:
                expand = lambda m: "$" if m.group() == "$$" else environment.get(m.group(1), "")
                words.append(word if ":" in prefixes else re.sub(r"\$\$|\$\{(\w+)\}", expand, word))
        if not words[0].startswith("/"):
            self.unit.refuse(f"a command without its path, {words[0]}")
        return prefixes, words

    def sandbox(self):
        """Gives the calling process a view of the files in which it may write only where the unit says."""
        system, home = self.unit.one("ProtectSystem").lower(), self.unit.one("ProtectHome").lower()
        writable = [p.lstrip("-+") for p in self.unit.words("ReadWritePaths") if not p.startswith("-") or os.path.exists(p.lstrip("-+"))]
        writable += [path for key in DIRECTORIES for path in self.unit.directories(key)]
        protected = {"true": ["/usr", "/boot"], "yes": ["/usr", "/boot"], "full": ["/usr", "/boot", "/etc"], "strict": ["/"]}.get(system, [])
        protected += [p.lstrip("-+") for p in self.unit.words("ReadOnlyPaths")] + (["/home", "/root"] if home == "read-only" else [])
        hidden = [p.lstrip("-+") for p in self.unit.words("InaccessiblePaths")] + (["/home", "/root"] if home in ("yes", "true", "tmpfs") else [])
        private = ["/tmp", "/var/tmp"] if self.unit.flag("PrivateTmp") else []
        if not protected + hidden + private:
            return
        bind, readonly, remount, recursive, down, own_mounts = 4096, 1, 32, 16384, 1 << 18, 1 << 17
        def mount(source, target, kind, flags, data=None):
            if libc.mount(source and source.encode(), target.encode(), kind and kind.encode(), flags, data and data.encode()) != 0:
                raise OSError(ctypes.get_errno(), f"mount {target}: {os.strerror(ctypes.get_errno())}")
        # Python has it as os.unshare only since 3.12.
        if libc.unshare(own_mounts) != 0:
            raise OSError(ctypes.get_errno(), f"unshare: {os.strerror(ctypes.get_errno())}")
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

    def limit(self, name):
        kind, (soft, _, hard) = getattr(resource, "RLIMIT_" + name), self.unit.one("Limit" + name).partition(":")
        soft, hard = (resource.RLIM_INFINITY if n == "infinity" else int(n) for n in (soft, hard or soft))
        try:
            resource.setrlimit(kind, (soft, hard))
        except ValueError:
            # A machine that withholds CAP_SYS_RESOURCE from its root: as much as there is, and the service decides.
            most = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (most, most))
            print(f"{self.unit.name}: Limit{name}= is {most} here, for this machine does not let root raise it", file=sys.stderr, flush=True)

    def spawn(self, line, main):
        environment = self.environment(main)
        prefixes, words = self.command(line, environment)
        full = "+" in prefixes
        identity = ["/usr/bin/setpriv"]
        if self.unit.one("User") and not full:
            extra = self.unit.words("SupplementaryGroups")
            groups = ["--groups=" + ",".join(map(str, {*os.getgrouplist(self.account.pw_name, self.group.gr_gid), *(grp.getgrnam(g).gr_gid for g in extra)}))]
            identity += [f"--reuid={self.account.pw_uid}", f"--regid={self.group.gr_gid}"] + groups
        capabilities = lambda key: ",".join("+" + c.lower().removeprefix("cap_") for c in self.unit.words(key))
        if not full and self.unit.words("AmbientCapabilities"):
            identity += ["--inh-caps=" + capabilities("AmbientCapabilities"), "--ambient-caps=" + capabilities("AmbientCapabilities")]
        if not full and "CapabilityBoundingSet" in self.unit.values:
            if any(w.startswith("~") for w in self.unit.words("CapabilityBoundingSet")):
                self.unit.refuse("a capability bounding set with ~")
            identity += ["--bounding-set=" + ",".join(filter(None, ["-all", capabilities("CapabilityBoundingSet")]))]
        if not full and self.unit.flag("NoNewPrivileges"):
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
                if self.unit.one("Limit" + limit):
                    self.limit(limit)
            if not full:
                self.sandbox()
            os.umask(int(self.unit.one("UMask", "0022"), 8))
            os.chdir(self.unit.specifiers(self.unit.one("WorkingDirectory", "/")))
            os.execve(identity[0], identity + ["--"] + words, environment)
        except BaseException as problem:
            print(f"{self.unit.name}: {problem}", file=sys.stderr, flush=True)
        os._exit(203)
