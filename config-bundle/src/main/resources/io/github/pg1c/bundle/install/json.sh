
newline='
'

# An awk program: a JSON string in ASCII of the bytes that od prints. A byte that is not UTF-8 becomes U+DC80 to
# U+DCFF, as in Python (PEP 383), so that two names that differ stay different.
# shellcheck disable=SC2016 # the program of awk has its own variables
json_string='
function digit(sign) {
  return index("0123456789abcdef", sign) - 1
}
function character(at, lead, more, least, code, valid, j) {
  lead = byte[at]
  used = 1
  if (lead == 34 || lead == 92) {
    printf "\\%c", lead
  } else if (lead >= 32 && lead < 127) {
    printf "%c", lead
  } else if (lead < 128) {
    printf "\\u%04x", lead
  } else {
    more = lead >= 240 ? 3 : (lead >= 224 ? 2 : 1)
    least = more == 3 ? 65536 : (more == 2 ? 2048 : 128)
    code = lead - (lead >= 240 ? 240 : (lead >= 224 ? 224 : 192))
    valid = lead >= 192 && lead < 248
    for (j = 1; j <= more && valid; j++) {
      valid = at + j < size && byte[at + j] >= 128 && byte[at + j] < 192
      code = code * 64 + byte[at + j] - 128
    }
    if (!valid || code < least || code > 1114111 || (code >= 55296 && code < 57344)) {
      printf "\\u%04x", 56320 + lead
    } else {
      used = more + 1
      unicode(code)
    }
  }
}
function unicode(code) {
  if (code < 65536) {
    printf "\\u%04x", code
  } else {
    code -= 65536
    printf "\\u%04x\\u%04x", 55296 + int(code / 1024), 56320 + code % 1024
  }
}
{
  for (i = 1; i <= NF; i++) {
    byte[size++] = 16 * digit(substr($i, 1, 1)) + digit(substr($i, 2, 1))
  }
}
END {
  printf "\""
  for (i = 0; i < size; i += used) {
    character(i)
  }
  printf "\""
}'

# Sets quoted to a JSON string. Most values are harmless and need no process.
quote() { # value
  case $1 in
    *[!][A-Za-z0-9\ _@%+=:,./~-]*) quoted=$(printf '%s' "$1" | od -An -v -tx1 | awk "$json_string") ;;
    *) quoted="\"$1\"" ;;
  esac
}

answer='' item='' items='' unknowns=''

put() { # name JSON
  item="$item${item:+, }\"$1\": $2"
}

text() { # name value
  quote "$2"
  put "$1" "$quoted"
}

# What could not be found out is null, and the reason stands at the end.
unknown() { # name place why
  put "$1" null
  reason "${2:+$2.}$1" "$3"
}

reason() { # place why
  quote "$1"
  what=$quoted
  quote "$2"
  what="{\"what\": $what, \"why\": $quoted}"
  case $unknowns in
    *"$what"*) ;;
    *) unknowns="$unknowns${unknowns:+,$newline    }$what" ;;
  esac
}

# Words that may have blanks in them stand in lines.
words() { # name lines
  strings=''
  IFS=$newline
  for word in $2; do
    quote "$word"
    strings="$strings${strings:+, }$quoted"
  done
  unset IFS
  put "$1" "[$strings]"
}

# The item is complete. What is there already is not said twice.
end_item() {
  case $items in
    *"{$item}"*) ;;
    *) items="$items${items:+,$newline    }{$item}" ;;
  esac
  item=''
}

end_list() { # name
  answer="$answer,$newline  \"$1\": [${items:+$newline    }$items${items:+$newline  }]"
  items=''
}

end_object() { # name
  answer="$answer,$newline  \"$1\": {$item}"
  item=''
}
