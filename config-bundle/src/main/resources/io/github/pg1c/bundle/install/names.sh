
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
