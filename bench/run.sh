#!/usr/bin/env bash
# P1: each request against pgbench running the request's whole statement list as the application
# role, in one run, on one machine, with the load generators on the same cores. The statement list
# is taken from PostgreSQL's own log of the request: nothing is left out, and nothing drifts.
#
#   ./mvnw -B -ntp package -DskipTests && bench/run.sh
#
# Needs pgbench and psql (PostgreSQL client, any version), wrk, curl, and a JDK 25 in JAVA_HOME or
# on the PATH. Makes a generated city (8,300 organizations, 220,000 members) in target/bench, once.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly HERE=$PWD/bench WORK=$PWD/target/bench PORT=${PORT:-8089} CONNECTIONS=16
readonly SECONDS_EACH=${SECONDS_EACH:-6} WARM_UP=${WARM_UP:-4} BASE=http://127.0.0.1:$PORT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
for tool in pgbench psql wrk curl "$java"; do
    command -v "$tool" >/dev/null || { echo "bench: $tool is missing" >&2; exit 1; }
done
mkdir -p "$WORK"

start() { # prints the milliseconds to the first healthy answer
    local began
    began=$(date +%s%N)
    "$java" "$@" --sunmao.data="$WORK/data" --sunmao.demo=city --server.port="$PORT" \
        >"$WORK/server.log" 2>&1 &
    server=$!
    until curl -sf "$BASE/actuator/health" >/dev/null; do
        kill -0 "$server" || { tail -20 "$WORK/server.log" >&2; exit 1; }
        sleep 0.05
    done
    healthy=$(( ($(date +%s%N) - began) / 1000000 ))
}
stop() {
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
}
trap stop EXIT

existing=no
[ -d "$WORK/data/postgres" ] && existing=yes
began=$SECONDS
start -jar target/sunmao.jar
until curl -s "$BASE/api/about" | grep -q '"state":"ready"'; do sleep 1; done
loaded=$((SECONDS - began))
[ "$existing" = yes ] || echo "$loaded" >"$WORK/loaded"
loaded=$(cat "$WORK/loaded" 2>/dev/null || echo "?")

connect() {
    export PGHOST=127.0.0.1 PGUSER=postgres PGDATABASE=sunmao
    PGPORT=$(sed -n 4p "$WORK/data/postgres/postmaster.pid")
    PGPASSWORD=$(cat "$WORK/data/postgres/superuser.password")
    export PGPORT PGPASSWORD
}
connect
psql -qc 'vacuum (analyze)'

sign_in() { # username: prints the cookie
    local password
    password=$(grep ",$1," "$WORK/data/demo-accounts.csv" | cut -d, -f3)
    curl -sf -c - -o /dev/null -H 'Content-Type: application/json' \
        -d "{\"username\":\"$1\",\"password\":\"$password\"}" "$BASE/api/session" |
        awk '$6 == "SUNMAO" { print $7 }'
}

ask() { psql -qAt -c "$1"; }

log_statements() { # all or none
    ask "alter system set log_statement = '$1'" >/dev/null
    ask 'select pg_reload_conf()' >/dev/null
    sleep 0.3
}

capture() { # cookie, url: the statements of the second of two requests, as script and options
    local log=$WORK/data/postgres.log from
    curl -sf -o /dev/null -H "Cookie: SUNMAO=$1" "$2"
    log_statements all
    curl -sf -o /dev/null -H "Cookie: SUNMAO=$1" "$2"
    from=$(stat -c %s "$log")
    curl -sf -o /dev/null -H "Cookie: SUNMAO=$1" "$2"
    tail -c +$((from + 1)) "$log" >"$WORK/request.log"
    log_statements none
    : >"$WORK/request.options"
    awk -v script="$WORK/request.sql" -v options="$WORK/request.options" \
        -f "$HERE/statements.awk" "$WORK/request.log"
}

rate() { # connections: prints rate and latency
    local -a values
    mapfile -t values <"$WORK/request.options"
    PGOPTIONS='-c role=sunmao_app' pgbench -n -M prepared -f "$WORK/request.sql" -c "$1" -j 1 \
        -T "$SECONDS_EACH" "${values[@]}" 2>"$WORK/pgbench.err" |
        awk '/latency average/ { latency = $4 } /^tps/ { print $3, latency }'
}

declare -a rows
measure() { # name, username, request path
    local name=$1 cookie=${cookies[$2]} url=$BASE$3 ours p99 theirs single _
    capture "$cookie" "$url"
    wrk -t1 -c$CONNECTIONS -d"${WARM_UP}s" -H "Cookie: SUNMAO=$cookie" "$url" >/dev/null
    read -r ours p99 <<<"$(wrk -t1 -c$CONNECTIONS -d"${SECONDS_EACH}s" --latency \
        -H "Cookie: SUNMAO=$cookie" "$url" |
        awk '/99%/ { p99 = $2 } /Requests\/sec/ { r = $2 } /Non-2xx/ { r = "failed" } END { print r, p99 }')"
    read -r theirs _ <<<"$(rate $CONNECTIONS)"
    read -r _ single <<<"$(rate 1)"
    rows+=("$(awk -v n="$name" -v o="$ours" -v p="$p99" -v t="$theirs" -v s="$single" 'BEGIN {
        printf "| %s | %.0f | %s | %.0f | %.2f ms | %.0f %% | %s |", n, o, p, t, s, 100 * o / t,
            s < 0.2 ? "≥ 20 %" : "≥ 50 %" }')")
    echo "${rows[-1]}" >&2
}

