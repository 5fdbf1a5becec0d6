#!/usr/bin/env bash
# What the journal costs, in one run on one machine: the same correction of a member by its own
# statement list, with the journal's statements and without them, in turn; how long sealing takes
# for 1,000 entries, and verify-journal for 100,000.
#
#   ./mvnw -B -ntp package -DskipTests && bench/journal.sh
#
# Needs pgbench and psql (PostgreSQL client, any version), curl, and a JDK 25 in JAVA_HOME or on the
# PATH. DEMO=county is quicker and says less of sealing. Writes target/bench/journal.md.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly HERE=$PWD/bench WORK=$PWD/target/bench DEMO=${DEMO:-city} PORT=${PORT:-8090}
readonly DATA=$WORK/journal-$DEMO BASE=http://127.0.0.1:$PORT ROUNDS=${ROUNDS:-7}
readonly SECONDS_EACH=${SECONDS_EACH:-6} CLIENTS=${CLIENTS:-"1 8"}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
for tool in pgbench psql curl "$java"; do
    command -v "$tool" >/dev/null || { echo "bench: $tool is missing" >&2; exit 1; }
done
mkdir -p "$WORK"

"$java" -jar target/sunmao.jar --sunmao.data="$DATA" --sunmao.demo="$DEMO" --sunmao.demo.year=false \
    --server.port="$PORT" >"$WORK/journal-server.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true' EXIT
until curl -s "$BASE/api/about" | grep -q '"state":"ready"'; do
    kill -0 $server || { tail -20 "$WORK/journal-server.log" >&2; exit 1; }
    sleep 1
