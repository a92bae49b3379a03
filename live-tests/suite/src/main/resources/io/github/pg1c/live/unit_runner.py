#!/usr/bin/python3
"""Runs one systemd service on a test host where systemd is not running.

  unit_runner.py <unit>     commands on standard input: reload, stop
                            events on standard output: ready, reloaded, stopped, restarting <why>, failed <why>

The unit is read from where systemd reads it, drop-ins included, and does what systemd.service(5), systemd.exec(5) and
systemd.kill(5) say. A directive that is neither done nor known to make no difference here ends the run: a unit that works
because something was overlooked proves nothing. All descendants belong to the unit, as they would in its control group.
What the service writes goes to standard error. Everything ends when standard input ends.
"""
import ctypes, glob, os, select, shutil, signal, socket, struct, sys, time

from unit_file import Failure, Unit, seconds
from unit_process import Processes


def say(*event):
    print(*event, flush=True)


class Service:
    def __init__(self, name):
        self.unit = Unit(name)
        self.main, self.ready, self.exits, self.commands, self.starts = None, False, {}, [], []
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notify.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        os.makedirs("/run/systemd", exist_ok=True)
        notify_path = f"/run/systemd/notify-{name}"
        if os.path.exists(notify_path):
            os.unlink(notify_path)
        self.notify.bind(notify_path)
        os.chmod(notify_path, 0o777)
        self.processes = Processes(self.unit, notify_path)
        self.wake, write = os.pipe()
        os.set_blocking(write, False)
        os.set_blocking(self.wake, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: orphans of this unit stay with it

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
        access = self.unit.one("NotifyAccess", "main")
        if sender != self.main and not (access == "all" and sender in self.descendants()):
            print(f"{self.unit.name}: a notification of process {sender}, which is not the main one, is ignored", file=sys.stderr, flush=True)
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
        for line in self.unit.values.get(key, []):
            pid = self.processes.spawn(line, self.main)
            if not self.pump(lambda: pid in self.exits, deadline):
                raise Failure(f"{key}= ran out of time")
            if self.exits.pop(pid) != 0 and not line.startswith(("-", "+-")):
                raise Failure(f"{key}={line} failed")

    def start(self):
        self.main, self.ready = None, False
        deadline = time.monotonic() + (float("inf") if self.unit.type == "oneshot" else self.unit.timeout("TimeoutStartSec"))
        self.processes.make_directories()
        self.run("ExecStartPre", deadline)
        if self.unit.type == "oneshot":
            self.run("ExecStart", deadline)
        else:
            self.main = self.processes.spawn(self.unit.one("ExecStart"), None)
            if self.unit.type.startswith("notify"):
                if not self.pump(lambda: self.ready or self.main in self.exits or self.commands, deadline):
                    raise Failure(f"did not say READY=1 within {self.unit.timeout('TimeoutStartSec'):g} s")
                if self.main in self.exits:
                    raise Failure(f"ended with {self.exits[self.main]} before it was ready")
        self.run("ExecStartPost", deadline)

    def end(self, orderly):
        """Ends what is left of the unit in the way KillMode= says."""
        mode, number = self.unit.one("KillMode", "control-group"), getattr(signal, self.unit.one("KillSignal", "SIGTERM"))
        deadline = time.monotonic() + self.unit.timeout("TimeoutStopSec")
        if orderly and self.main and self.main not in self.exits:
            self.run("ExecStop", deadline)
        group = lambda: self.descendants() if mode == "control-group" else {self.main} & self.descendants()
        rest = lambda: {self.main} & self.descendants() if mode == "process" else self.descendants()
        self.kill(number, group())
        if not self.pump(lambda: not group(), deadline) or rest():
            self.kill(signal.SIGKILL, rest() if self.unit.one("SendSIGKILL", "yes") == "yes" else ())
            self.pump(lambda: not rest(), time.monotonic() + 10)
        if self.unit.one("RuntimeDirectoryPreserve", "no") == "no":
            for directory in self.unit.directories("RuntimeDirectory"):
                shutil.rmtree(directory, ignore_errors=True)

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
                self.run("ExecReload", time.monotonic() + self.unit.timeout("TimeoutStartSec"))
                say("reloaded")
            else:
                status = self.exits[self.main]
                self.end(False)
                return f"ended with {status}", status in (0, -1, -2, -13, -15) or str(status) in self.unit.words("SuccessExitStatus")

    def live(self):
        burst = int((self.unit.unit.get("StartLimitBurst") or ["5"])[-1])
        interval = seconds((self.unit.unit.get("StartLimitIntervalSec") or ["10s"])[-1])
        while True:
            self.starts = [t for t in self.starts if time.monotonic() - t < interval] + [time.monotonic()]
            if interval and len(self.starts) > burst:
                raise Failure(f"started more than {burst} times within {interval:g} s")
            ended = self.serve()
            if ended is None:
                return
            why, clean = ended
            wanted = {"always": True, "on-failure": not clean, "on-success": clean}.get(self.unit.one("Restart", "no"), False)
            if not wanted or str(self.exits.get(self.main)) in self.unit.words("RestartPreventExitStatus"):
                raise Failure(why)
            say("restarting", why)
            if self.pump(lambda: "stop" in self.commands, time.monotonic() + seconds(self.unit.one("RestartSec", "100ms"))):
                return


try:
    Service(sys.argv[1]).live()
    say("stopped")
except (Failure, KeyError, OSError) as failure:
    say("failed", " ".join(str(failure).split()))
    sys.exit(1)
