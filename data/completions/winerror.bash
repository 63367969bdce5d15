# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT
#
# Completion of winerror and winerror-cli in bash.

# The first column of symbols, codes in decimal and in hexadecimal that begin with a text. There are
# too many of them for a beginning of one character.
_winerror_entries ()
{
  [ ${#1} -ge 2 ] || return
  winerror-cli --list --format=tsv 2> /dev/null |
    awk -F '\t' -v begin="$1" '
      BEGIN { begin = toupper (begin) }
      { for (i = 1; i <= 3; i++) if (index (toupper ($i), begin) == 1) print $i }'
}

_winerror ()
{
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} scan='' word
  COMPREPLY=()

  # bash takes --format=text for three words
  if [ "$cur" = = ]; then
    cur=
  elif [ "$prev" = = ] && [ "$COMP_CWORD" -ge 2 ]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  if [ "${COMP_WORDS[0]##*/}" = winerror-cli ]; then
    case $prev in
      -f | --format)
        mapfile -t COMPREPLY < <(compgen -W 'text line markdown html jira csv tsv json' -- "$cur")
        return ;;
      --language)
        mapfile -t COMPREPLY < <(compgen -W '@LANGUAGES@' -- "$cur")
        return ;;
      --encoding)
        mapfile -t COMPREPLY < <(compgen -W \
          'UTF-8 UTF-16LE UTF-16BE WINDOWS-1250 WINDOWS-1251 WINDOWS-1252 IBM850 CP932 GBK' -- "$cur")
        return ;;
      --import-to)
        mapfile -t COMPREPLY < <(compgen -d -- "$cur")
        return ;;
      -n | --limit | --template)
        return ;;
    esac
  fi
  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(LC_ALL=C LANGUAGE= "${COMP_WORDS[0]}" --help 2> /dev/null |
      sed -n 's/^ *\(-[a-z], \)\{0,1\}\(--[a-z-]*=\{0,1\}\).*/\2/p')" -- "$cur")
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2> /dev/null
    return
  fi
  for word in "${COMP_WORDS[@]}"; do
    case $word in
      -s | --scan | --import | --import-to) scan=yes ;;
    esac
  done
  if [ -z "$scan" ]; then
    mapfile -t COMPREPLY < <(_winerror_entries "$cur")
  fi
  if [ -n "$scan" ] || [ "${COMP_WORDS[0]##*/}" = winerror ]; then
    compopt -o filenames 2> /dev/null
    mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$cur")
  fi
}

complete -F _winerror winerror winerror-cli
