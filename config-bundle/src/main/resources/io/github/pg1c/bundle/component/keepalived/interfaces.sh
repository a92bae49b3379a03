# pg1c-entrance-interfaces [ROOT_OF_FILES ROOT_OF_SECRETS [first]]
# Prints a line for each problem. Without arguments it writes what it found for keepalived.
set -eu
LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin
export LC_ALL PATH

problems=0
problem() {
  problems=$((problems + 1))
  printf '%s: %s\n' "$1" "$2"
}

# The interface that has the address.
interface_of() { # address
  ip -o address show to "$1" | awk '{ print $2; exit }'
}

# The interface of the narrowest network that it is connected to and that has the address.
interface_towards() { # address
  case $1 in
    *:*) family=-6 ;;
    *) family=-4 ;;
  esac
  ip -o "$family" route show match "$1" | awk '
    / via / { next }
    {
      split($1, network, "/")
      for (i = 2; i < NF; i++) {
        if ($i == "dev" && network[2] + 0 > longest) { longest = network[2] + 0; interface = $(i + 1) }
      }
    }
    END { print interface }'
}

# Replaces a file of what was found.
keep() { # path
  cat > "$1.new"
  mv "$1.new" "$1"
}

command -v ip > /dev/null || { problem "$m_program" ip && exit 1; }
own_interface=$(interface_of "$own")
[ -n "$own_interface" ] || problem "$m_own" "$own"
found=''
for address in $addresses; do
  interface=$(interface_towards "$address")
  [ -n "$interface" ] || problem "$m_network" "$address"
  found="$found $interface"
done
[ "$problems" -eq 0 ] || exit 1
[ $# -eq 0 ] || exit 0

number=0
definitions_text="\$OWN=$own_interface"
for interface in $found; do
  number=$((number + 1))
  # shellcheck disable=SC2016 # keepalived's names
  definitions_text=$(printf '%s\n$ENTRANCE%s=%s' "$definitions_text" "$number" "$interface")
  # keepalived watches the interface of the node by itself.
  if [ "$interface" = "$own_interface" ]; then
    echo '# nothing'
  else
    printf 'track_interface {\n    %s\n}\n' "$interface"
  fi | keep "$tracked$number.conf"
done
printf '%s\n' "$definitions_text" | keep "$definitions"
