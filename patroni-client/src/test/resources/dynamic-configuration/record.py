"""Prints what one release of Patroni makes of values of its dynamic configuration.

    python3 record.py v4.1.4 < keys.txt

Run it with PYTHONPATH at the source of that release, and with PyYAML, python-dateutil, psutil and urllib3 installed. One
line per key and value: the key with dots, the value as JSON, and what Patroni reads, as JSON; "!" when it keeps its
earlier configuration, "?" when reading fails later or there is nothing to read. record.sh joins the lines of several
releases to verdicts.tsv, which DynamicKeysTest compares with the client's table.
"""

import json
import logging
import sys
import tempfile
import types

from copy import deepcopy
from unittest.mock import MagicMock

driver = MagicMock()
driver.__version__ = '2.9.9'
driver.__path__ = []
for name in ('psycopg2', 'psycopg2.extensions', 'psycopg2.extras', 'psycopg2.sql'):
    sys.modules[name] = driver
for name in ('Error', 'DatabaseError', 'OperationalError', 'ProgrammingError'):
    setattr(driver, name, type(name, (Exception,), {}))

from patroni.config import Config  # noqa: E402
from patroni.dcs import ClusterConfig  # noqa: E402
from patroni.utils import parse_bool  # noqa: E402

logging.disable(logging.CRITICAL)

VALUES = [
    True, False, 'on', 'OFF', 'yes', 'true', 'quorum', 'QUORUM', 'qourum', 'abc', '', ' ', 0, 1, -1, -2, 3, 5, 20, 30, 300,
    '0', '1', '5', '30', ' 30 ', '+5', '-3', '3_0', '010', '0x1e', '1e2', 1.5, 30.5, 30.0, '1.5', '30.5', 1e400,
    10**12, '10s', '30min', '1h', '500ms', '1MB', '16MB', '2 GB', '1000kB', 'replica', 'LOGICAL', 'minimal', 'none',
    [], ['a'], {}, {'a': 1}, None,
]
BASE = {'loop_wait': 10, 'ttl': 30, 'retry_timeout': 10}
LOCAL = """
name: n
scope: s
postgresql:
  listen: 127.0.0.1:5432
  authentication: {replication: {username: r}, superuser: {username: s}}
"""


def effective(config, path):
    node = config
    for part in path:
        node = node[part]
    return node


def shared(document):
    """The object through which Patroni 3.0.3 and later reads values that every member takes from the DCS."""
    cluster = types.SimpleNamespace(config=ClusterConfig(1, document, 1))
    try:
        from patroni import global_config
        return global_config.from_cluster(cluster)
    except ImportError:
        from patroni.config import get_global_config
        return get_global_config(cluster)


def read(config, document, path):
    name = path[-1]
    if name == 'use_slots':
        try:
            return getattr(shared(document), name, bool(effective(config, path)))
        except ImportError:
            return bool(effective(config, path))
    if path[0] == 'postgresql' or name in BASE:
        return effective(config, path)
    modes = ('pause', 'check_timeline', 'failsafe_mode', 'synchronous_mode', 'synchronous_mode_strict')
    try:
        glob = shared(document)
    except ImportError:
        return bool(parse_bool(document.get(name))) if name in modes \
            else config.get(name.replace('master_', 'primary_'), document.get(name))
    if name == 'synchronous_mode':
        if getattr(glob, 'is_quorum_commit_mode', False):
            return 'quorum'
        return glob.is_synchronous_mode
    if name in modes:
        return glob.check_mode(name)
    name = name.replace('master_', 'primary_')
    return getattr(glob, name) if hasattr(type(glob), name) else document.get(name)


def main():
    version = sys.argv[1]
    with tempfile.NamedTemporaryFile('w', suffix='.yml') as local:
        local.write(LOCAL)
        local.flush()
        for key in sys.stdin.read().split():
            path = key.split('.')
            for value in VALUES:
                document = deepcopy(BASE)
                node = document
                for part in path[:-1]:
                    node = node.setdefault(part, {})
                node[path[-1]] = value
                config = Config(local.name, None)
                sent = json.dumps(document)
                taken = config.set_dynamic_configuration(json.loads(sent))
                try:
                    seen = json.dumps(read(config, json.loads(sent), path), default=dict) if taken else '!'
                except (AttributeError, KeyError, TypeError, ValueError):
                    seen = '?'
                print(key, json.dumps(value).replace('Infinity', '1e400'), seen.replace('Infinity', '1e400'), sep='\t')
    print(version, 'recorded', file=sys.stderr)


main()