declare -A cookies
for user in city county township secretary; do cookies[$user]=$(sign_in "$user"); done

granted() { ask "select g.organization from access.account a
    join access.grant g on g.account = a.id where a.username = '$1'"; }
county=$(granted county)
branch=$(granted secretary)
member=$(ask "select id from member.profile where organization = '$branch'
    and valid_to = 'infinity' order by pinyin, id limit 1")
body=$(ask "select body from organization.link where organization = '$branch' limit 1")
deep=$(ask "select translate(encode(convert_to(pinyin || chr(31) || id, 'utf8'), 'base64'),
    E'+/=\n', '-_') from member.profile where valid_to = 'infinity'
    order by pinyin, id offset 200000 limit 1")

# A server that has just started is measured by nobody: the compiler of the JVM has to come along.
for path in /api/members "/api/members?q=zs" "/api/members/$member" "/api/organizations/$branch" /api/bodies; do
    for user in city county secretary; do
        wrk -t1 -c$CONNECTIONS -d4s -H "Cookie: SUNMAO=${cookies[$user]}" "$BASE$path" >/dev/null
    done
done

measure "a county's 20,000, first page" county /api/members
measure "a township, first page" township /api/members
measure "a branch's members" secretary /api/members
measure "220,000 by name, first page" city /api/members
measure "220,000 by name, page 4,000" city "/api/members?page=4000&after=$deep"
measure "220,000 by day of joining" city "/api/members?sort=-joinedOn"
measure "220,000: probationary" city "/api/members?status=probationary"
measure "220,000: anniversary this month" city "/api/members?anniversary=11"
measure "220,000: 90 years and older" city "/api/members?ageFrom=90"
measure "220,000: doctors" city "/api/members?education=11"
measure "220,000: floating" city "/api/members?floating=true"
measure "a county: class not confirmed" county "/api/members?class=none"
measure "search by initials, 220,000" city "/api/members?q=zs"
measure "search by name, 220,000" city "/api/members?q=%E5%BC%A0%E4%B8%89"
measure "search by last four of a mobile" city "/api/members?q=0012"
measure "how many: 220,000" city /api/members/count
measure "how many: a county" county /api/members/count
measure "members by county" city /api/members/breakdown
measure "members by township" county /api/members/breakdown
measure "one member" county "/api/members/$member"
measure "history of a member" county "/api/members/$member/history"
measure "organizations below a county" city "/api/organizations?parent=$county"
measure "search an organization" city "/api/organizations?q=%E4%B8%9C%E6%9D%91"
measure "one organization, thresholds" city "/api/organizations/$branch"
measure "bodies, top" county /api/bodies
measure "bodies without organization" city "/api/bodies?without=true"
measure "one body" county "/api/bodies/$body"
memory=$(awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status")

# P7, once more and quiet: as it is started, and from the unpacked jar with a cache of classes.
stop
start -jar target/sunmao.jar
plain=$healthy
stop
rm -rf "$WORK/unpacked"
"$java" -Djarmode=tools -jar target/sunmao.jar extract --destination "$WORK/unpacked" >/dev/null
start -XX:AOTCacheOutput="$WORK/sunmao.aot" -jar "$WORK/unpacked/sunmao.jar"
stop
start -XX:AOTCache="$WORK/sunmao.aot" -jar "$WORK/unpacked/sunmao.jar"
cached=$healthy
version=$(connect; ask 'show server_version')
node web/make.mjs sizes "$WORK/web" >"$WORK/sizes"

seconds() { awk -v ms="$1" 'BEGIN { printf "%.1f s", ms / 1000 }'; }
{
    cat <<HEAD
# Results

Made by \`bench/run.sh\` on $(date +%F), $(nproc) cores, $(free -g | awk '/Mem/ { print $2 }') GiB, at commit $(git rev-parse --short HEAD); Java
$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p'), PostgreSQL $version, 8,300 organizations, 220,000 members, row-level security on. Loading the
city took $loaded s from the start of the process on.

## P1: requests against their own statements

$CONNECTIONS connections, $SECONDS_EACH s each; wrk and pgbench on the same cores as server and database. The statement list is the whole of
the request, as PostgreSQL logged it: session, path, settings, rows, commit. pgbench's latency is that of one connection.

| request | requests/s | p99 | pgbench, transactions/s | pgbench, latency | ratio | target |
|---|---|---|---|---|---|---|
HEAD
    printf '%s\n' "${rows[@]}"
    cat <<FOOT

## P7: start and memory

Start on the city's data directory to the first healthy answer: $(seconds "$plain") as \`java -jar\`; $(seconds "$cached") unpacked and with a cache of
classes (docs/operate/start.md); target 5 s. Resident memory of the process after the load, without PostgreSQL: $memory MB.

## From a clone to the first page

$(cat "$WORK/first-page" 2>/dev/null || echo "not measured in this run") (\`bench/first-page.sh\`: an empty Maven repository, everything fetched).

## The front: first load, gzip

$(sed 's/^/    /' "$WORK/sizes")
FOOT
} >"$HERE/RESULTS.md"
echo "written: bench/RESULTS.md" >&2
