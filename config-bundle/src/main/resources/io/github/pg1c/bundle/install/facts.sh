
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
