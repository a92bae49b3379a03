"""Packs the Python distributions of a host, which Debian's packages brought, as wheels: a tar of them on standard output.

The same distributions give the same bytes. Debian leaves the requirements of its packages to dpkg, so Patroni requires
all the others here, and psycopg2 has the name under which pip finds a compiled one.
"""

import base64
import hashlib
import importlib.metadata
import io
import pathlib
import re
import subprocess
import sys
import tarfile
import zipfile

PLACE = pathlib.Path("/usr/lib/python3/dist-packages")
COMPILED = f"cp{sys.version_info.major}{sys.version_info.minor}"
NAMES = {"psycopg2": "psycopg2-binary"}


def name_of(distribution):
    name = distribution.metadata["Name"]
    return NAMES.get(name, name)


def files_of(distribution):
    """The files of the package that the distribution's description belongs to, without any description."""
    owner = subprocess.run(
        ["dpkg", "-S", str(distribution._path)], check=True, capture_output=True, text=True
    ).stdout.split(":")[0]
    listed = subprocess.run(["dpkg", "-L", owner], check=True, capture_output=True, text=True).stdout.splitlines()
    paths = [pathlib.Path(line) for line in listed if line.startswith(f"{PLACE}/")]
    return sorted(p for p in paths if p.is_file() and not re.search(r"\.(egg|dist)-info(/|$)", str(p)))


def description(distribution, requirements):
    head = [
        "Metadata-Version: 2.1",
        f"Name: {name_of(distribution)}",
        f"Version: {distribution.version}",
        *(f"Requires-Dist: {requirement}" for requirement in requirements),
        *(f"Provides-Extra: {extra}" for extra in distribution.metadata.get_all("Provides-Extra") or []),
    ]
    return "\n".join(head) + "\n"


def wheel(distribution, requirements):
    files = files_of(distribution)
    pure = not any(path.suffix == ".so" for path in files)
    tag = "py3-none-any" if pure else f"{COMPILED}-{COMPILED}-linux_x86_64"
    stem = re.sub(r"[-_.]+", "_", name_of(distribution)) + "-" + distribution.version
    contents = {str(path.relative_to(PLACE)): path.read_bytes() for path in files}
    contents[f"{stem}.dist-info/METADATA"] = description(distribution, requirements).encode()
    contents[f"{stem}.dist-info/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: pg1c\nRoot-Is-Purelib: {str(pure).lower()}\nTag: {tag}\n".encode()
    )
    entry_points = distribution.read_text("entry_points.txt")
    if entry_points:
        contents[f"{stem}.dist-info/entry_points.txt"] = entry_points.encode()
    record = f"{stem}.dist-info/RECORD"
    lines = []
    for path, data in contents.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(data)}")
    contents[record] = ("\n".join([*lines, f"{record},,"]) + "\n").encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in contents.items():
            archive.writestr(zipfile.ZipInfo(path), data, zipfile.ZIP_DEFLATED)
    return f"{stem}-{tag}.whl", packed.getvalue()


distributions = sorted(importlib.metadata.distributions(path=[str(PLACE)]), key=name_of)
others = [name_of(d) for d in distributions if name_of(d) not in ("patroni", "psycopg2-binary")]
with tarfile.open(fileobj=sys.stdout.buffer, mode="w|") as tar:
    for each in distributions:
        patroni = name_of(each) == "patroni"
        requirements = [*others, *(each.requires or [])] if patroni else []
        name, data = wheel(each, requirements)
        entry = tarfile.TarInfo(name)
        entry.size = len(data)
        tar.addfile(entry, io.BytesIO(data))
