#!/usr/bin/env bash
# P4: recorded meetings, one by one against pgbench running the same statements in the same run, and in
# bulk, as the played year of the demonstration county; what a meeting takes on the disk; how fast a
# meeting is proposed and meetings are listed. Writes target/bench/meeting.md.
#
#   ./mvnw -B -ntp package -DskipTests && bench/meeting.sh
#
# Needs pgbench and psql (PostgreSQL client, any version), wrk, curl, and a JDK 25 in JAVA_HOME or on
# the PATH. HOUSE is what starts the program instead of the jar. YEAR=false, CLIENTS and ROUNDS make it
# smaller for a try.
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/city.sh
readonly DATA=$WORK/meeting CLIENTS=${CLIENTS:-"1 8"} ROUNDS=${ROUNDS:-3} YEAR=${YEAR:-true}
readonly LOG=$DATA/postgres.log JAR=$WORK/meeting.cookies TODAY=$(TZ=Asia/Shanghai date +%F)
[ "$YEAR" = false ] || rm -rf "$DATA"
# shellcheck disable=SC2086 # several words
"$java" ${HOUSE:--jar target/sunmao.jar} --sunmao.data="$DATA" --sunmao.demo=county \
    --sunmao.demo.year="$YEAR" --server.port="$PORT" >"$WORK/meeting-server.log" 2>&1 &
server=$!
trap stop EXIT
until curl -s "$BASE/api/about" | grep -q '"state":"ready"'; do
    kill -0 $server || { tail -20 "$WORK/meeting-server.log" >&2; exit 1; }
    sleep 0.5
done
PGPORT=$(sed -n 4p "$DATA/postgres/postmaster.pid")
PGPASSWORD=$(cat "$DATA/postgres/superuser.password")
export PGHOST=127.0.0.1 PGUSER=postgres PGDATABASE=sunmao PGPORT PGPASSWORD

# In bulk. What the followers use meanwhile to derive duties is among the seconds of the processors.
postmaster=$(head -1 "$DATA/postgres/postmaster.pid")
processors() { # seconds of the server, PostgreSQL and all it has waited for
    cat "/proc/$server/stat" "/proc/$postmaster/stat" $(pgrep -P "$postmaster" | sed 's|.*|/proc/&/stat|') \
        2>/dev/null | sed 's/.*) //' | awk -v hz="$(getconf CLK_TCK)" '{ s += $12 + $13 } END { printf "%.1f", s / hz }'
}
began=$(date +%s%N) used=$(processors)
until [ "$YEAR" = false ] || [ "$(ask 'select finished_at is not null from simulation.year')" = t ]; do sleep 1; done
bulk=$(( ($(date +%s%N) - began) / 1000000 ))
used=$(awk "BEGIN { print $(processors) - $used }")
until [ "$(ask "select not exists (select from journal.entry e, journal.follower f where f.name = 'duty'
    and (e.transaction, e.id) > (f.transaction, f.entry))")" = t ]; do sleep 1; done
followed=$(( ($(date +%s%N) - began) / 1000000 ))
read -r meetings facts <<<"$(ask "select (select count(*) from meeting.meeting),
    (select count(*) from journal.entry where action like 'meeting.%')" | tr '|' ' ')"
psql -qc 'vacuum (full, analyze) meeting.meeting' -c 'vacuum (analyze)'
read -r row entry <<<"$(ask "select (pg_total_relation_size('meeting.meeting') + pg_total_relation_size('meeting.vote'))
    / (select greatest(count(*), 1) from meeting.meeting),
    (pg_total_relation_size('journal.entry') + pg_total_relation_size('journal.detail')
    + pg_total_relation_size('journal.leaf')) / (select count(*) from journal.entry)" | tr '|' ' ')"

# One by one: a secretary's theme day, each with a key of its own.
password=$(grep ',secretary,' "$DATA/demo-accounts.csv" | cut -d, -f3)
curl -sf -c "$JAR" -o /dev/null -H 'Content-Type: application/json' \
    -d "{\"username\":\"secretary\",\"password\":\"$password\"}" "$BASE/api/session"
curl -sf -b "$JAR" -c "$JAR" -o /dev/null "$BASE/api/session"
branch=$(granted secretary)
read -r chair recorder absent <<<"$(ask "select string_agg(id::text, ' ') from (select id from member.duty_published
    where organization = '$branch' and valid_to = 'infinity' order by id limit 3) m")"
TARGET=/api/organizations/$branch/meetings TABLE=meeting.meeting
post="{\"type\":\"theme-day\",\"on\":\"$TODAY\",\"topic\":\"志愿服务\",\"place\":\"党员活动室\",
    \"chair\":{\"member\":\"$chair\"},\"recorder\":{\"member\":\"$recorder\"},\"record\":\"大家谈了体会。\",
    \"resolution\":\"每周值守一次。\",\"absent\":[{\"member\":\"$absent\",\"reason\":\"leave\"}]}"
source bench/replay.sh
replay
again() { # what was recorded goes: no branch has a thousand meetings, and either side begins with as many
    psql -q -c "delete from meeting.vote v using meeting.meeting m where m.id = v.meeting
            and m.organization = '$branch' and m.recorded_on = date '$TODAY'" \
        -c "delete from meeting.meeting where organization = '$branch' and recorded_on = date '$TODAY'" \
        -c 'vacuum (analyze) meeting.meeting'
    until [ "$(ask "select not exists (select from journal.entry e, journal.follower f
        where (e.transaction, e.id) > (f.transaction, f.entry))")" = t ]; do sleep 0.5; done
    psql -q -c "delete from duty.duty where organization = '$branch' and name = 'minutes-unsigned'"
}

{
    echo "## P4: recorded meetings"
    echo
    echo "| one by one | POST /api/organizations/{id}/meetings | p50 | p95 | its statements by pgbench | ratio | target |"
    echo "|---|---|---|---|---|---|---|"
    measured
    echo
    awk -v n="$meetings" -v f="$facts" -v ms="$bulk" -v all="$followed" -v cpu="$used" 'BEGIN {
        printf "In bulk, the played year of a county: %d meetings, %d facts (recorded, signed, checked, called off) in %.0f s:",
            n, f, ms / 1000
        printf " %.0f facts/s; %.0f for each second of a processor, duties derived meanwhile among it (for orientation 2,500).",
            f / ms * 1000, f / cpu
        printf " The last duty had followed after %.0f s.\n", all / 1000 }'
    echo
    echo "On the disk: $row bytes for a meeting with its votes and indexes (after vacuum full), $entry for an entry of the journal."
    echo
    again
    echo "| request, 8 connections | requests/s | p50 | p95 |"
    echo "|---|---|---|---|"
    for path in "/api/organizations/$branch/meetings/proposal?type=theme-day" "/api/meetings?organization=$branch"; do
        read -r rate p50 p95 failed <<<"$(load GET 8 "$path")"
        echo "| \`${path%%\?*}\` | ${failed:-}$rate | $p50 ms | $p95 ms |" | sed "s/$branch/{id}/"
    done
} | tee "$WORK/meeting.md"
