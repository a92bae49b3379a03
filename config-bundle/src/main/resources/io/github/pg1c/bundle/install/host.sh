
# The sum that stands for a directory of packages; the index of a repository differs each time that it is made.
sum_of_sums() { # SHA256SUMS
  sum=$(grep -v '  repodata/' "$1" | sha256sum)
  printf '%s\n' "${sum%% *}"
}

is_system() {
  case $(release ID)-$(release VERSION_ID) in
    "$system" | "$system".* | "$system"_*) ;;
    *) return 1 ;;
  esac
}

# The exact version of a package that the specification demands; empty without one.
pinned() { # package
  while read -r name version; do
    [ "$name" != "$1" ] || printf '%s\n' "$version"
  done << EOF
$pins
EOF
}

# Packages as the manager is asked for them, with their exact versions.
exact() { # package…
  for package in "$@"; do
    version=$(pinned "$package")
    case ${version:+$manager} in
      '') printf ' %s' "$package" ;;
      apt) printf ' %s=%s' "$package" "$version" ;;
      *) printf ' %s-%s' "$package" "$version" ;;
    esac
  done
}

case $manager in
  apt) sources=/etc/apt/sources.list.d kind=sources keyrings=/etc/apt/keyrings ;;
  *) sources=/etc/yum.repos.d kind=repo keyrings=/etc/pki/rpm-gpg ;;
esac

# The repositories of the specification and their keys, as files in the directory "new".
write_repositories() { # directory
  mkdir "$1/new"
  while IFS='|' read -r name url suite components; do
    [ -n "$name" ] || continue
    printf '%s\n' "$keys" | sed -n "s/^$name|//p" > "$1/new/pg1c-$name.asc"
    case $manager in
      apt)
        printf 'Types: deb\nURIs: %s\nSuites: %s\n' "$url" "$suite"
        [ -z "$components" ] || printf 'Components: %s\n' "$components"
        printf 'Signed-By: %s/pg1c-%s.asc\n' "$keyrings" "$name"
        ;;
      *)
        printf '[pg1c-%s]\nname=pg1c-%s\nbaseurl=%s\nenabled=1\n' "$name" "$name" "$url"
        printf 'gpgcheck=1\ngpgkey=file://%s/pg1c-%s.asc\n' "$keyrings" "$name"
        ;;
    esac > "$1/new/pg1c-$name.$kind"
  done << EOF
$repositories
EOF
}

# From here on the manager reads these repositories, too, though the host does not have them yet.
try_repositories() { # directory
  case $manager in
    apt)
      mkdir "$1/parts"
      cp "$sources"/* "$1/parts/" 2> /dev/null || :
      for file in "$1"/new/*.sources; do
        [ ! -f "$file" ] || sed "s|$keyrings/|$1/new/|" "$file" > "$1/parts/${file##*/}"
      done
      # apt checks signatures as a user of its own.
      chmod 755 "$1" "$1/new" "$1/parts"
      printf 'Dir::Etc::SourceParts "%s/parts";\n' "$1" > "$1/apt.conf"
      APT_CONFIG=$1/apt.conf
      export APT_CONFIG
      ;;
    *)
      tried=$1/new
      dnf() {
        command dnf --setopt=reposdir="$sources,$tried" "$@"
      }
      ;;
  esac
}
