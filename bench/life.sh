#!/usr/bin/env bash
# Organization life: a year of duties of a city derived anew (P5), and from a meeting that is recorded to the
# city's board (P6). Writes target/bench/life.md.
#
#   ./mvnw -B -ntp package -DskipTests && bench/life.sh
#
# It records meetings of today in the city of target/bench: other benchmarks go first, or a copy is taken.
# FACTS and RATE make it smaller for a try.
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/city.sh
readonly FACTS=${FACTS:-4000} RATE=${RATE:-500}
readonly JAR=$WORK/officer.cookies TODAY=$(TZ=Asia/Shanghai date +%F)
ulimit -n 8192
trap stop EXIT
ready

settled() { # waits until the follower has come to the end, nothing waits, and no day is left to be crossed
    until [ "$(ask "select (select count(*) from duty.waiting)
            + (select count(*) from duty.duty where next_on <= date '$TODAY')
            + (select count(*) from journal.entry e, journal.follower f where f.name = 'duty'
                and (e.transaction, e.id) > (f.transaction, f.entry))")" = 0 ]; do
        sleep 1
    done
}
fingerprint() { # of all that follows from the registers; ids and what people said are left out
    ask "select md5(string_agg(d, '|' order by d)) from (select concat_ws(' ', name, organization, subject, opens,
        due, yellow_from, red_from, ended_on, void_on, state, light, next_on) as d from duty.duty) x"
}

# P5: all anew, once over what stands, and once over nothing.
settled
duties=$(ask 'select count(*) from duty.duty')
meetings=$(ask 'select count(*) from meeting.meeting')
organizations=$(ask "select count(*) from organization.organization where ended_on = 'infinity'")
before=$(fingerprint)
stop
start -jar target/sunmao.jar
plain=$healthy # of a start that has nothing to derive: deriving comes before the first healthy answer
connect
declare -A anew
for over in what-stands nothing; do
    ask "update duty.derivation set book = ''" >/dev/null
    # Without what people said of them.
    [ "$over" = what-stands ] || ask 'truncate duty.act, duty.duty, tally.standing' >/dev/null
    stop
    start -jar target/sunmao.jar
    connect
    [ "$(ask "select book <> '' from duty.derivation")" = t ] || { echo "bench: not derived yet" >&2; exit 1; }
    anew[$over]=$(awk "BEGIN { printf \"%.1f\", ($healthy - $plain) / 1000 }")
    settled
    [ "$(fingerprint)" = "$before" ] && same=yes || same=NO
    echo "$duties duties over $over: ${anew[$over]} s, equal: $same" >&2
    anew[$over]+=" s (equal: $same)"
done

# P6: branches whose theme day of this month is still to come record one, so many a second.
sign_all_in
warm_up
curl -sf -c "$JAR" -o /dev/null -H 'Content-Type: application/json' \
    -d "{\"username\":\"city\",\"password\":\"$(grep ',city,' "$WORK/data/demo-accounts.csv" |
        cut -d, -f3)\"}" "$BASE/api/session"
cookie() { awk -v name="$1" '$6 == name { print $7 }' "$JAR"; }
curl -sf -b "$JAR" -c "$JAR" -o /dev/null "$BASE/api/session"
readonly BOTH="SUNMAO=$(cookie SUNMAO); XSRF-TOKEN=$(cookie XSRF-TOKEN)"
ask "select organization from duty.duty where name = 'theme-day' and state = 'open'
    and opens <= date '$TODAY' and due >= date '$TODAY' order by id limit $FACTS" >"$WORK/branches.txt"
read -r sent rate shown p50 p95 p99 <<<"$("$java" bench/Board.java held "$BASE" "$BOTH" \
    "$(cookie XSRF-TOKEN)" "$WORK/branches.txt" "$RATE" "$TODAY")"
echo "lag of $sent meetings at $rate/s, $shown shown: p50 $p50 p95 $p95 p99 $p99 ms" >&2

cat >"$WORK/life.md" <<HEAD
## Duties of organization life

| what | measured | target |
|---|---|---|
| $duties duties of $organizations organizations ($meetings meetings) derived anew, none different | ${anew[what-stands]} | ≤ 60 s for 4 million |
| the same, when there was none | ${anew[nothing]} | – |
| from a meeting's answer to the city's board, $sent at $rate/s ($shown shown), p50 / p99 | $p50 / $p99 ms | ≤ 1 s at 500/s |
HEAD
echo "written: target/bench/life.md" >&2
