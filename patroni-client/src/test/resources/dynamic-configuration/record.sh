#!/bin/sh
# Records verdicts.tsv anew: record.sh DIRECTORY, which has a folder with the source of each release (v3.0.2, …).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
releases="v3.0.2 v3.1.2 v3.2.2 v3.3.11 v4.0.7 v4.1.4"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for release in $releases; do
    # No pipe: its status would be that of cut, and hide a recorder that fails.
    PYTHONPATH="$1/$release" python3 "$here/record.py" "$release" <"$here/keys.txt" >"$work/lines"
    if [ ! -f "$work/keys" ]; then
        cut -f1,2 "$work/lines" >"$work/keys"
        { printf 'key\tvalue\n'; cat "$work/keys"; } >"$work/joined"
    fi
    cut -f1,2 "$work/lines" | cmp -s - "$work/keys" || {
        echo "$release: other keys and values than the first release" >&2
        exit 1
    }
    { echo "${release#v}"; cut -f3 "$work/lines"; } >"$work/column"
    paste "$work/joined" "$work/column" >"$work/next"
    mv "$work/next" "$work/joined"
done
cp "$work/joined" "$here/verdicts.tsv"
