#!/usr/bin/env bash
# Duties: deriving all of them anew; the lag from a fact to the board; opening boards; what open boards
# cost; and many duties whose day comes at one moment. Writes target/bench/duty.md.
#
#   ./mvnw -B -ntp package -DskipTests && bench/duty.sh
#
# It ends posts and moves days of duties in the city of target/bench: other benchmarks go first, or a
# copy is taken. FACTS, RATE, OPEN and CROSSING make it smaller for a try.
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/city.sh
readonly FACTS=${FACTS:-2000} RATE=${RATE:-100} OPEN=${OPEN:-1000} CROSSING=${CROSSING:-100000}
readonly JAR=$WORK/officer.cookies TODAY=$(TZ=Asia/Shanghai date +%F)
# Every board that is open is a socket here and one in the server.
ulimit -n 8192
trap stop EXIT
ready
sign_all_in

seconds() { awk "BEGIN { printf \"%.1f\", ($(date +%s%N) - $1) / 1e9 }"; }
rss() { awk '/VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status"; }
heap() { # MiB in use after a full collection
    "${JAVA_HOME:+$JAVA_HOME/bin/}jcmd" "$server" GC.run >/dev/null
    sleep 2
    "${JAVA_HOME:+$JAVA_HOME/bin/}jcmd" "$server" GC.heap_info | grep -o 'used [0-9]*K' | head -1 |
        awk '{ printf "%.0f", $2 / 1024 }'
}
settled() { # waits until duties and board have followed the journal and no day is left to be crossed
    until [ "$(ask "select not exists (select from duty.waiting) and not exists (
            select from journal.entry e join journal.follower f on f.name in ('duty', 'board')
                and (e.transaction, e.id) > (f.transaction, f.entry))
            and not exists (select from duty.duty where next_on <= date '$TODAY')")" = t ]; do
        sleep 1
    done
}

# All anew: as after an upgrade that brought other rules, when nothing turns out to be different. It is
# done before the first healthy answer: what that took more than a start that has nothing to derive.
settled
duties=$(ask 'select count(*) from duty.duty')
organizations=$(ask "select count(*) from organization.organization where ended_on = 'infinity'")
stop
start -jar target/sunmao.jar --sunmao.boards-of-one="$OPEN"
plain=$healthy
connect
ask "update duty.derivation set book = ''" >/dev/null
stop
start -jar target/sunmao.jar --sunmao.boards-of-one="$OPEN"
connect
[ "$(ask "select book <> '' from duty.derivation")" = t ] || { echo "bench: not derived yet" >&2; exit 1; }
anew=$(awk "BEGIN { printf \"%.1f\", ($healthy - $plain) / 1000 }")
echo "derived $duties duties of $organizations organizations anew in $anew s" >&2
sign_all_in
warm_up

declare -a boards
board() { # name, username
    local answer
    "$java" bench/Board.java ask "$BASE" "SUNMAO=${cookies[$2]}" 3 5 /api/board >/dev/null
    answer=$("$java" bench/Board.java ask "$BASE" "SUNMAO=${cookies[$2]}" "$SECONDS_EACH" 10 /api/board)
    boards+=("| $1 | $(tr ' ' '|' <<<"$answer" | sed 's/|/ | /g') |")
    echo "${boards[-1]}" >&2
}
board "the city's" city
board "a county's" county
board "a township's" township
board "a branch's" secretary

# Facts: secretaries who end today; a branch without one has a duty more.
curl -sf -c "$JAR" -o /dev/null -H 'Content-Type: application/json' \
    -d "{\"username\":\"city\",\"password\":\"$(grep ',city,' "$WORK/data/demo-accounts.csv" |
        cut -d, -f3)\"}" "$BASE/api/session"
cookie() { awk -v name="$1" '$6 == name { print $7 }' "$JAR"; }
curl -sf -b "$JAR" -c "$JAR" -o /dev/null "$BASE/api/session"
readonly BOTH="SUNMAO=$(cookie SUNMAO); XSRF-TOKEN=$(cookie XSRF-TOKEN)"
ask "select p.id, p.version from organization.post p
    join organization.profile o on o.id = p.organization and o.valid_to = 'infinity'
    where p.kind = 'secretary' and p.valid_to = 'infinity' and p.valid_from < date '$TODAY'
        and not exists (select 1 from access.grant g where g.organization = p.organization) -- who measures
        and o.kind in ('branch', 'joint')
        and not exists (select 1 from duty.duty d where d.organization = p.organization
            and d.name = 'secretary-vacant' and d.state not in ('met', 'void'))
    order by p.id limit $FACTS" >"$WORK/posts.txt"
