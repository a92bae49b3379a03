#!/bin/sh
# Makes the signed index of a repository for apt of the packages in a directory, and the key of its signatures.
#
#   vendor-repository.sh <directory of the packages> <directory of the index>
set -eu
packages=$1 index=$2
LC_ALL=C
export LC_ALL
home=$(mktemp -d)
trap 'gpgconf --homedir "$home" --kill gpg-agent; rm -rf "$home"' EXIT
trap 'exit 1' INT TERM HUP
mkdir -p "$index"
for deb in "$packages"/*.deb; do
  sum=$(sha256sum < "$deb")
  dpkg-deb -f "$deb"
  printf 'Filename: ./%s\nSize: %s\nSHA256: %s\n\n' "${deb##*/}" "$(stat -c %s "$deb")" "${sum%% *}"
done > "$index/Packages"
sum=$(sha256sum < "$index/Packages")
printf 'Suite: ./\nDate: %s\nSHA256:\n %s %s Packages\n' "$(date -u '+%a, %d %b %Y %H:%M:%S UTC')" "${sum%% *}" \
  "$(stat -c %s "$index/Packages")" > "$index/Release"
sign() {
  gpg --batch --quiet --homedir "$home" --passphrase '' --pinentry-mode loopback "$@"
}
sign --quick-generate-key 'a vendor <vendor@example.org>' rsa3072 sign never
sign --yes --clearsign --output "$index/InRelease" "$index/Release"
sign --yes --armor --output "$index/vendor.asc" --export vendor@example.org
