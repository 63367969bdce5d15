# SPDX-FileCopyrightText: The Winerror developers
# SPDX-License-Identifier: MIT
#
# Completion of winerror and winerror-cli in fish.

# Symbols, and codes in decimal and in hexadecimal, each with its description. There are too many of
# them for a beginning of one character.
function __winerror_entries
    set -l begin (commandline -ct)
    test (string length -- "$begin") -ge 2; or return
    winerror-cli --list --format=tsv 2>/dev/null | awk -F '\t' -v begin="$begin" '
        BEGIN { begin = toupper (begin) }
        { for (i = 1; i <= 3; i++) if (index (toupper ($i), begin) == 1) print $i "\t" $4 }'
end

function __winerror_reads_files
    string match -qr -- '^(-[a-z]*s[a-z]*|--scan|--import|--import-to=?.*)$' (commandline -opc)
end

complete -c winerror -l clipboard -d 'Look up what is on the clipboard'
complete -c winerror -l version -d 'Show the version'
complete -c winerror -s h -l help -d 'Show the options'
complete -c winerror -a '(__winerror_entries)'

complete -c winerror-cli -n 'not __winerror_reads_files' -f
complete -c winerror-cli -n 'not __winerror_reads_files' -a '(__winerror_entries)'
complete -c winerror-cli -s f -l format -x -a 'text line markdown html jira csv tsv json' -d 'Print as'
complete -c winerror-cli -s n -l limit -x -d 'At most that many results'
complete -c winerror-cli -s s -l scan -d 'Read files, and print every code that a line carries'
complete -c winerror-cli -l summary -d 'A line per code: how often, first and last place'
complete -c winerror-cli -l encoding -x -a 'UTF-8 UTF-16LE UTF-16BE WINDOWS-1250 WINDOWS-1251 WINDOWS-1252 IBM850 CP932 GBK' -d 'The encoding of files that say none'
complete -c winerror-cli -l advice -d 'With what it usually means and what to check'
complete -c winerror-cli -l import -d 'Read tables or notes into your own'
complete -c winerror-cli -l import-to -r -a '(__fish_complete_directories)' -d 'Read them into a folder'
complete -c winerror-cli -l list -d 'All entries'
complete -c winerror-cli -l tables -d 'All tables'
complete -c winerror-cli -l language -x -a '@LANGUAGES@' -d 'Language of the descriptions'
complete -c winerror-cli -l template -x -d 'A format of your own'
complete -c winerror-cli -l version -d 'Show the version'
complete -c winerror-cli -s h -l help -d 'Show the options'
