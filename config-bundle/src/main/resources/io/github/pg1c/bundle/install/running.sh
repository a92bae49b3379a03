
# ---------- What runs.

put_container() {
  if [ -n "$root" ]; then
    unknown container system "$m_other_root"
  elif [ -e /run/systemd/container ] || [ -e /run/.containerenv ] || [ -e /.dockerenv ]; then
    put container true
  elif [ -d /run/systemd/system ]; then
    # systemd looks for it when the host boots, and leaves no file where there is none.
    put container false
  else
    unknown container system "$m_no_program: systemd"
  fi
}

put_selinux() {
  enforced=$(cat /sys/fs/selinux/enforce 2> /dev/null)
  case $root-$enforced in
    -1) put selinux '"enforcing"' ;;
    -0) put selinux '"permissive"' ;;
    *)
      if [ -n "$root" ]; then
        unknown selinux system "$m_other_root"
      elif [ ! -r /proc/filesystems ] || has_line "$(cat /proc/filesystems)" "nodev	selinuxfs"; then
        unknown selinux system "$m_no_right"
      else
        put selinux '"disabled"'
      fi
      ;;
  esac
}

put_apparmor() {
  enabled=/sys/module/apparmor/parameters/enabled
  if [ -n "$root" ]; then
    unknown appArmor system "$m_other_root"
  elif [ -e "$enabled" ]; then
    case $(cat "$enabled" 2> /dev/null) in
      Y) put appArmor true ;;
      N) put appArmor false ;;
      *) unknown appArmor system "$m_no_right" ;;
    esac
  elif [ -d /sys/module ]; then
    put appArmor false
  else
    unknown appArmor system "$m_no_right"
  fi
}

put_host() {
  if [ -z "$root" ]; then
    put_said host '' uname -n
  elif [ -r "$root/etc/hostname" ]; then
    text host "$(cat "$root/etc/hostname")"
  else
    unknown host '' "$m_silent: /etc/hostname"
  fi
}

put_said() { # name place program arguments
  key=$1 place=$2
  shift 2
  if ask_running 5 "$@"; then text "$key" "$said"; else unknown "$key" "$place" "$why"; fi
}

put_release() { # name KEY
  value=$(release "$2")
  if [ -n "$value" ]; then text "$1" "$value"; else unknown "$1" system "$m_silent: /etc/os-release"; fi
}

# One call for all units: those of the bundle, then those that keep the time. A line "end" after each.
clocks='chrony.service chronyd.service systemd-timesyncd.service ntp.service ntpd.service ntpsec.service'
clocks="$clocks openntpd.service"
properties=Id,LoadState,UnitFileState,ActiveState,SubState,NRestarts,NeedDaemonReload,FragmentPath,DropInPaths
properties=$properties,ActiveEnterTimestamp,ActiveExitTimestamp,InactiveEnterTimestamp,InactiveExitTimestamp
ask_units() {
  # shellcheck disable=SC2086 # one line for each unit
  clock_lines=$(printf '%s\n' $clocks)
  asked="${units:+$units }$clocks" clocks_on=''
  # shellcheck disable=SC2086 # one word for each unit
  ask_running 5 systemctl show --no-pager -p "$properties" -- $units $clocks || said=''
  units_why=$why
  forget_unit
  IFS=$newline
  for line in $(printf '%s\n' "$said" | sed 's/^$/end/') end; do
    unset IFS
    case $line in
      Id=*) id=${line#*=} ;;
      LoadState=*) load=${line#*=} ;;
      UnitFileState=*) enabled=${line#*=} ;;
      ActiveState=*) active=${line#*=} ;;
      SubState=*) sub=${line#*=} ;;
      NRestarts=*) restarts=${line#*=} ;;
      NeedDaemonReload=*) reload=${line#*=} ;;
      FragmentPath=*) fragment=${line#*=} ;;
      DropInPaths=*) drop_ins=${line#*=} ;;
      ActiveEnterTimestamp=*) active_enter=${line#*=} ;;
      ActiveExitTimestamp=*) active_exit=${line#*=} ;;
      InactiveEnterTimestamp=*) inactive_enter=${line#*=} ;;
      InactiveExitTimestamp=*) inactive_exit=${line#*=} ;;
      end)
        [ -z "$load" ] || next_unit
        forget_unit
        ;;
    esac
  done
  unset IFS
  # Those that systemctl said nothing about.
  for name in $asked; do
    has_line "$clock_lines" "$name" || { load=''; unit "$name"; }
  done
}

forget_unit() {
  id='' load='' enabled='' active='' sub='' restarts='' reload='' fragment='' drop_ins=''
  active_enter='' active_exit='' inactive_enter='' inactive_exit=''
}

