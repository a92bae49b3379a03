
has() {
  command -v "$1" > /dev/null
}

sha256() {
  sum=$(sha256sum < "$1")
  printf '%s\n' "${sum%% *}"
}

# A value of /etc/os-release, without quotation marks.
release() { # KEY
  line=$(sed -n "s/^$1=//p" "${root:-}/etc/os-release" 2> /dev/null) || line=''
  line=${line#\"}
  printf '%s\n' "${line%\"}"
}

# Whether a list of lines has a line.
has_line() { # lines line
  case "
$1
" in
    *"
$2
"*) ;;
    *) return 1 ;;
  esac
}

# The line of a user or group, as the system that is looked at has it; fails with 2 where it has none.
entry_of() { # passwd|group NAME|NUMBER
  if [ -z "$root" ]; then
    getent "$1" "$2"
  elif [ -r "$root/etc/$1" ]; then
    awk -F : -v key="$2" '$1 == key || $3 == key { print; found = 1; exit } END { exit found ? 0 : 2 }' "$root/etc/$1"
  else
    return 1
  fi
}

# The number of a name, empty where there is none.
id_of() { # passwd|group NAME
  entry=$(entry_of "$1" "$2") || entry=''
  entry=${entry#*:*:}
  printf '%s\n' "${entry%%:*}"
}

# Names of locales are written in several ways.
plain() {
  tr '[:upper:]' '[:lower:]' | tr -d '-'
}

# The locales that the system has, one a line; none where it cannot be asked.
known_locales() {
  if [ -z "$root" ]; then
    locale -a 2> /dev/null
  else
    chroot "$root" /usr/bin/locale -a 2> /dev/null
  fi | plain
}

# What the manager says of packages, a line for each; of those that are there "installed", name and version.
package_states() { # packages
  case $manager in
    apt) dpkg-query -W -f '${db:Status-Status} ${Package} ${Version}\n' "$@" 2> /dev/null ;;
    *) rpm -q --qf 'installed %{NAME} %{VERSION}-%{RELEASE}\n' "$@" 2> /dev/null ;;
  esac
}

newline='
'

# An awk program: a JSON string in ASCII of the bytes that od prints. A byte that is not UTF-8 becomes U+DC80 to
# U+DCFF, as in Python (PEP 383), so that two names that differ stay different.
# shellcheck disable=SC2016 # the program of awk has its own variables
json_string='
function digit(sign) {
  return index("0123456789abcdef", sign) - 1
}
function character(at, lead, more, least, code, valid, j) {
  lead = byte[at]
  used = 1
  if (lead == 34 || lead == 92) {
    printf "\\%c", lead
  } else if (lead >= 32 && lead < 127) {
    printf "%c", lead
  } else if (lead < 128) {
    printf "\\u%04x", lead
  } else {
    more = lead >= 240 ? 3 : (lead >= 224 ? 2 : 1)
    least = more == 3 ? 65536 : (more == 2 ? 2048 : 128)
    code = lead - (lead >= 240 ? 240 : (lead >= 224 ? 224 : 192))
    valid = lead >= 192 && lead < 248
    for (j = 1; j <= more && valid; j++) {
      valid = at + j < size && byte[at + j] >= 128 && byte[at + j] < 192
      code = code * 64 + byte[at + j] - 128
    }
    if (!valid || code < least || code > 1114111 || (code >= 55296 && code < 57344)) {
      printf "\\u%04x", 56320 + lead
    } else {
      used = more + 1
      unicode(code)
    }
  }
}
function unicode(code) {
  if (code < 65536) {
    printf "\\u%04x", code
  } else {
    code -= 65536
    printf "\\u%04x\\u%04x", 55296 + int(code / 1024), 56320 + code % 1024
  }
}
{
  for (i = 1; i <= NF; i++) {
    byte[size++] = 16 * digit(substr($i, 1, 1)) + digit(substr($i, 2, 1))
  }
}
END {
  printf "\""
  for (i = 0; i < size; i += used) {
    character(i)
  }
  printf "\""
}'

# Sets quoted to a JSON string. Most values are harmless and need no process.
quote() { # value
  case $1 in
    *[!][A-Za-z0-9\ _@%+=:,./~-]*) quoted=$(printf '%s' "$1" | od -An -v -tx1 | awk "$json_string") ;;
    *) quoted="\"$1\"" ;;
  esac
}

answer='' item='' items='' unknowns=''

put() { # name JSON
  item="$item${item:+, }\"$1\": $2"
}

text() { # name value
  quote "$2"
  put "$1" "$quoted"
}

# What could not be found out is null, and the reason stands at the end.
unknown() { # name place why
  put "$1" null
  reason "${2:+$2.}$1" "$3"
}

