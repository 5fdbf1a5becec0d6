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
cookie() { awk -v name="$1" '$6 == name { print $7 }' "$JAR"; }
read -r chair recorder absent <<<"$(ask "select string_agg(id::text, ' ') from (select id from member.duty_published
    where organization = '$branch' and valid_to = 'infinity' order by id limit 3) m")"
cat >"$WORK/meeting.lua" <<LUA
local sent, method, body, me = 0, os.getenv("METHOD"), os.getenv("BODY"), 0
local headers = { ["Cookie"] = "SUNMAO=$(cookie SUNMAO); XSRF-TOKEN=$(cookie XSRF-TOKEN)",
    ["X-XSRF-TOKEN"] = "$(cookie XSRF-TOKEN)", ["Content-Type"] = "application/json" }
function init() math.randomseed(os.time() * 1000 + math.floor(os.clock() * 1e6)); me = math.random(2^31) end
function request()
    sent = sent + 1
    headers["Idempotency-Key"] = string.format("%08x-0000-4000-8000-%012x", me, sent)
    return wrk.format(method, nil, headers, body)
end
function done(summary, latency)
    local failed = summary.errors.status > 0 and "failed" or ""
    print(string.format("RESULT %.0f %.2f %.2f %s", summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(95) / 1000, failed))
end
LUA
export METHOD BODY
post="{\"type\":\"theme-day\",\"on\":\"$TODAY\",\"topic\":\"志愿服务\",\"place\":\"党员活动室\",
    \"chair\":{\"member\":\"$chair\"},\"recorder\":{\"member\":\"$recorder\"},\"record\":\"大家谈了体会。\",
    \"resolution\":\"每周值守一次。\",\"absent\":[{\"member\":\"$absent\",\"reason\":\"leave\"}]}"
load() { # method, connections, path, body: requests per second, p50, p95
    METHOD=$1 BODY=${4:-} wrk -t1 -c"$2" -d"${SECONDS_EACH}s" -s "$WORK/meeting.lua" "$BASE$3" |
        sed -n 's/^RESULT //p'
}
send() { # key
    curl -sf -b "$JAR" -o /dev/null -H "X-XSRF-TOKEN: $(cookie XSRF-TOKEN)" -H "Idempotency-Key: $1" \
        -H 'Content-Type: application/json' -d "$post" "$BASE/api/organizations/$branch/meetings"
}
statements() { # name: of one request, as script and options; of the process that recorded alone
    local from process
    from=$(stat -c %s "$LOG")
    send "$(cat /proc/sys/kernel/random/uuid)"
    sleep 0.3
    tail -c +$((from + 1)) "$LOG" >"$WORK/meeting.log"
    process=$(sed -n 's/.*\[\([0-9]*\)\] LOG:  execute [^:]*: insert into meeting.meeting.*/\1/p' "$WORK/meeting.log" | head -1)
    awk -v own="[$process]" '/^[0-9-]+ [0-9:.]+ [A-Z]+ \[[0-9]+\] / { mine = index($0, own) > 0 } mine' \
        "$WORK/meeting.log" >"$WORK/request.log"
    rm -f "$WORK/$1.sql"
    : >"$WORK/$1.options"
    awk -v script="$WORK/$1.sql" -v options="$WORK/$1.options" -f "$HERE/statements.awk" "$WORK/request.log"
}
load POST 8 "/api/organizations/$branch/meetings" "$post" >/dev/null # warm
log_statements all
send "$(cat /proc/sys/kernel/random/uuid)"
statements before
statements request
log_statements none

