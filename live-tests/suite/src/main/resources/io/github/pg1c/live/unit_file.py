"""A systemd unit as it is written: systemd.unit(5), systemd.syntax(7), EnvironmentFile= of systemd.exec(5)."""
import glob, os, re, shlex, socket

DIRECTORIES = {"RuntimeDirectory": "/run", "StateDirectory": "/var/lib", "LogsDirectory": "/var/log", "CacheDirectory": "/var/cache"}
DONE = set(DIRECTORIES) | {k + "Mode" for k in DIRECTORIES} | {
    "RuntimeDirectoryPreserve", "Type", "NotifyAccess", "ExecStart", "ExecStartPre", "ExecStartPost", "ExecReload", "ExecStop", "User", "Group",
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


class Failure(Exception):
    pass


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


class Unit:
    """A service's directives, all of them known to the test host."""

    def __init__(self, name):
        self.name, sections = name, load(name)
        self.unit, self.values = sections.get("Unit", {}), sections.get("Service", {})
        unknown = sorted(set(self.values) - DONE - MAKES_NO_DIFFERENCE)
        if unknown:
            raise Failure("the test host does not know what to do with " + ", ".join(unknown))
        self.type = self.one("Type", "simple")
        if self.type not in TYPES:
            raise Failure(f"Type={self.type} is not run on a test host")

    def one(self, key, default=""):
        return (self.values.get(key) or [default])[-1]

    def words(self, key):
        return [self.specifiers(word) for value in self.values.get(key, []) for word in shlex.split(value)]

    def flag(self, key):
        return self.one(key).lower() in ("yes", "true", "1", "on")

    def timeout(self, key):
        return seconds(self.one(key) or self.one("TimeoutSec") or "90s") or float("inf")

    def specifiers(self, text):
        name = self.name.rpartition(".")[0]
        known = {"%%": "%", "%n": self.name, "%N": name, "%p": name.partition("@")[0], "%i": name.partition("@")[2],
                 "%t": "/run", "%H": socket.gethostname()}
        return re.sub(r"%.?", lambda m: known.get(m.group()) or self.refuse(f"specifier {m.group()}"), text)

    @staticmethod
    def refuse(what):
        raise Failure(f"the test host does not know {what}")

    def directories(self, key):
        return [f"{DIRECTORIES[key]}/{directory}" for directory in self.words(key)]
