
# Read to its end before anything runs: the script may come through standard input, which no command may then take.
{
set -eu
LC_ALL=C
export LC_ALL
umask 077
PATH=$PATH:/usr/sbin:/sbin
cd /

usage() {
  printf '%s: %s [--check] [--any-host]\n' "$m_usage" "${0##*/}" >&2
  exit 2
}

check=no any_host=no
while [ $# -gt 0 ]; do
  case $1 in
    --check) check=yes ;;
    --any-host) any_host=yes ;;
    *) usage ;;
  esac
  shift
done
# What the takeover has done, and what stood there before: for the next run, and for the way back.
state=/var/lib/pg1c/takeover

problems=0
problem() {
  problems=$((problems + 1))
  printf '%s: %s%s\n' "$m_problem" "$1" "${2:+: $2}" >&2
}

note() {
  [ "$check" = no ] || printf '%s: %s%s\n' "$m_note" "$1" "${2:+: $2}"
}

did() {
  printf '%s  %s\n' "$1" "$2"
}

refuse() {
  printf '%s: %s\n' "$m_nothing_done" "$problems" >&2
  exit 1
}

fail() {
  printf '%s: %s%s\n' "$m_problem" "$1" "${2:+: $2}" >&2
  printf '%s\n' "$m_way_back" >&2
  exit 1
}

as_user() {
  runuser -u "$user" -- "$@"
}

control() { # name of a value
  "$bin/pg_controldata" -D "$data" 2> /dev/null | sed -n "s/^$1: *//p"
}

# A line of the file of the process that runs on the data; empty when none does.
of_process() { # number of the line
  sed -n "$1p" "$data/postmaster.pid" 2> /dev/null || :
}

query() { # SQL
  as_user "$bin/psql" -X -A -t -q -w -F ' ' -v ON_ERROR_STOP=1 \
    -h "$socket" -p "$port_now" -U "$superuser" -d postgres -c "$1"
}

has() { # file value
  [ -s "$1" ] && [ "$(cat "$1")" = "$2" ]
}

# ---------- Everything is looked at before anything changes.

[ "$(id -u)" -eq 0 ] || problem "$m_not_root" "$(id -un)"
host=$(uname -n)
if [ "$any_host" = no ] && [ "${host%%.*}" != "$node" ]; then
  problem "$m_other_host" "${host%%.*} ($m_expected $node; --any-host)"
fi
for program in "$bin/postgres" "$bin/pg_ctl" "$bin/pg_controldata" "$bin/psql"; do
  [ -x "$program" ] || problem "$m_no_program" "$program"
done
if [ ! -s "$data/PG_VERSION" ]; then
  problem "$m_no_database" "$data"
elif [ "$(cat "$data/PG_VERSION")" != "$version" ]; then
  problem "$m_other_version" "$(cat "$data/PG_VERSION") ($m_expected $version)"
elif [ "$(stat -L -c %U "$data")" != "$user" ]; then
  problem "$m_other_owner" "$(stat -L -c %U "$data") ($m_expected $user)"
fi
[ "$problems" -eq 0 ] || refuse
identifier=$(control 'Database system identifier')
if has "$state/done" "$identifier"; then
  printf '%s\n' "$m_same"
  exit 0
fi

