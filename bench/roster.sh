#!/usr/bin/env bash
# P3: a roster of 220,000 members × 30 columns from .xlsx into the city: preview, commit, undo; against a
# bare COPY of the same rows into the same tables with the same indexes, in the same run; the peak of a
# heap of 1 GiB; and a list of 20,000 members going out. Writes target/bench/roster.md.
#
#   ./mvnw -B -ntp package -DskipTests && bench/roster.sh
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/city.sh
readonly ROWS=${ROWS:-220000} JAR=$WORK/officer.cookies GC=$WORK/gc.log
trap stop EXIT
ready
ask "select name from (select p.name, count(*) over (partition by p.name) as n from organization.profile p
    where p.valid_to = 'infinity' and p.kind in ('branch', 'joint')) s where n = 1" >"$WORK/branches.txt"
stop
"$java" bench/Roster.java "$WORK/branches.txt" "$ROWS" "$WORK/roster.xlsx"
start -Xmx1g "-Xlog:gc:file=$GC" -jar target/sunmao.jar
connect

sign_in_as() { # username
    curl -sf -c "$JAR" -o /dev/null -H 'Content-Type: application/json' \
        -d "{\"username\":\"$1\",\"password\":\"$(password_of "$1")\"}" "$BASE/api/session"
    # What is grave asks once more who one is.
    curl -sf -b "$JAR" -c "$JAR" -o /dev/null -H 'Content-Type: application/json' \
        -H "X-XSRF-TOKEN: $(token)" \
        -d "{\"password\":\"$(password_of "$1")\"}" "$BASE/api/session/step-up"
}
password_of() { grep ",$1," "$WORK/data/demo-accounts.csv" | cut -d, -f3; }
token() { awk '$6 == "XSRF-TOKEN" { print $7 }' "$JAR"; }
send() { # path, curl's other arguments
    local path=$1
    shift
    curl -sf -b "$JAR" -c "$JAR" -H "X-XSRF-TOKEN: $(token)" "$@" "$BASE$path"
}
field() { grep -o "\"$1\":[^,}]*" | head -1 | cut -d: -f2 | tr -d '"'; }
seconds() { awk "BEGIN { printf \"%.1f\", ($(date +%s%N) - $1) / 1e9 }"; }
rest() { # waits until the import is in that state
    local state
    until state=$(send "/api/imports/$id" | field state); [ "$state" = "$1" ]; do
        case $state in rejected | previewed) [ "$1" = "$state" ] || { send "/api/imports/$id" >&2; exit 1; } ;; esac
        sleep 0.2
    done
}

sign_in_as city
began=$(date +%s%N)
id=$(send /api/imports -F kind=member -F "file=@$WORK/roster.xlsx" | field id)
sent=$(seconds "$began")
rest previewed
preview=$(seconds "$began")
counts=$(send "/api/imports/$id" | grep -o '"counts":{[^}]*}')
began=$(date +%s%N)
send "/api/imports/$id/commit" -H 'Content-Type: application/json' -d '{}' >/dev/null
rest committed
commit=$(seconds "$began")
peak=$(grep -o '[0-9]*M->' "$GC" | tr -d 'M>-' | sort -n | tail -1)

echo "committed in $commit s; copying out" >&2
readonly THESE="(select subject from exchange.written where import = '$id')"
columns() { # schema, table: those that are not generated
    ask "select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
        from information_schema.columns
        where table_schema = '$1' and table_name = '$2' and is_generated = 'NEVER'"
}
declare -A of=([member.member]=id [member.profile]=id [member.term]=member [journal.entry]=subject
    [journal.detail]=subject)
for table in "${!of[@]}"; do
    psql -qc "\\copy (select $(columns "${table%.*}" "${table#*.}") from $table
        where ${of[$table]} in $THESE) to '$WORK/$table.copy'" | tr -d '\n'
done

began=$(date +%s%N)
send "/api/imports/$id/undo" -H 'Content-Type: application/json' -d '{}' >/dev/null
rest undone
undo=$(seconds "$began")
psql -qc 'vacuum (analyze)'
bare() { # tables: seconds to copy their rows in
    {
        echo 'begin;'
        for table in "$@"; do
            echo "\\copy $table ($(columns "${table%.*}" "${table#*.}")) from '$WORK/$table.copy'"
        done
        echo 'set constraints all immediate; rollback;'
    } >"$WORK/copy.sql"
    began=$(date +%s%N)
    psql -qX -v ON_ERROR_STOP=1 -f "$WORK/copy.sql" >&2
    seconds "$began"
}
members=$(bare member.member member.profile member.term)
echo "bare copy of members: $members s" >&2

# A county's officer asks, the city's approves.
sign_in_as county
out=$(send /api/exports -H 'Content-Type: application/json' -d "{\"kind\":\"member\",
    \"columns\":[\"name\",\"citizenNumber\",\"sex\",\"nation\",\"bornOn\",\"education\",\"status\",
      \"organization\",\"joinedOn\",\"fullOn\",\"jobPost\",\"mobile\"],
    \"unmasked\":false,\"filter\":{},\"reason\":\"测量导出\",\"format\":\"xlsx\"}")
export=$(echo "$out" | field id) taken=$(echo "$out" | field rows)
sign_in_as city
send "/api/exports/$export/approve" -H 'Content-Type: application/json' -d '{"reason":"测量"}' >/dev/null
sign_in_as county
began=$(date +%s%N)
send "/api/exports/$export/file" -o "$WORK/export.xlsx"
exported=$(seconds "$began")

cat >"$WORK/roster.md" <<END
## P3: rosters in and out

A workbook of $ROWS members × 30 columns ($(du -m "$WORK/roster.xlsx" | cut -f1) MB), sent to a house of 220,000 members whose heap is limited to 1 GiB.

| | seconds | target |
|---|---|---|
| sent | $sent | |
| preview, sending included | $preview | ≤ 30 |
| commit | $commit | ≤ 30 |
| a bare COPY of the same rows (members, profiles, terms), same indexes | $members | |
| commit / bare COPY | $(awk "BEGIN { printf \"%.1f\", $commit / $members }") | ≤ 12 |
| undo | $undo | |
| a list of $taken members going out as .xlsx | $exported | |

Peak of the heap before a collection, until the commit: $peak MB. What became of the rows: $counts
END
cat "$WORK/roster.md"
