# What the benchmarks share: sourced by them, from the root of the repository. A generated city (8,300
# organizations, 220,000 members) in target/bench, made once; the server; PostgreSQL's own log.
#
# Needs pgbench and psql (PostgreSQL client, any version), wrk, curl, and a JDK 25 in JAVA_HOME or
# on the PATH.
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

connect() {
    export PGHOST=127.0.0.1 PGUSER=postgres PGDATABASE=sunmao
    PGPORT=$(sed -n 4p "$WORK/data/postgres/postmaster.pid")
    PGPASSWORD=$(cat "$WORK/data/postgres/superuser.password")
    export PGPORT PGPASSWORD
}

ready() { # starts the server on the city; sets $loaded, the seconds it once took to load
    local existing=no began=$SECONDS
    [ -d "$WORK/data/postgres" ] && existing=yes
    start -jar target/sunmao.jar
    until curl -s "$BASE/api/about" | grep -q '"state":"ready"'; do sleep 1; done
    [ "$existing" = yes ] || echo $((SECONDS - began)) >"$WORK/loaded"
    loaded=$(cat "$WORK/loaded" 2>/dev/null || echo "?")
    connect
    psql -qc 'vacuum (analyze)'
}

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

declare -A cookies

granted() { ask "select g.organization from access.account a
    join access.grant g on g.account = a.id where a.username = '$1' limit 1"; }

sign_all_in() {
    for user in city county township secretary; do cookies[$user]=$(sign_in "$user"); done
    county=$(granted county)
    branch=$(granted secretary)
    member=$(ask "select id from member.profile where organization = '$branch'
        and valid_to = 'infinity' order by pinyin, id limit 1")
}

# A server that has just started is measured by nobody: the compiler of the JVM has to come along.
warm_up() {
    for path in /api/members "/api/members?q=zs" "/api/members/$member" "/api/organizations/$branch" /api/bodies; do
        for user in city county secretary; do
            wrk -t1 -c$CONNECTIONS -d4s -H "Cookie: SUNMAO=${cookies[$user]}" "$BASE$path" >/dev/null
        done
    done
}
