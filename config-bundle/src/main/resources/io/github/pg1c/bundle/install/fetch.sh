
set -eu
LC_ALL=C
export LC_ALL
umask 022

# Versions that the specification names are fetched again; with --latest those that the repositories have now.
if [ "${1-}" = --latest ]; then
  pins='' sums=''
  shift
fi
if [ $# -ne 1 ] || [ "${1#-}" != "$1" ]; then
  printf '%s: %s [--latest] DIR\n' "$m_usage" "${0##*/}" >&2
  exit 2
fi
mkdir -p "$1"
to=$(CDPATH='' cd -- "$1" && pwd)

fail() {
  printf '%s: %s: %s\n' "$m_problem" "$1" "$2" >&2
  exit 1
}

# What the manager says comes first.
not_fetched() {
  [ -z "$pins" ] || fail "$m_gone" "$(printf '%s' "$pins" | tr '\n' ',')"
  exit 1
}

[ "$(id -u)" -eq 0 ] || fail "$m_not_root" "$(id -un)"
is_system || fail "$m_other_system" "$(release ID)-$(release VERSION_ID) ($m_expected $system)"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
if [ -n "$packages$tools" ]; then
  write_repositories "$work"
  try_repositories "$work"
  case $manager in
    apt)
      apt-get -q update
      mkdir -p "$to/partial"
      # With an empty list of what is installed, everything comes that another host of this system may lack.
      # shellcheck disable=SC2046,SC2086 # one word for each package
      apt-get -q -y --download-only --no-install-recommends -o Dir::State::status=/dev/null \
        -o "Dir::Cache::archives=$to" -o APT::Sandbox::User=root install $(exact $packages $tools) || not_fetched
      rm -rf "$to/partial" "$to/lock"
      ;;
    *)
      for module in $modules; do
        dnf -q -y module disable "$module"
      done
      # shellcheck disable=SC2046,SC2086 # one word for each package
      dnf -q -y --setopt=install_weak_deps=False download --resolve --alldeps --destdir "$to" $(exact $packages $tools) ||
        not_fetched
      has createrepo_c || dnf -q -y install createrepo_c
      createrepo_c -q "$to"
      ;;
  esac
fi
if [ -n "$requirements" ]; then
  if ! python3 -m pip --version > /dev/null 2>&1; then
    case $manager in
      apt) DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install python3-pip ;;
      *) dnf -q -y install python3-pip ;;
    esac
  fi
  # Wheels also of what is published as source only: the hosts have nothing to build them with.
  # shellcheck disable=SC2086 # one word for each requirement
  python3 -m pip wheel --disable-pip-version-check --quiet --wheel-dir "$to" $requirements
fi
missing=''
while read -r sum file; do
  if [ -n "$file" ] && ! [ -f "$to/${file##*/}" ]; then
    missing="$missing ${file##*/}"
  elif [ -n "$file" ] && [ "$(sha256 "$to/${file##*/}")" != "$sum" ]; then
    fail "$m_wrong_sum" "${file##*/}"
  fi
done << EOF
$archives
EOF
listed=$(cd "$to" && find . -type f ! -name SHA256SUMS | sed 's|^\./||' | sort | xargs -r -d '\n' sha256sum)
printf '%s\n' "$listed" > "$to/SHA256SUMS"
printf '%s: %s\n' "$m_fetched" "$(wc -l < "$to/SHA256SUMS")"
[ -z "$missing" ] || fail "$m_add" "$missing"

# Package and version of each file of packages.
# shellcheck disable=SC2016 # a format of dpkg-deb
fetched_versions() {
  case $manager in
    apt) find "$to" -name '*.deb' -exec dpkg-deb -W --showformat='${Package} ${Version}\n' {} \; ;;
    *) find "$to" -name '*.rpm' -exec rpm -qp --qf '%{NAME} %{VERSION}-%{RELEASE}\n' {} + ;;
  esac
}

found=$(fetched_versions)
lock=''
for package in $packages; do
  of_it=$(printf '%s\n' "$found" | sed -n "s/^$package //p")
  [ "$(printf '%s\n' "$of_it" | wc -l)" -eq 1 ] || fail "$m_several" "$package: $(printf '%s' "$of_it" | tr '\n' ' ')"
  lock=$lock$(printf '\n    %s: "%s"' "$package" "$of_it")
done
sum=$(sum_of_sums "$to/SHA256SUMS")
if [ -n "$sums" ] && [ "$sums" != "$sum" ]; then
  printf '%s\n' "$m_differs"
fi
if [ "$sums" != "$sum" ]; then
  printf '%s\n\npackages:\n  sums: %s\n' "$m_lock" "$sum"
  [ -z "$lock" ] || printf '  versions:%s\n' "$lock"
fi
