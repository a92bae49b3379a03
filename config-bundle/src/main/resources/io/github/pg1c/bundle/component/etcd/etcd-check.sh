# pg1c-etcd-check [ROOT_OF_FILES ROOT_OF_SECRETS [first]]
# Prints a line for each problem. With "first" the name must be free, too.
set -eu
LC_ALL=C
export LC_ALL
umask 077

files=${1:-} secrets=${2:-} when=${3:-later}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# Passwords and tokens go through files and pipes: arguments can be seen by everybody.
{
  printf 'silent\nshow-error\nconnect-timeout = 3\nmax-time = 6\nproto = "=https"\nnoproxy = "*"\n'
  printf 'cacert = "%s"\n' "$files$ca"
  [ -z "$client" ] || printf 'cert = "%s"\nkey = "%s"\n' "$secrets$client.pem" "$secrets$client-key.pem"
} > "$work/identity"
ETCD_USER='' ETCD_PASSWORD=''
if [ -n "$login" ]; then
  # shellcheck source=/dev/null
  . "$secrets$login"
fi

# Sends what comes in and leaves the answer in a file; says why there is none.
post() { # endpoint path
  code=$(curl --config "$work/identity" --config "$work/token" --output "$work/answer" --write-out '%{http_code}' \
    --data-binary @- "$1/v3/$2" 2> "$work/error") || code=0
  [ "$code" != 200 ] || return 0
  why=$(head -n 1 "$work/error")
  if [ "$code" != 0 ]; then
    why=$(sed -n -E 's/.*"(error|message)": *"([^"]*)".*/\2/p' "$work/answer" | head -n 1)
    [ -n "$why" ] || why=$(head -n 1 "$work/answer" | tr -cd ' -~' | cut -c 1-200)
    why="HTTP $code${why:+: $why}"
  fi
  # The end of a pipe is a process of its own.
  printf '%s\n' "$why" > "$work/why"
  return 1
}

# A name and a password as JSON.
credentials() {
  printf '%s\n%s\n' "$ETCD_USER" "$ETCD_PASSWORD" | sed 's/["\\]/\\&/g' | {
    IFS= read -r name && IFS= read -r password
    printf '{"name":"%s","password":"%s"}' "$name" "$password"
  }
}

# A token where etcd has users; without users it takes any identity.
log_in() { # endpoint
  : > "$work/token"
  [ -n "$ETCD_USER" ] || return 0
  if credentials | post "$1" auth/authenticate; then
    token=$(sed -n -E 's/.*"token": *"([^"]*)".*/\1/p' "$work/answer")
    printf 'header = "Authorization: %s"\n' "$token" > "$work/token"
  else
    grep -q 'authentication is not enabled' "$work/why"
  fi
}

range() { # endpoint from to
  printf '{"key":"%s","range_end":"%s"}' "$2" "$3" | post "$1" kv/range
}

# The comparison is never true: the right to write is checked, and nothing is written.
may_write() { # endpoint
  printf '{"compare":[{"key":"%s","target":"CREATE","result":"LESS","create_revision":"0"}],%s}' "$initialize" \
    '"success":[{"request_put":{"key":"'"$initialize"'","value":""}}]' | post "$1" kv/txn
}

advertised() { # endpoint
  printf '{}' | post "$1" cluster/member/list &&
    grep -o '"clientURLs": *\[[^]]*]' "$work/answer" | grep -o 'https\{0,1\}://[^"]*' | sed 's,/$,,' > "$work/urls"
}

answered=0
: > "$work/silent"
for endpoint in $endpoints; do
  if log_in "$endpoint" && range "$endpoint" "$keys" "$keys_end" && cp "$work/answer" "$work/all" &&
    may_write "$endpoint" && range "$endpoint" "$members" "$members_end" && cp "$work/answer" "$work/running" &&
    advertised "$endpoint"; then
    answered=$((answered + 1))
  else
    printf '%s: %s\n' "$endpoint" "$(cat "$work/why")" >> "$work/silent"
  fi
done
if [ "$answered" -lt "$majority" ]; then
  while read -r line; do
    printf '%s (%s: %s, %s: %s)\n' "$line" "$m_answers" "$answered" "$m_needed" "$majority"
  done < "$work/silent"
  exit 1
fi
cat "$work/silent" >&2

problems=0
problem() {
  problems=$((problems + 1))
  printf '%s: %s\n' "$1" "$2"
}

# Members are asked where etcd says that they are.
while read -r url; do
  case " $endpoints " in
    *" $url "*) ;;
    *) problem "$m_advertised" "$url" ;;
  esac
done < "$work/urls"

if [ "$when" = first ]; then
  running=0
  { tr '{' '\n' < "$work/running" && echo; } |
    sed -n -E 's/.*"key": *"([^"]*)".*"value": *"([^"]*)".*/\1 \2/p' > "$work/pairs"
  while read -r key value; do
    running=$((running + 1))
    name=$(printf '%s' "$key" | base64 -d)
    name=${name##*/}
    url=$(printf '%s' "$value" | base64 -d | sed -n -E 's/.*"conn_url": *"[a-z]*:\/\/([^/"]*).*/\1/p')
    printf '%s\n' "$nodes" | grep -qxF "$name $url" || problem "$m_foreign" "$prefix: $name ($url)"
  done < "$work/pairs"
  if [ "$first" = yes ] && [ "$running" = 0 ] && grep -q "\"$initialize\"" "$work/all"; then
    problem "$m_left" "$prefix"
  fi
fi
[ "$problems" -eq 0 ]