# The unit of the server that runs today, with its socket and port.
unit='' socket='' port_now=''
look() {
  pid=$(of_process 1)
  if [ -z "$pid" ] || [ ! -r "/proc/$pid/cgroup" ]; then
    problem "$m_not_running" "$data"
    return
  fi
  unit=$(sed -n 's,.*/\([^/]*\.service\).*,\1,p' "/proc/$pid/cgroup" | head -n 1)
  port_now=$(of_process 4)
  socket=$(of_process 5)
  case $unit in
    '') problem "$m_no_unit" "$pid" ;;
    "$manager.service")
      printf '%s\n' "$m_same"
      exit 0
      ;;
  esac
  [ ! -e "$data/$mark" ] || problem "$m_marked" "$data/$mark"
  if ! refused=$(query 'SELECT 1' 2>&1); then
    problem "$m_no_login" "$refused"
    return
  fi
  found=$(query "
    WITH planned (name, locale) AS (VALUES $databases),
      described AS (SELECT d.* , p.locale FROM pg_database d JOIN planned p ON d.datname = p.name)
    SELECT 'standby', '' WHERE pg_is_in_recovery()
    UNION ALL SELECT 'no_superuser', current_user::text
      WHERE NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
    UNION ALL SELECT 'encoding', format('%I: %s', datname, pg_encoding_to_char(encoding))
      FROM described WHERE pg_encoding_to_char(encoding) <> 'UTF8'
    UNION ALL SELECT 'locale', format('%I: %s, %s (%s)', datname, datcollate, datctype, locale)
      FROM described WHERE lower(replace(locale, '-', ''))
        NOT IN (lower(replace(datcollate, '-', '')), lower(replace(datctype, '-', '')))
        OR lower(replace(datcollate, '-', '')) <> lower(replace(datctype, '-', ''))
    UNION ALL SELECT 'prepared', gid FROM pg_prepared_xacts
    UNION ALL SELECT 'slot', slot_name::text FROM pg_replication_slots
      WHERE slot_name NOT IN ($slots) AND slot_type NOT IN ($kept_slots)
    UNION ALL SELECT 'altered', name FROM pg_file_settings WHERE sourcefile LIKE '%/postgresql.auto.conf'
    UNION ALL SELECT 'checksums', '' WHERE current_setting('data_checksums') = 'off'
    UNION ALL SELECT 'login', format('%I', rolname) FROM pg_roles WHERE rolcanlogin AND rolname NOT IN ($roles)
    UNION ALL SELECT 'database', format('%I', datname) FROM pg_database
      WHERE datallowconn AND NOT datistemplate AND datname <> 'postgres'
        AND datname NOT IN (SELECT coalesce(name, '') FROM planned)
    UNION ALL SELECT 'owner', format('%I: %I', datname, rolname) FROM described JOIN pg_roles r ON r.oid = datdba
      WHERE (datname::text, rolname::text) NOT IN (VALUES $owners)
    UNION ALL SELECT 'tablespace', pg_tablespace_location(oid) FROM pg_tablespace
      WHERE pg_tablespace_location(oid) <> ''
    UNION ALL SELECT 'copies', coalesce(client_addr::text, application_name) FROM pg_stat_replication
    UNION ALL SELECT 'library', library
      FROM unnest(string_to_array(replace(current_setting('shared_preload_libraries'), ' ', ''), ',')) AS library
      WHERE library NOT IN ($libraries)
    UNION ALL SELECT 'setting', name || ' = ' || current_setting(name) FROM pg_settings
      WHERE source = 'configuration file' AND name NOT IN ($planned)" 2>&1) || {
    problem "$m_failed" "$found"
    return
  }
  while read -r kind what; do
    case $kind in
      standby) problem "$m_standby" "$data" ;;
      no_superuser) problem "$m_no_superuser" "$what" ;;
      encoding) problem "$m_encoding" "$what" ;;
      locale) problem "$m_locale" "$what" ;;
      prepared) problem "$m_prepared" "$what" ;;
      slot) problem "$m_slot" "$what" ;;
      altered) problem "$m_altered" "ALTER SYSTEM RESET $what" ;;
      checksums) note "$m_checksums" '' ;;
      login) note "$m_login" "$what" ;;
      database) note "$m_database" "$what" ;;
      owner) note "$m_owner" "$what" ;;
      tablespace) note "$m_tablespace" "$what" ;;
      copies) note "$m_copies" "$what" ;;
      library) note "$m_library" "$what" ;;
      setting) note "$m_setting" "$what" ;;
    esac
  done << END
$found
END
  if [ -n "$wal" ] && [ "$(readlink -f "$data/pg_wal")" != "$wal" ]; then
    note "$m_wal" "$(readlink -f "$data/pg_wal")"
  fi
}

if has "$state/stopped" "$identifier"; then
  [ -z "$(of_process 1)" ] || problem "$m_running_again" "$data"
else
  look