done
PGPORT=$(sed -n 4p "$DATA/postgres/postmaster.pid")
PGPASSWORD=$(cat "$DATA/postgres/superuser.password")
export PGHOST=127.0.0.1 PGUSER=postgres PGDATABASE=sunmao PGPORT PGPASSWORD
ask() { psql -qAt -c "$1"; }
until [ "$(ask 'select count(*) from journal.entry e
    where not exists (select from journal.leaf l where l.entry = e.id)')" = 0 ]; do sleep 1; done
psql -qc 'vacuum (analyze)'

# Only heads that follow at once: between others the sealer rested.
sealing=$(ask "select coalesce(round(avg(ms))::text, '?') from (
    select extract(epoch from sealed_at - lag(sealed_at) over (order by size)) * 1000 as ms,
        size - previous as leaves, lag(size - previous) over (order by size) as before
    from journal.head) h where leaves = 1000 and before = 1000")

began=$(date +%s%N)
"$java" -jar target/sunmao.jar verify-journal --sunmao.data="$DATA" >"$WORK/verify.log" || {
    cat "$WORK/verify.log" >&2
    exit 1
}
verified=$(( ($(date +%s%N) - began) / 1000000 ))
sealed=$(ask 'select count(*) from journal.leaf')

# The statements of one request, as PostgreSQL logs them.
password=$(grep ",county," "$DATA/demo-accounts.csv" | cut -d, -f3)
curl -sf -c "$WORK/journal-jar" -o /dev/null -H 'Content-Type: application/json' \
    -d "{\"username\":\"county\",\"password\":\"$password\"}" "$BASE/api/session"
token=$(awk '$6 == "XSRF-TOKEN" { print $7 }' "$WORK/journal-jar")
member=$(ask "select f.id from member.profile f
    join access.grant g on g.organization is not null
    join access.account a on a.id = g.account and a.username = 'county'
    join organization.place t on t.id = g.organization and t.valid_to = 'infinity'
    join organization.place p on p.id = f.organization and p.valid_to = 'infinity'
    where f.valid_to = 'infinity' and starts_with(p.path, t.path) order by f.id limit 1")
version=$(ask "select version from member.member where id = '$member'")
patch() { # version, job
    curl -sf -b "$WORK/journal-jar" -o /dev/null -X PATCH -H "X-XSRF-TOKEN: $token" \
        -H 'Content-Type: application/json' -H "If-Match: \"$1\"" \
        -d "{\"jobPost\":\"$2\",\"correction\":true}" "$BASE/api/members/$member"
}
log_statements() { ask "alter system set log_statement = '$1'" && ask 'select pg_reload_conf()' && sleep 1; }
patch "$version" 1
log_statements all >/dev/null
patch $((version + 1)) 3
from=$(stat -c %s "$DATA/postgres.log")
patch $((version + 2)) 1
tail -c +$((from + 1)) "$DATA/postgres.log" >"$WORK/patch.log"
log_statements none >/dev/null
# The sealer may have worked in between: only the statements of the request's own process count.
process=$(sed -n 's/.*\[\([0-9]*\)\] LOG:  execute [^:]*: insert into journal.entry.*/\1/p' "$WORK/patch.log" | head -1)
awk -v own="[$process]" '/^[0-9-]+ [0-9:.]+ [A-Z]+ \[[0-9]+\] / { mine = index($0, own) > 0 } mine' \
    "$WORK/patch.log" >"$WORK/request.log"
: >"$WORK/patch.options"
rm -f "$WORK/patch.sql"
awk -v script="$WORK/patch.sql" -v options="$WORK/patch.options" -f "$HERE/statements.awk" "$WORK/request.log"

# Each client has a member of its own; an entry has a new id each time.
clients=$(tr ' ' '\n' <<<"$CLIENTS" | sort -n | tail -1)
ask "set client_min_messages = warning; drop table if exists public.bench_member;
    create table public.bench_member as select row_number() over () - 1 as client, f.id
    from (select id from member.profile where valid_to = 'infinity' and organization =
        (select organization from member.profile where id = '$member' and valid_to = 'infinity')
        order by id limit $clients) f;
    grant select on public.bench_member to sunmao_app"
members=$(ask 'select count(*) from public.bench_member')
awk -v member="$member" -v members="$members" '
    NR == FNR { if ($0 ~ "=" member "$") { sub(/=.*/, ""); own[$0] = 1 } next }
    FNR == 1 { print "\\set mine :client_id % " members
        print "select id as member from public.bench_member where client = :mine \\gset" }
    { for (name in own) gsub(":" name "([^0-9]|$)", ":member&"); gsub(/:member:v[0-9]+_[0-9]+/, ":member") }
    { print }' "$WORK/patch.options" "$WORK/patch.sql" >"$WORK/own.sql"
awk 'BEGIN { RS = ";\n"; ORS = ";\n" } !/insert into journal\./' "$WORK/own.sql" >"$WORK/without.sql"
awk 'BEGIN { RS = ";\n" }
    /insert into journal\.entry/ { sub(/values \(:v[0-9]+_1,/, "values (uuidv7(),")
        printf "%s returning id as entry \\gset\n", $0; next }
    /insert into journal\.detail/ { sub(/values \(:v[0-9]+_1,/, "values (:entry,") }
    { printf "%s;\n", $0 }' "$WORK/own.sql" >"$WORK/with.sql"

mapfile -t values <"$WORK/patch.options"
run() { # script, clients: prints the latency in ms
    PGOPTIONS='-c role=sunmao_app' pgbench -n -M prepared -f "$WORK/$1.sql" -c "$2" -j 1 \
        -T "$SECONDS_EACH" "${values[@]}" 2>"$WORK/pgbench.err" | awk '
        /number of failed transactions: [1-9]/ || /aborted/ { failed = 1 }
        /latency average/ { print $4 } END { exit failed }' || { cat "$WORK/pgbench.err" >&2; exit 1; }
}
median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

{
    echo "| a correction of one member, own statements | without the journal | with it | ratio |"
    echo "|---|---|---|---|"
    for count in $CLIENTS; do
        : >"$WORK/with.ms"
        : >"$WORK/without.ms"
        for _ in $(seq "$ROUNDS"); do
            run without "$count" >>"$WORK/without.ms"
            run with "$count" >>"$WORK/with.ms"
        done
        awk -v n="$count" -v a="$(median <"$WORK/without.ms")" -v b="$(median <"$WORK/with.ms")" \
            'BEGIN { printf "| %d connections, median of latencies | %.2f ms | %.2f ms | %.2f |\n", n, a, b, b / a }'
    done
    echo
    echo "Sealing: $sealing ms for 1,000 entries, while nothing else is written, each head forced to the disk."
    awk -v ms="$verified" -v n="$sealed" 'BEGIN { printf \
        "verify-journal: %d entries in %.1f s, start included: %.1f s for 100,000.\n", n, ms / 1000, ms / n * 100 }'
} | tee "$WORK/journal.md"
ask 'drop table public.bench_member'