reason() { # place why
  quote "$1"
  what=$quoted
  quote "$2"
  what="{\"what\": $what, \"why\": $quoted}"
  case $unknowns in
    *"$what"*) ;;
    *) unknowns="$unknowns${unknowns:+,$newline    }$what" ;;
  esac
}

# Words that may have blanks in them stand in lines.
words() { # name lines
  strings=''
  IFS=$newline
  for word in $2; do
    quote "$word"
    strings="$strings${strings:+, }$quoted"
  done
  unset IFS
  put "$1" "[$strings]"
}

# The item is complete. What is there already is not said twice.
end_item() {
  case $items in
    *"{$item}"*) ;;
    *) items="$items${items:+,$newline    }{$item}" ;;
  esac
  item=''
}

end_list() { # name
  answer="$answer,$newline  \"$1\": [${items:+$newline    }$items${items:+$newline  }]"
  items=''
}

end_object() { # name
  answer="$answer,$newline  \"$1\": {$item}"
  item=''
}

# Sets said to what a program says; when it fails, why to the reason.
ask() { # seconds program arguments
  limit=$1
  shift
  said='' why=''
  if ! has "$1"; then
    why="$m_no_program: $1"
    return 127
  fi
  said=$(timeout "$limit" "$@" 2>&1)
  status=$?
  if [ "$status" -ne 0 ]; then
    why="$m_failed: $1 ($status)${said:+: ${said##*"$newline"}}"
  fi
  return "$status"
}

# The same about what runs, which another root does not.
ask_running() { # seconds program arguments
  if [ -n "$root" ]; then
    said='' why=$m_other_root
    return 1
  fi
  ask "$@"
}

# A list with an item for each word.
list() { # name function words
  for one in $3; do
    "$2" "$one"
  done
  end_list "$1"
}

