#!/usr/bin/env bash
# Statistics: how long one answer takes, from the request to its last byte, for a city, a county and a
# township, as of today, of an earlier day and of a day to come. Writes target/bench/statistics.md.
#
#   ./mvnw -B -ntp package -DskipTests && bench/statistics.sh
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/city.sh
trap stop EXIT
ready
sign_all_in
readonly DAY=$(date -d '-40 days' +%F) CUT_OFF=$(date -d "$(date +%Y)-12-31" +%F) TIMES=7

declare -a rows
took() { # username, request path: the median of some requests, in milliseconds
    for _ in 1 2 3; do
        curl -sf -o /dev/null -H "Cookie: SUNMAO=${cookies[$1]}" "$BASE$2"
    done
    for _ in $(seq "$TIMES"); do
        curl -sf -o /dev/null -w '%{time_total}\n' -H "Cookie: SUNMAO=${cookies[$1]}" "$BASE$2"
    done | sort -n | sed -n "$((TIMES / 2 + 1))p" | awk '{ printf "%.0f", $1 * 1000 }'
}

measure() { # name, username, request path
    local mark='?'
    [[ $3 == *\?* ]] && mark='&'
    rows+=("| $1 | $(took "$2" "$3") | $(took "$2" "$3${mark}asOf=$DAY") | $(
        took "$2" "$3${mark}asOf=$CUT_OFF") |")
    echo "${rows[-1]}" >&2
}

measure "the city's twelve tables" city /api/statistics
measure "the same, as published" city /api/statistics/published
measure "a county's" county /api/statistics
measure "a township's" township /api/statistics
measure "a branch's" secretary /api/statistics
measure "women of the city, by county" city "/api/statistics/breakdown?table=basic&key=female"
measure "farmers of a county, by township" county \
    "/api/statistics/breakdown?table=occupation&key=farmer"

{
    cat <<HEAD
## Statistics

Median of $TIMES requests, one after another, in milliseconds; the earlier day is $DAY, the day to come $CUT_OFF.

| request | today | an earlier day | 31 December |
|---|---|---|---|
HEAD
    printf '%s\n' "${rows[@]}"
} >"$WORK/statistics.md"
echo "written: target/bench/statistics.md" >&2
