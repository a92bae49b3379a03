
set -u
LC_ALL=C
export LC_ALL
# Seconds between two looks.
interval=5
# Why the last attempt to hand over did not succeed; not on a disk.
outcome=/run/pg1c-disk-watch/outcome

told=''
# Tells news, not the same again at every look.
tell() { # words
  [ "$told" = "$1" ] || printf '%s\n' "$1"
  told=$1
}

share() { # bytes percent least most: the share in bytes, between two limits in MB
  value=$(($1 * $2 / 100))
  [ "$value" -ge $(($3 * 1048576)) ] || value=$(($3 * 1048576))
  [ "$value" -le $(($4 * 1048576)) ] || value=$(($4 * 1048576))
  printf '%s\n' "$value"
}

megabytes() { # bytes
  printf '%s MB\n' $(($1 / 1048576))
}

ask() { # option... URL: Patroni's answer, as this member and with the password of its REST API
  quoted=$(printf '%s' "$PATRONI_RESTAPI_PASSWORD" | sed 's/[\\"]/\\&/g')
  printf 'user = "%s:%s"\n' "$PATRONI_RESTAPI_USERNAME" "$quoted" |
    curl -sS --config - --cacert "$tls/ca.pem" --cert "$tls/patroni-client.pem" --key "$tls/patroni-client-key.pem" "$@"
}

leads() {
  [ "$(ask --max-time 5 --output /dev/null --write-out '%{http_code}' "$api/leader" 2> /dev/null)" = 200 ]
}

paused() {
  ask --max-time 5 "$api/patroni" 2> /dev/null | grep -q '"pause": *true'
}

# What a member wrote within the last minute of its own clock.
spare_of() { # address
  file=${room#"$data/"}
  PGPASSWORD=$PATRONI_REWIND_PASSWORD PGCONNECT_TIMEOUT=3 timeout 10 "$psql" -XAtq \
    -d "host=$1 port=$port dbname=postgres user=$PATRONI_REWIND_USERNAME $verification" \
    -c "SELECT pg_catalog.convert_from(pg_catalog.pg_read_binary_file('$file'), 'UTF8')
        WHERE (pg_catalog.pg_stat_file('$file', true)).modification > now() - interval '1 minute'" 2> /dev/null
}

# Says why it did not succeed. A checkpoint and a stop may take minutes.
hand_over() {
  if paused; then
    printf '%s\n' "$m_paused"
    return
  fi
  said=''
  # Not the standard input of the commands in the loop.
  while read -r name address <&3; do
    [ -n "$name" ] || continue
    spare=$(spare_of "$address") || spare=''
    case $spare in
      -*) continue ;;
      '' | *[!0-9]*)
        said="$said; $name: $m_unknown"
        continue
        ;;
    esac
    answer=$(ask --max-time 300 --write-out ' (%{http_code})' --header 'Content-Type: application/json' \
      --data "{\"leader\": \"$node\", \"candidate\": \"$name\"}" "$api/switchover" 2>&1) || :
    case $answer in
      *'(200)')
        printf '%s\n' "$low_words; $m_handed_over $name" >&4
        return
        ;;
    esac
    said="$said; $m_refused $name: $answer"
  done 3<< EOF
$others
EOF
  printf '%s\n' "$m_nobody$said"
}

worker='' not_before=0
# Meanwhile the watch goes on. A refusal has a reason that lasts: the next attempt comes half a minute later.
try_to_hand_over() {
  if [ -n "$worker" ]; then
    ! kill -0 "$worker" 2> /dev/null || return 0
    worker=''
    [ ! -s "$outcome" ] || tell "$low_words; $(cat "$outcome")"
  fi
  now=$(date +%s)
  if [ "$now" -ge "$not_before" ] && leads; then
    not_before=$((now + 30))
    hand_over 4>&1 > "$outcome" &
    worker=$!
  elif [ "$not_before" = 0 ]; then
    tell "$low_words"
  fi
}

look() {
  low_words='' least=''
  while read -r disk mounted kept_in <&3; do
    # An empty directory below a disk that is late is none.
    [ -d "$mounted" ] || continue
    # shellcheck disable=SC2046 # two numbers
    set -- $(df --output=size,avail --block-size=1 -- "$disk" 2> /dev/null | tail -n 1)
    [ $# -eq 2 ] || continue
    size=$1 free=$2
    # shellcheck disable=SC2086 # three numbers
    low=$(share "$size" $limit)
    # shellcheck disable=SC2086 # three numbers
    kept=$(share "$size" $kept_share)
    if [ "$free" -lt $((low / 4)) ] && [ -f "$kept_in" ]; then
      rm -f "$kept_in"
      printf '%s: %s\n' "$disk" "$m_freed"
    elif [ "$free" -gt $((2 * low + kept)) ] && [ ! -f "$kept_in" ]; then
      # Not every file system can set space aside without writing; one that compresses would keep no zeros.
      if fallocate --length "$kept" "$kept_in" 2> /dev/null ||
        dd if=/dev/urandom of="$kept_in" bs=1048576 count=$((kept / 1048576)) 2> /dev/null; then
        printf '%s: %s, %s\n' "$disk" "$m_reserved" "$(megabytes "$kept")"
      else
        rm -f "$kept_in"
      fi
    fi
    if [ "$free" -lt "$low" ]; then
      low_words="${low_words:+$low_words; }$disk: $m_low, < $(megabytes "$low")"
    fi
    # Who takes over must have twice as much, or the role would come back.
    spare=$((free - 2 * low))
    if [ -z "$least" ] || [ "$spare" -lt "$least" ]; then
      least=$spare
    fi
  done 3<< EOF
$disks
EOF
  [ -z "$least" ] || { printf '%s' "$least" > "$room.new" && mv -f "$room.new" "$room"; } 2> /dev/null
  if [ -z "$low_words" ]; then
    [ -z "$told" ] || printf '%s\n' "$m_enough"
    told='' not_before=0
  else
    try_to_hand_over
  fi
}

# Files of the server's log that were written last before so many minutes.
forget_logs() {
  [ -n "$logs" ] && [ -d "$logs" ] || return 0
  find "$logs" -maxdepth 1 -type f -name 'postgresql-*' -mmin "+$log_minutes" -delete -printf "%p: $m_forgotten\n"
}

not_again_before=0
started_as=$(stat -c '%i %Y' "$0")
while :; do
  # The installation of another version is enough.
  [ "$(stat -c '%i %Y' "$0" 2> /dev/null || printf '%s' "$started_as")" = "$started_as" ] || exec "$0"
  if [ -f "$data/PG_VERSION" ] && [ -r "$environment" ]; then
    # shellcheck source=/dev/null
    . "$environment"
    look
  fi
  now=$(date +%s)
  if [ "$now" -ge "$not_again_before" ]; then
    not_again_before=$((now + 60))
    forget_logs
  fi
  sleep $interval
done