# Sets there to yes, no or unknown, then why to the reason: a directory that may not be searched hides what is in it.
look() { # path
  above=${1%/*} why=$m_hidden
  if [ -e "$root$1" ] || [ -L "$root$1" ]; then
    there=yes
  else
    while [ -n "$above" ] && [ ! -e "$root$above" ]; do
      above=${above%/*}
    done
    there=no
    [ ! -d "$root$above/" ] || [ -x "$root$above/" ] || there=unknown
  fi
}

# The same about what links lead to.
look_behind() { # path
  look "$1"
  if [ "$there" = yes ] && [ -L "$root$1" ]; then
    if [ -n "$root" ]; then
      # An absolute link leads out of another root.
      there=unknown why=$m_other_root
    elif [ ! -e "$1" ]; then
      there=no
      [ "$me" -eq 0 ] || there=unknown
    fi
  fi
}

put_present() { # place
  case $there in
    yes) put present true ;;
    no) put present false ;;
    *) unknown present "$1" "$why" ;;
  esac
}

# Sets row to the line of a path in a table of "path|words".
find_row() { # table path
  row=${1#*"$newline$root$2|"}
  if [ "$row" = "$1" ]; then row=''; else row=${row%%"$newline"*}; fi
}

put_number() { # name number place why
  case $2 in
    '' | *[!0-9]*) unknown "$1" "$3" "$4" ;;
    *) put "$1" "$2" ;;
  esac
}

names=$newline
# Sets name to that of a user or group; to the number where it has none, to nothing where that is unknown.
name_of() { # passwd|group NUMBER
  case $names in
    *"$newline$1 $2 "*)
      name=${names#*"$newline$1 $2 "}
      name=${name%%"$newline"*}
      ;;
    *)
      entry=$(entry_of "$1" "$2")
      case $? in
        0) name=${entry%%:*} ;;
        2) name=$2 ;;
        *) name='' ;;
      esac
      names="$names$1 $2 $name$newline"
      ;;
  esac
}

put_name() { # name passwd|group NUMBER place
  name_of "$2" "$3"
  if [ -n "$name" ]; then text "$1" "$name"; else unknown "$1" "$4" "$m_failed: getent $2 $3"; fi
}

# Mode, owner and group of a row; the type stays in kind.
put_rights() { # place
  # shellcheck disable=SC2086 # mode, numbers of owner and group, words of the type
  set -- "$1" $row
  kind=''
  if [ $# -lt 5 ]; then
    for key in mode owner group; do
      unknown "$key" "$1" "$m_failed: stat"
    done
    return
  fi
  mode=000$2
  mode=${mode#"${mode%????}"}
  put mode "\"$mode\""
  put_name owner passwd "$3" "$1"
  put_name group group "$4" "$1"
  case "$5 ${6:-}" in
    regular*) kind='file' ;;
    symbolic*) kind='link' ;;
    directory*) kind='directory' ;;
    *) kind='other' ;;
  esac
}

put_sum() { # path place
  sum=${sums%%"  $root$1$newline"*}
  if [ "$sum" != "$sums" ]; then
    put sha256 "\"${sum##*"$newline"}\""
  elif [ -r "$root$1" ]; then
    unknown sha256 "$2" "$m_failed: sha256sum"
  else
    unknown sha256 "$2" "$m_no_right"
  fi
}

# ---------- One question for everything of a kind.

states='' packages_why=''
ask_packages() {
  case $manager in
    apt) tool=dpkg-query ;;
    *) tool=rpm ;;
  esac
  if [ -n "$root" ]; then
    packages_why=$m_other_root
  elif ! has "$tool"; then
    packages_why="$m_no_program: $tool"
  else
    # shellcheck disable=SC2086 # one word for each package
    states=$newline$(package_states $packages)$newline
    status=$?
    # dpkg-query ends with 1 for a package that it does not know, rpm with the number of them.
    [ "$manager" != apt ] || [ "$status" -le 1 ] || packages_why="$m_failed: dpkg-query ($status)"
  fi
}

ask_files() {
  set --
  for path in $files $secret_files; do
    set -- "$@" "$root$path"
  done
  rights=$newline$(stat -c '%n|%a %u %g %F' -- "$@" 2> /dev/null)$newline
  set --
  for path in $programs $directories; do
    # Another root's absolute links would lead out of it.
    if [ -z "$root" ] || [ ! -L "$root$path" ]; then
      set -- "$@" "$root$path"
    fi
  done
  rights_behind=$newline$(stat -L -c '%n|%a %u %g %F' -- "$@" 2> /dev/null)$newline
}

# Contents of secrets are never read.
ask_sums() {
  set --
  for path in $files; do
    [ ! -f "$root$path" ] || [ -L "$root$path" ] || [ ! -r "$root$path" ] || set -- "$@" "$root$path"
  done
  for path in $programs; do
    if [ -z "$root" ] || [ ! -L "$root$path" ]; then
      [ ! -f "$root$path" ] || [ ! -r "$root$path" ] || set -- "$@" "$root$path"
    fi
  done
  sums=$newline
  [ $# -eq 0 ] || sums=$newline$(timeout 60 sha256sum -- "$@" 2> /dev/null)$newline
}

# ---------- One item of a kind.

package() { # name
  text name "$1"
  row=${states#*"${newline}installed $1 "}
  if [ -n "$packages_why" ]; then
    unknown installed "packages[$1]" "$packages_why"
  elif [ "$row" != "$states" ]; then
    put installed true
    text version "${row%%"$newline"*}"
  elif [ "$manager" = apt ] || has_line "$states" "package $1 is not installed"; then
    put installed false
  else
    unknown installed "packages[$1]" "$m_failed: rpm"
  fi
  end_item
}

program() { # path
  text path "$1"
  look_behind "$1"
  [ "$there" != yes ] || [ -f "$root$1" ] || there=no
  put_present "programs[$1]"
  if [ "$there" = yes ]; then
    find_row "$rights_behind" "$1"
    mode=${row%% *}
    case ${mode#"${mode%???}"} in
      '') unknown executable "programs[$1]" "$m_failed: stat" ;;
      *[1357]*) put executable true ;;
      *) put executable false ;;
    esac
    put_sum "$1" "programs[$1]"
  fi
  end_item
}

user() { # name
  text name "$1"
  entry=$(entry_of passwd "$1")
  case $? in
    0)
      put present true
      rest=${entry#*:*:}
      gid=${rest#*:}
      put_number uid "${rest%%:*}" "users[$1]" "$m_failed: getent passwd"
      put_number gid "${gid%%:*}" "users[$1]" "$m_failed: getent passwd"
      put_groups "$1" "${gid%%:*}"
      ;;
    2) put present false ;;
    *) unknown present "users[$1]" "$m_failed: getent passwd" ;;
  esac
  end_item
}

# Numbers of the groups of a user, the first one the user's own.
groups_of() { # user gid
  if [ -z "$root" ]; then
    timeout 5 id -G "$1" 2> /dev/null
  else
    printf '%s\n' "$2"
    awk -F : -v user="$1" '{ n = split($4, m, ","); for (i = 1; i <= n; i++) if (m[i] == user) print $3 }' \
      "$root/etc/group"
  fi
}

put_groups() { # user gid
  lines='' complete=yes
  numbers=$(groups_of "$1" "$2") || complete=no
  for number in $numbers; do
    name_of group "$number"
    [ -n "$name" ] || complete=no
    has_line "$lines" "$name" || lines="$lines$name$newline"
  done
  if [ "$complete" = yes ]; then
    words groups "$lines"
  else
    unknown groups "users[$1]" "$m_failed: id -G $1"
  fi
}

file() { # path
  text path "$1"
  secret=no
  if has_line "$secret_files" "$1"; then
    secret=yes
    put secret true
  fi
  look "$1"
  put_present "files[$1]"
  if [ "$there" = yes ]; then
    find_row "$rights" "$1"
    put_rights "files[$1]"
    case $kind in
      '') unknown type "files[$1]" "$m_failed: stat" ;;
      *) put type "\"$kind\"" ;;
    esac
    [ "$kind-$secret" != file-no ] || put_sum "$1" "files[$1]"
  fi
  end_item
}

directory() { # path
  text path "$1"
  look_behind "$1"
  [ "$there" != yes ] || [ -d "$root$1" ] || there=no
  put_present "directories[$1]"
  if [ "$there" = yes ]; then
    find_row "$rights_behind" "$1"
    put_rights "directories[$1]"
    put_mount "$1" "directories[$1]"
  fi
  end_item
}

put_mount() { # path place
  mount=$(timeout 5 stat -L -c %m -- "$root$1" 2> /dev/null) || mount='?'
  ask 5 df -B1 --output=size,avail,fstype,target -- "$root$1" || said=''
  said=${said#*"$newline"}
  # shellcheck disable=SC2086 # numbers, type and the words of the mount point
  set -- "$2" $said
  case ${2:-}-${3:-} in
    [0-9]*-[0-9]*)
      # stat asks what the owner alone may see; df writes a question mark for what it does not print.
      if [ "$mount" = '?' ]; then
        mount=${said#*" $4 "} mount=${mount#"${mount%%[! ]*}"}
      fi
      text fileSystem "$4"
      put bytes "$2"
      put freeBytes "$3"
      ;;
    *)
      for key in fileSystem bytes freeBytes; do
        unknown "$key" "$1" "${why:-$m_failed: df}"
      done
      ;;
  esac
  case $mount in
    *'?'* | [!/]* | '') unknown mount "$1" "$m_failed: stat -c %m" ;;
    *) text mount "$mount" ;;
  esac
}

kernel_parameter() { # key|file
  set -- "${1%%|*}" "${1#*|}"
  text key "$1"
  if [ -n "$root" ]; then
    unknown present "kernel[$1]" "$m_other_root"
  elif [ ! -e "$2" ]; then
    put present false
  else
    put present true
    if value=$(cat "$2" 2> /dev/null); then
      # Of a choice the word in brackets.
      case $value in
        *'['*']'*) value=${value#*'['} value=${value%%']'*} ;;
      esac
      # shellcheck disable=SC2086 # numbers with tabs between them
      set -- $value
      text value "$*"
    else
      unknown value "kernel[$1]" "$m_no_right"
    fi
  fi
  end_item
}

locale_name() { # name
  text name "$1"
  if [ -z "$locales_known" ]; then
    unknown present "locales[$1]" "$m_failed: locale -a"
  elif has_line "$locales_known" "$(printf '%s' "$1" | plain)"; then
    put present true
  else
    put present false
  fi
  end_item
}

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

# Read to its end before anything runs: the script may come through standard input, which no command may then take.
{
# Neither -e nor -u: what cannot be found out is unknown, and everything else is answered. No here-documents: some
# shells keep them in files, and this script writes none, also where the disk is full.
set -f
LC_ALL=C TZ=UTC
export LC_ALL TZ
PATH=$PATH:/usr/sbin:/sbin

root=''
if [ $# -eq 2 ] && [ "$1" = --root ] && [ -d "$2" ]; then
  root=${2%/}
elif [ $# -gt 0 ]; then
  printf '%s: %s [--root DIR]\n' "$m_usage" "${0##*/}" >&2
  exit 2
fi
me=$(id -u)

# A directory of users elsewhere may be away: nobody is waited for.
getent() {
  timeout 5 getent "$@"
}

text node "$node"
put_host
if ask 5 date -u +%Y-%m-%dT%H:%M:%SZ; then text time "$said"; else unknown time '' "$why"; fi
answer="$item" item=''
put_release id ID
put_release version VERSION_ID
put_said kernel system uname -r
put_container
put_selinux
put_apparmor
end_object system
ask_packages
list packages package "$packages"
ask_files
ask_sums
list programs program "$programs"
list users user "$users"
list files file "$files $secret_files"
list directories directory "$directories"
ask_units
end_list units
list kernel kernel_parameter "$kernel"
ask_ports
if [ -n "$ports_why" ]; then
  items='' item=''
  unknown listeners '' "$ports_why"
  answer="$answer,$newline  $item" item=''
else
  end_list listeners
fi
locales_known=$(known_locales)
list locales locale_name "$locales"
put_clock
end_object clock
unknowns=${unknowns:+$newline    $unknowns$newline  }
printf '{\n  "formatVersion": 1,\n  %s,\n  "unknown": [%s]\n}\n' "$answer" "$unknowns"
} < /dev/null
