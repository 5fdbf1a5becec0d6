# Makes a pgbench script of what PostgreSQL logged of one request (log_statement = all), values as
# variables: what was bound is bound again. Writes the script to `script`, and -D options, one a
# line, to `options`.
function finish(    n) {
    if (text == "") return
    for (n = values; n >= 1; n--) {
        if (value[n] == "\001null") gsub("\\$" n, "null", text)
        else if (value[n] == "") gsub("\\$" n, "''", text) # -D takes no empty value
        else {
            gsub("\\$" n, ":v" count "_" n, text)
            printf "-D\nv%d_%d=%s\n", count, n, value[n] > options
        }
    }
    sub(/[ \t\n]+$/, "", text)
    print text ";" > script
    text = ""
    values = 0
}

# $1 = 'a', $2 = NULL, $3 = 'it''s'
function read_values(line,    rest, quoted) {
    values = 0
    rest = line
    while (match(rest, /\$[0-9]+ = /)) {
        rest = substr(rest, RSTART + RLENGTH)
        values++
        if (substr(rest, 1, 1) != "'") {
            value[values] = "\001null"
            continue
        }
        quoted = ""
        rest = substr(rest, 2)
        while (match(rest, /'/)) {
            quoted = quoted substr(rest, 1, RSTART - 1)
            rest = substr(rest, RSTART + 1)
            if (substr(rest, 1, 1) != "'") break
            quoted = quoted "'"
            rest = substr(rest, 2)
        }
        value[values] = quoted
    }
}

/^[0-9-]+ [0-9:.]+ [A-Z]+ \[[0-9]+\] LOG:  (execute [^:]+|statement): / {
    finish()
    sub(/^.*LOG:  (execute [^:]+|statement): /, "")
    count++
    text = $0
    next
}
/^[0-9-]+ [0-9:.]+ [A-Z]+ \[[0-9]+\] DETAIL:  Parameters: / {
    sub(/^.*Parameters: /, "")
    read_values($0)
    next
}
/^\t/ { text = text "\n" substr($0, 2); next }
{ finish() }
END { finish() }
