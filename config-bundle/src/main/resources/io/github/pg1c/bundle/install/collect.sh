
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