read -r sent rate shown p50 p95 p99 <<<"$("$java" bench/Board.java lag "$BASE" "$BOTH" \
    "$(cookie XSRF-TOKEN)" "$WORK/posts.txt" "$RATE" "$TODAY")"
echo "lag of $sent facts at $rate/s, $shown shown: p50 $p50 p95 $p95 p99 $p99 ms" >&2

# Open boards: what the process holds with and without them.
settled
before_rss=$(rss) before_heap=$(heap)
"$java" bench/Board.java hold "$BASE" "$BOTH" "$OPEN" 40 >"$WORK/held" &
holder=$!
sleep 25
held_rss=$(rss) held_heap=$(heap)
wait "$holder"
held=$(cat "$WORK/held")
echo "$held boards: rss $before_rss -> $held_rss MiB, heap $before_heap -> $held_heap MiB" >&2

# Days that come at one moment. Duties are copied until there are enough; all become late today.
readonly ORDINARY=(/api/members "/api/members/$member" "/api/organizations/$branch" /api/board)
calm=$("$java" bench/Board.java ask "$BASE" "SUNMAO=${cookies[county]}" 15 20 "${ORDINARY[@]}")
psql -q <<SQL
create temporary table picked as
    select d.*, row_number() over () as n
    from duty.duty d where d.state = 'open' limit $CROSSING;
insert into duty.duty (id, name, rule, rule_since, organization, subject_kind, subject, opens, due,
    yellow_from, red_from, evidence, state, light, next_on)
select gen_random_uuid(), p.name, p.rule, p.rule_since, p.organization, 'case', gen_random_uuid(),
    date '$TODAY' - 30, date '$TODAY' - 1, 'infinity', 'infinity', '{}', 'open', 'none',
    date '$TODAY'
from picked p
cross join generate_series(1, 1 + $CROSSING / greatest((select count(*) from picked), 1)) g
limit $CROSSING;
SQL
began=$(date +%s%N)
"$java" bench/Board.java ask "$BASE" "SUNMAO=${cookies[county]}" 60 20 "${ORDINARY[@]}" \
    >"$WORK/busy" &
asking=$!
first=
until left=$(ask "select count(*) from duty.duty where next_on <= date '$TODAY'"); [ "$left" = 0 ]; do
    [ -n "$first" ] || [ "$left" = "$CROSSING" ] || first=$(date +%s%N)
    sleep 0.5
done
crossed=$(seconds "$began")
working=$(seconds "${first:-$began}")
wait "$asking"
busy=$(cat "$WORK/busy")
echo "crossed $CROSSING in $crossed s ($working s of work); $calm / $busy" >&2

{
    cat <<HEAD
## Duties and the board

| what | measured | target |
|---|---|---|
| all duties of $organizations organizations derived anew ($duties of them, none different) | $anew s | – |
| from a fact's answer to the city's board, $sent facts at $rate/s ($shown shown), p50 / p99 | $p50 / $p99 ms | ≤ 2 s |
| memory of the process without and with $held open boards | $before_rss / $held_rss MiB | – |
| of that, heap in use after a collection | $before_heap / $held_heap MiB | – |
| $CROSSING duties whose day came at one moment, until all were moved (of that, work) | $crossed s ($working s) | ≤ 60 s |
| ordinary requests of a county, 20/s, p50, p95, p99 before | $(sed 's/ / \/ /g' <<<"$calm") ms | – |
| the same while they were moved | $(sed 's/ / \/ /g' <<<"$busy") ms | – |

Opening a board, 10 requests/s, in milliseconds:

| board | p50 | p95 | p99 |
|---|---|---|---|
HEAD
    printf '%s\n' "${boards[@]}"
} >"$WORK/duty.md"
echo "written: target/bench/duty.md" >&2
