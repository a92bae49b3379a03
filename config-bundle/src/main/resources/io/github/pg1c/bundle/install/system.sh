
has() {
  command -v "$1" > /dev/null
}

sha256() {
  sum=$(sha256sum < "$1")
  printf '%s\n' "${sum%% *}"
}

# A value of /etc/os-release, without quotation marks.
release() { # KEY
  line=$(sed -n "s/^$1=//p" "${root:-}/etc/os-release" 2> /dev/null) || line=''
  line=${line#\"}
  printf '%s\n' "${line%\"}"
}

# Whether a list of lines has a line.
has_line() { # lines line
  case "
$1
" in
    *"
$2
"*) ;;
    *) return 1 ;;
  esac
}