# What was new in one and not in the other is new each time: ids, and the key of the request.
awk -v fresh="$WORK/fresh.sql" -v out="$WORK/meeting.options" '
    function each(text, what,    rest) {
        rest = text
        while (match(rest, uuid)) {
            what[substr(rest, RSTART, RLENGTH)]
            rest = substr(rest, RSTART + RLENGTH)
        }
    }
    function some(n,    made) { while (n-- > 0) made = made "[0-9a-f]"; return made }
    BEGIN { uuid = some(8) "-" some(4) "-" some(4) "-" some(4) "-" some(12) } # mawk knows no {8}
    NR == FNR { each($0, old); next }
    $0 == "-D" { next }
    {
        name = $0; sub(/=.*/, "", name); value = substr($0, length(name) + 2)
        delete here; each(value, here); text = ":r" name "::text"; any = 0
        for (id in here) if (!(id in old)) {
            if (!(id in number)) number[id] = ++ids
            text = "replace(" text ", \047" id "\047, :id" number[id] "::text)"; any = 1
        }
        printf "-D\n%s%s=%s\n", any ? "r" : "", name, value > out
        if (any) made = made (made == "" ? "" : ", ") text " as " name
    }
    END {
        printf "select " > fresh
        for (n = 1; n <= ids; n++) printf "%suuidv7() as id%d", (n > 1 ? ", " : ""), n > fresh
        print " \\gset" > fresh
        print "select " made " \\gset" > fresh
    }' "$WORK/before.options" "$WORK/request.options"
cat "$WORK/fresh.sql" "$WORK/request.sql" >"$WORK/own.sql"
mapfile -t values <"$WORK/meeting.options"
bench() { # script, clients: latency in ms
    PGOPTIONS='-c role=sunmao_app' pgbench -n -M prepared -f "$WORK/$1.sql" -c "$2" -j 1 -T "$SECONDS_EACH" \
        "${values[@]}" 2>"$WORK/pgbench.err" | awk '/number of failed transactions: [1-9]/ || /aborted/ { failed = 1 }
        /latency average/ { print $4 } END { exit failed }' || { cat "$WORK/pgbench.err" >&2; exit 1; }
}
again() { # what was recorded goes: no branch has a thousand meetings, and either side begins with as many
    psql -q -c "delete from meeting.vote v using meeting.meeting m where m.id = v.meeting
            and m.organization = '$branch' and m.recorded_on = date '$TODAY'" \
        -c "delete from meeting.meeting where organization = '$branch' and recorded_on = date '$TODAY'" \
        -c 'vacuum (analyze) meeting.meeting'
    until [ "$(ask "select not exists (select from journal.entry e, journal.follower f
        where (e.transaction, e.id) > (f.transaction, f.entry))")" = t ]; do sleep 0.5; done
    psql -q -c "delete from duty.duty where organization = '$branch' and name = 'minutes-unsigned'"
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

{
    echo "## P4: recorded meetings"
    echo
    echo "| one by one | POST /api/organizations/{id}/meetings | p50 | p95 | its statements by pgbench | ratio | target |"
    echo "|---|---|---|---|---|---|---|"
    for count in $CLIENTS; do
        : >"$WORK/ours"; : >"$WORK/own.ms"; : >"$WORK/fresh.ms"
        for _ in $(seq "$ROUNDS"); do
            again
            load POST "$count" "/api/organizations/$branch/meetings" "$post" >>"$WORK/ours"
            again
            bench own "$count" >>"$WORK/own.ms"
            bench fresh "$count" >>"$WORK/fresh.ms" # making the ids is not of the request
        done
        read -r rate p50 p95 failed <<<"$(sort -n "$WORK/ours" | sed -n "$(((ROUNDS + 1) / 2))p")"
        awk -v n="$count" -v o="$rate" -v a="$p50" -v b="$p95" -v f="${failed:-}" -v own="$(median <"$WORK/own.ms")" \
            -v fresh="$(median <"$WORK/fresh.ms")" 'BEGIN { theirs = 1000 * n / (own - fresh)
            printf "| %d connections | %s%.0f/s | %.1f ms | %.1f ms | %.0f/s | %.0f %% | ≥ 40 %% |\n",
                n, f, o, a, b, theirs, 100 * o / theirs }'
    done
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