next_unit() {
  name=${asked%% *} asked=${asked#* }
  if ! has_line "$clock_lines" "$name"; then
    unit "$name"
  elif [ "$active" = active ]; then
    has_line "$clocks_on" "$id" || clocks_on="$clocks_on$id$newline"
  fi
}

unit() { # name; the rest in the variables of its properties
  why=${units_why:-$m_failed: systemctl show}
  text name "$1"
  if [ -z "$load" ]; then
    unknown load "units[$1]" "$why"
    end_item
    return
  fi
  text load "$load"
  [ -z "$enabled" ] || text enabled "$enabled"
  text active "$active"
  text sub "$sub"
  case $active in
    active | reloading) put_since "$active_enter" "units[$1]" ;;
    inactive | failed) put_since "$inactive_enter" "units[$1]" ;;
    activating) put_since "$inactive_exit" "units[$1]" ;;
    *) put_since "$active_exit" "units[$1]" ;;
  esac
  put_number restarts "$restarts" "units[$1]" "$why"
  case $reload in
    yes) put needsReload true ;;
    no) put needsReload false ;;
    *) unknown needsReload "units[$1]" "$why" ;;
  esac
  [ -z "$fragment" ] || text fragment "$fragment"
  put_drop_ins "units[$1]"
  end_item
}

# systemd prints the zone of TZ: "Mon 2026-11-30 17:00:33 UTC"; nothing where it never happened.
put_since() { # time place
  place=$2
  # shellcheck disable=SC2086 # day, date, time, zone
  set -- $1
  case "$# $*" in
    0*) ;;
    '4 '???' '????-??-??' '??:??:??' UTC') put since "\"$2T$3Z\"" ;;
    '1 n/a') ;;
    *) unknown since "$place" "$m_failed: systemctl show: $*" ;;
  esac
}

# Those that the bundle did not bring. systemd quotes a name with blanks, and writes a backslash before what it escapes.
put_drop_ins() { # place
  others='' rest=$drop_ins
  while [ -n "$rest" ]; do
    case $rest in
      ' '*) rest=${rest# } && continue ;;
      \"*) take_quoted || break ;;
      *)
        word=${rest%% *} rest=${rest#"${rest%% *}"}
        case $word in
          *\\*) word='' ;;
        esac
        ;;
    esac
    case $word in
      /*) has_line "$files" "$word" || others="$others$word$newline" ;;
      *) word='' && break ;;
    esac
  done
  if [ -z "$drop_ins" ] || [ -n "$word" ]; then
    words dropIns "$others"
  else
    unknown dropIns "$1" "$m_failed: systemctl show: $drop_ins"
  fi
}

# Sets word to the quoted one that rest begins with; to nothing and fails where its end is missing.
take_quoted() {
  word='' rest=${rest#?}
  while [ -n "$rest" ]; do
    case $rest in
      \"*) rest=${rest#?} && return ;;
      \\[\"\\\$\`]*) rest=${rest#?} ;;
      \\*) break ;;
    esac
    word=$word${rest%"${rest#?}"}
    rest=${rest#?}
  done
  word='' && return 1
}

# A program may name itself as it likes, also with a line feed.
ask_ports() {
  if ! ask_running 5 ss -Hltnp; then
    ports_why=$why
    return
  fi
  ports_why='' socket=''
  IFS=$newline
  for line in $said; do
    unset IFS
    case $line in
      LISTEN*)
        [ -z "$socket" ] || listener
        socket=$line
        ;;
      *) socket="$socket$newline$line" ;;
    esac
  done
  unset IFS
  [ -z "$socket" ] || listener
}

listener() { # of the line of a socket
  # shellcheck disable=SC2086 # state, two queues, address and port
  set -- $socket
  port=${4:-} address=${4:-}
  port=${port##*:} address=${address%:*}
  case $address in
    '['*']') address=${address#'['} address=${address%']'} ;;
  esac
  case $port in
    '' | *[!0-9]*)
      ports_why="$m_failed: ss: $socket"
      return
      ;;
  esac
  text address "$address"
  put port "$port"
  rest=${socket#*'users:(("'}
  if [ "$rest" != "$socket" ]; then
    put_programs
  elif [ "$me" -eq 0 ]; then
    # One of the kernel, or of a process that cannot be seen from here.
    unknown programs "listeners[$address:$port]" "$m_no_process"
  else
    unknown programs "listeners[$address:$port]" "$m_no_right"
  fi
  end_item
}

put_programs() {
  listed=$newline strings=''
  while [ -n "$rest" ]; do
    quote "${rest%%'",pid='*}"
    case $listed in
      *"$newline$quoted$newline"*) ;;
      *)
        listed="$listed$quoted$newline"
        strings="$strings${strings:+, }$quoted"
        ;;
    esac
    rest=${rest#*'",pid='}
    case $rest in
      *'),("'*) rest=${rest#*'),("'} ;;
      *) rest='' ;;
    esac
  done
  put programs "[$strings]"
}

put_clock() {
  ask_running 5 timedatectl show -p NTPSynchronized
  case $said in
    NTPSynchronized=yes) put synchronized true ;;
    NTPSynchronized=no) put synchronized false ;;
    *) unknown synchronized clock "${why:-$m_failed: timedatectl}" ;;
  esac
  if [ -n "$units_why" ]; then
    unknown services clock "$units_why"
  else
    words services "$clocks_on"
  fi
}
