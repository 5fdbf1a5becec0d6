#!/usr/bin/env bash
# P1: each request against pgbench running the request's whole statement list as the application
# role, in one run, on one machine, with the load generators on the same cores.
#
#   ./mvnw -B -ntp package -DskipTests && bench/run.sh
#
# Needs pgbench and psql (PostgreSQL client, any version), wrk, curl, and a JDK 25 in JAVA_HOME or
# on the PATH. Makes a generated city (8,300 organizations, 220,000 members) in target/bench, once.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly HERE=$PWD/bench WORK=$PWD/target/bench PORT=${PORT:-8089} SECONDS_EACH=${SECONDS_EACH:-10} WARM_UP=${WARM_UP:-30}
readonly BASE=http://127.0.0.1:$PORT CONNECTIONS=16
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
for tool in pgbench psql wrk curl "$java"; do
    command -v "$tool" >/dev/null || { echo "bench: $tool is missing" >&2; exit 1; }
done
mkdir -p "$WORK"

started=$(date +%s%N)
"$java" -jar target/sunmao.jar --sunmao.data="$WORK/data" --sunmao.demo=city \
    --server.port="$PORT" >"$WORK/server.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true' EXIT
until curl -sf "$BASE/actuator/health" >/dev/null; do
    kill -0 $server || { tail -20 "$WORK/server.log" >&2; exit 1; }
    sleep 0.05
done
healthy=$(( ($(date +%s%N) - started) / 1000000 ))
until curl -s "$BASE/api/about" | grep -q '"state":"ready"'; do sleep 1; done

export PGHOST=127.0.0.1 PGUSER=postgres PGDATABASE=sunmao
PGPORT=$(sed -n 4p "$WORK/data/postgres/postmaster.pid")
PGPASSWORD=$(cat "$WORK/data/postgres/superuser.password")
export PGPORT PGPASSWORD
psql -qc 'vacuum (analyze)'

sign_in() { # username: prints the cookie
    local password
    password=$(grep ",$1," "$WORK/data/demo-accounts.csv" | cut -d, -f3)
    curl -sf -c - -o /dev/null -H 'Content-Type: application/json' \
        -d "{\"username\":\"$1\",\"password\":\"$password\"}" "$BASE/api/session" |
        awk '$6 == "SUNMAO" { print $7 }'
}

scope_of() { # username: prints organization and path
    psql -qAtF ' ' -c "select p.id, p.path from access.account a
        join access.grant g on g.account = a.id
        join organization.place p on p.id = g.organization where a.username = '$1'"
}

one_member_of() { # path: prints a member in that subtree
    psql -qAt -c "select f.id from member.profile f
        join organization.place p on p.id = f.organization
        where p.path like '$1%' and f.valid_to = 'infinity' order by f.pinyin limit 1"
}

rate() { # script, connections, variables...: prints rate and latency
    local script=$1 connections=$2
    shift 2
    PGOPTIONS='-c role=sunmao_app' pgbench -n -M prepared -f "$HERE/$script" -c "$connections" \
        -j 1 -T "$SECONDS_EACH" "$@" 2>/dev/null |
        awk '/latency average/ { latency = $4 } /^tps/ { print $3, latency }'
}

declare -a rows
measure() { # name, username, request path, pgbench script
    local name=$1 username=$2 path=$3 script=$4
    local cookie organization lo hi token everything member
    cookie=$(sign_in "$username")
    read -r organization lo <<<"$(scope_of "$username")"
    hi=${lo%/}0
    everything=off
    [[ $lo =~ ^/[0-9]+/$ ]] && everything=on
    member=$(one_member_of "$lo")
    token=$(printf %s "$cookie" | sha256sum | cut -d' ' -f1)
    local -a values=(-D "token=$token" -D "organization=$organization" -D "lo=$lo" -D "hi=$hi"
        -D "day=$(TZ=Asia/Shanghai date +%F)" -D "everything=$everything" -D "id=$member")
    path=${path//MEMBER/$member}
    local url=$BASE$path
    wrk -t1 -c$CONNECTIONS -d"${WARM_UP}s" -H "Cookie: SUNMAO=$cookie" "$url" >/dev/null
    local ours p99 theirs _ single
    read -r ours p99 <<<"$(wrk -t1 -c$CONNECTIONS -d"${SECONDS_EACH}s" --latency \
        -H "Cookie: SUNMAO=$cookie" "$url" |
        awk '/99%/ { p99 = $2 } /Requests\/sec/ { r = $2 } /Non-2xx/ { r = "failed" } END { print r, p99 }')"
    read -r theirs _ <<<"$(rate "$script" $CONNECTIONS "${values[@]}")"
    read -r _ single <<<"$(rate "$script" 1 "${values[@]}")"
    rows+=("$(awk -v n="$name" -v o="$ours" -v p="$p99" -v t="$theirs" -v s="$single" 'BEGIN {
        printf "| %s | %.0f | %s | %.0f | %.2f ms | %.0f %% | %s |", n, o, p, t, s, 100 * o / t,
            s < 0.2 ? "≥ 20 %" : "≥ 50 %" }')")
    echo "${rows[-1]}" >&2
}

measure "first page of a county's 20,000" county /api/members members-subtree.sql
measure "first page of a township" township /api/members members-subtree.sql
measure "a branch's members" secretary /api/members members-subtree.sql
measure "one member" county /api/members/MEMBER member.sql
measure "first page of 220,000 by name" city /api/members members-all.sql
memory=$(awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' /proc/$server/status)
cores=$(nproc)

{
    cat <<HEAD
# Results

Made by \`bench/run.sh\` on $(date +%F), $cores cores, $(free -g | awk '/Mem/ { print $2 }') GiB, at commit $(git rev-parse --short HEAD); Java
$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p'), PostgreSQL $(psql -qAt -c 'show server_version'), 8,300 organizations, 220,000 members, row-level security on.

## P1: requests against their own statements

16 connections, $SECONDS_EACH s each, after $WARM_UP s of warming up; wrk and pgbench on the same cores as server and database. The
statement list is the whole of the request: session, path, settings, rows, commit. pgbench's latency is that of one connection.

| request | requests/s | p99 | pgbench, transactions/s | pgbench, latency | ratio | target |
|---|---|---|---|---|---|---|
HEAD
    printf '%s\n' "${rows[@]}"
    cat <<FOOT

## P7: start and memory

Start on $( ((healthy > 20000)) && echo "an empty" || echo "an existing") data directory to the first healthy answer: $((healthy / 1000)).$((healthy % 1000 / 100)) s. Resident memory of the process after the load, without
PostgreSQL: $memory MB.
FOOT
} >"$HERE/RESULTS.md"
echo "written: bench/RESULTS.md" >&2
