
# What the manager says of packages, a line for each; of those that are there "installed", name and version.
package_states() { # packages
  case $manager in
    apt) dpkg-query -W -f '${db:Status-Status} ${Package} ${Version}\n' "$@" 2> /dev/null ;;
    *) rpm -q --qf 'installed %{NAME} %{VERSION}-%{RELEASE}\n' "$@" 2> /dev/null ;;
  esac
}
