#!/usr/bin/env bash
# Steps of admission: applications one by one against pgbench running the same statements in the same run,
# the first steps of a case by several secretaries at once, how fast lists and the board of stages answer
# with so many cases, and how long after an application its duty is on the board. Writes
# target/bench/admission.md.
#
#   ./mvnw -B -ntp package -DskipTests && bench/admission.sh
#
# Needs pgbench and psql (PostgreSQL client, any version), wrk, curl, and a JDK 25 in JAVA_HOME or on
# the PATH. HOUSE is what starts the program instead of the jar. CLIENTS and ROUNDS make it smaller for a try.
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/city.sh
readonly DATA=$WORK/admission CLIENTS=${CLIENTS:-"1 8"} ROUNDS=${ROUNDS:-3}
readonly LOG=$DATA/postgres.log JAR=$WORK/admission.cookies TODAY=$(TZ=Asia/Shanghai date +%F)
rm -rf "$DATA"
# shellcheck disable=SC2086 # several words
"$java" ${HOUSE:--jar target/sunmao.jar} --sunmao.data="$DATA" --sunmao.demo=county \
    --sunmao.demo.year=false --server.port="$PORT" >"$WORK/admission-server.log" 2>&1 &
server=$!
trap stop EXIT
until curl -s "$BASE/api/about" | grep -q '"state":"ready"'; do
    kill -0 $server || { tail -20 "$WORK/admission-server.log" >&2; exit 1; }
    sleep 0.5
done
PGPORT=$(sed -n 4p "$DATA/postgres/postmaster.pid")
PGPASSWORD=$(cat "$DATA/postgres/superuser.password")
export PGHOST=127.0.0.1 PGUSER=postgres PGDATABASE=sunmao PGPORT PGPASSWORD
until [ "$(ask "select not exists (select from journal.entry e, journal.follower f where f.name = 'duty'
    and (e.transaction, e.id) > (f.transaction, f.entry))")" = t ]; do sleep 1; done
psql -qc 'vacuum (analyze)'

password=$(grep ',secretary,' "$DATA/demo-accounts.csv" | cut -d, -f3)
curl -sf -c "$JAR" -o /dev/null -H 'Content-Type: application/json' \
    -d "{\"username\":\"secretary\",\"password\":\"$password\"}" "$BASE/api/session"
curl -sf -b "$JAR" -c "$JAR" -o /dev/null "$BASE/api/session"
branch=$(granted secretary)
talker=$(ask "select id from member.duty_published where organization = '$branch' and status = 'full'
    and valid_to = 'infinity' order by id limit 1")
TARGET=/api/admissions TABLE=admission.admission
post="{\"organization\":\"$branch\",\"name\":\"周小满\",\"sex\":\"1\",\"nation\":\"01\",\"bornOn\":\"1998-05-04\",
    \"mobile\":\"10012345678\",\"appliedOn\":\"$TODAY\",\"fields\":{\"words\":\"我志愿加入中国共产党。\"}}"
source bench/replay.sh
replay
again() { # what was entered goes, and either side begins with as many
    psql -q -c 'delete from admission.step' -c 'delete from admission.admission' \
        -c 'vacuum (analyze) admission.admission' -c 'vacuum (analyze) admission.step'
    until [ "$(ask "select not exists (select from journal.entry e, journal.follower f
        where (e.transaction, e.id) > (f.transaction, f.entry))")" = t ]; do sleep 0.5; done
    psql -q -c "delete from duty.duty where organization = '$branch' and subject_kind = 'case'"
}

# Each connection applies, talks and fixes an activist, and begins anew: three steps a case.
cat >"$WORK/steps.lua" <<LUA
local headers = { ["Cookie"] = "SUNMAO=$(cookie SUNMAO); XSRF-TOKEN=$(cookie XSRF-TOKEN)",
    ["X-XSRF-TOKEN"] = "$(cookie XSRF-TOKEN)", ["Content-Type"] = "application/json" }
local at, version, failed = 0, nil, 0
local case, names = nil, { "talk", "fix-activist" }
local bodies = { '{"on":"$TODAY","fields":{"talker":["$talker"],"words":"谈了入党动机。"}}',
    '{"on":"$TODAY","fields":{"recommended":"members","opinion":"同意。"}}' }
function request()
    if at == 0 or case == nil then
        headers["If-Match"] = nil
        return wrk.format("POST", "/api/admissions", headers, os.getenv("BODY"))
    end
    headers["If-Match"] = version
    return wrk.format("POST", "/api/admissions/" .. case .. "/steps/" .. names[at], headers, bodies[at])
end
function response(status, got, body)
    if status >= 300 then failed = failed + 1; at, case = 0, nil; print("FAILED " .. status .. body) return end
    version = got["ETag"] or got["etag"]
    if at == 0 then case = body:match('"id":"([^"]+)"') end
    at = (at + 1) % 3
end
function done(summary, latency)
    print(string.format("RESULT %.0f %.2f %.2f %s", summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(95) / 1000,
        summary.errors.status > 0 and "failed" or ""))
end
LUA
steps() { # connections
    BODY=$post wrk -t"$1" -c"$1" -d"${SECONDS_EACH}s" -s "$WORK/steps.lua" "$BASE/" | tee "$WORK/steps.out" |
        sed -n 's/^RESULT //p'
}

since() { date -d "$TODAY 3 months ago" +%F; }
lag() { # milliseconds from an application of long ago to its duty of the talk, by one after another
    local made id began
    for _ in $(seq 20); do
        began=$(date +%s%N)
        made=$(curl -sf -b "$JAR" -H "X-XSRF-TOKEN: $(cookie XSRF-TOKEN)" -H 'Content-Type: application/json' \
            -d "${post/$TODAY/$(since)}" "$BASE/api/admissions")
        id=$(sed 's/.*"id":"\([^"]*\)","version".*/\1/' <<<"$made")
        until [ "$(ask "select exists (select from duty.duty where subject = '$id')")" = t ]; do :; done
        echo $(( ($(date +%s%N) - began) / 1000000 ))
    done | sort -n | awk '{ v[NR] = $1 } END { print v[int(NR / 2)], v[NR] }'
}

{
    echo "## Steps of admission"
    echo
    echo "| one by one | POST /api/admissions | p50 | p95 | its statements by pgbench | ratio | target |"
    echo "|---|---|---|---|---|---|---|"
    measured
    echo
    echo "| application, talk, activist: three steps a case | steps/s | p50 | p95 |"
    echo "|---|---|---|---|"
    for count in $CLIENTS; do
        again
        read -r rate p50 p95 failed <<<"$(steps "$count")"
        echo "| $count connections | ${failed:-}$rate | $p50 ms | $p95 ms |"
    done
    echo
    cases=$(ask 'select count(*) from admission.admission')
    echo "With $cases cases in one branch, numbers counted when they are asked for:"
    echo
    echo "| request, 8 connections | requests/s | p50 | p95 |"
    echo "|---|---|---|---|"
    for path in "/api/admissions" "/api/admissions/stages"; do
        read -r rate p50 p95 failed <<<"$(load GET 8 "$path")"
        echo "| \`$path\` | ${failed:-}$rate | $p50 ms | $p95 ms |"
    done
    again
    read -r half worst <<<"$(lag)"
    echo
    echo "An application without its talk is a duty $half ms later (median of 20, the longest $worst ms)."
} | tee "$WORK/admission.md"