fi
if [ "$check" = no ]; then
  for file in $scripts; do
    [ -s "$file" ] || problem "$m_not_installed" "$file"
  done
fi
[ "$problems" -eq 0 ] || refuse
if [ "$check" = yes ]; then
  printf '%s\n' "$m_ready"
  exit 0
fi

# ---------- From here on the host changes.

clean() {
  [ "$(control 'Database cluster state')" = 'shut down' ]
}

if ! has "$state/stopped" "$identifier"; then
  mkdir -p "$state"
  # What the base of the new configuration keeps of the old one; 1C's servers read a backslash in a string as an escape.
  query "SELECT name || ' = ''' || replace(replace(setting, chr(92), repeat(chr(92), 2)), '''', '''''') || ''''
    FROM pg_settings WHERE name IN ($kept) ORDER BY name" > "$state/base.conf"
  config=$(query 'SHOW config_file')
  start=${config%/*}/start.conf
  set --
  for file in "$config" "$(query 'SHOW hba_file')" "$(query 'SHOW ident_file')" "$data/postgresql.auto.conf" \
    "$data/postgresql.base.conf" "$start"; do
    [ ! -e "$file" ] || set -- "$@" "${file#/}"
  done
  tar -C / -cpf "$state/files.tar" "$@"
  printf '%s\n' "$unit" > "$state/unit"
  query CHECKPOINT
  if ! systemctl stop "$unit" || ! clean; then
    systemctl start "$unit" || :
    fail "$m_unclean" "$(control 'Database cluster state')"
  fi
  printf '%s\n' "$identifier" > "$state/stopped"
  did "$m_stopped" "$unit"
fi
unit=$(cat "$state/unit")
for name in "$unit" "$package_unit.service"; do
  # A unit may be an instance, which nothing has to enable.
  ! systemctl is-enabled --quiet "$name" 2> /dev/null || systemctl disable --quiet "$name" || :
done
# Debian's own files of a cluster: neither its generator nor an upgrade of its packages starts it any more.
start=$(tar -tf "$state/files.tar" | sed -n '/\/start\.conf$/p')
if [ -n "$start" ] && ! grep -qx disabled "/$start"; then
  printf 'disabled\n' > "/$start"
fi
install -o "$user" -g "$(id -gn "$user")" -m 0600 "$state/base.conf" "$base"

# The server runs for this script alone: with the cluster's limits, which its file of control then has, so that no
# restart is left over, and without the network.
run=$(mktemp -d /run/pg1c-takeover.XXXXXX)
stop_server() {
  as_user "$bin/pg_ctl" -D "$data" -s -w -t "$patience" -m fast stop
}
end() {
  [ -z "$(of_process 1)" ] || stop_server || :
  rm -rf "$run"
}
trap end EXIT
trap 'exit 1' INT TERM HUP
printf 'local all all trust\n' > "$run/pg_hba.conf"
: > "$run/pg_ident.conf"
{
  printf "%s = '%s'\n" data_directory "$data" hba_file "$run/pg_hba.conf" ident_file "$run/pg_ident.conf" \
    listen_addresses '' unix_socket_directories "$run" port "$port" autovacuum off
  printf '%s\n' "$settings"
} > "$run/postgresql.conf"
chown -R "$user" "$run"
if ! as_user "$bin/pg_ctl" -D "$data" -s -w -t "$patience" -l "$run/log" \
  -o "-c config_file=$run/postgresql.conf" start; then
  fail "$m_no_start" "$(tail -n 5 "$run/log" | tr '\n' ' ')"
fi
set --
for file in $scripts; do
  set -- "$@" -f "$file"
done
if ! as_user "$bin/psql" -X -q -w -v ON_ERROR_STOP=1 -h "$run" -p "$port" -U "$superuser" -d postgres "$@" \
  > "$run/out" 2>&1; then
  fail "$m_no_roles" "$(grep ERROR "$run/out" | head -n 3 | tr '\n' ' ')"
fi
stop_server
clean || fail "$m_unclean" "$(control 'Database cluster state')"
printf '%s\n' "$identifier" > "$state/done"
did "$m_done" "$data"
printf '%s\n' "$m_next"
} < /dev/null
