#!/usr/bin/env bash
# Time: each register read as of today and as of an earlier day, by turns, in one run; and moving the
# largest subtree there is, from the decision until the answer. Writes target/bench/time.md, which
# bench/run.sh takes into the results.
#
#   ./mvnw -B -ntp package -DskipTests && bench/time.sh
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/city.sh
trap stop EXIT
ready
sign_all_in
readonly DAY=$(date -d '-40 days' +%F)

declare -a rows moves
load() { # cookie, url: requests per second
    wrk -t1 -c$CONNECTIONS -d"${SECONDS_EACH}s" -H "Cookie: SUNMAO=$1" "$2" |
        awk '/Requests\/sec/ { r = $2 } /Non-2xx/ { r = "failed" } END { print r }'
}

compare() { # name, username, request path
    local cookie=${cookies[$2]} url=$BASE$3 mark='?' now=0 then=0
    [[ $3 == *\?* ]] && mark='&'
    wrk -t1 -c$CONNECTIONS -d2s -H "Cookie: SUNMAO=$cookie" "$url" >/dev/null
    wrk -t1 -c$CONNECTIONS -d2s -H "Cookie: SUNMAO=$cookie" "$url${mark}asOf=$DAY" >/dev/null
    for _ in 1 2; do
        now="$now + $(load "$cookie" "$url")"
        then="$then + $(load "$cookie" "$url${mark}asOf=$DAY")"
    done
    rows+=("$(awk "BEGIN { now = ($now) / 2; then = ($then) / 2
        printf \"| $1 | %.0f | %.0f | %.2f | ≤ 2 |\", now, then, now / then }")")
    echo "${rows[-1]}" >&2
}

body=$(ask "select body from organization.link where organization = '$branch' limit 1")
warm_up
compare "220,000 by name, first page" city /api/members
compare "a county's 20,000, first page" county /api/members
compare "a township, first page" township /api/members
compare "a branch's members" secretary /api/members
compare "220,000: doctors" city "/api/members?education=11"
compare "search by initials, 220,000" city "/api/members?q=zs"
compare "search by last four of a mobile" city "/api/members?q=0012"
compare "how many: a county" county /api/members/count
compare "members by township" county /api/members/breakdown
compare "one member" county "/api/members/$member"
compare "organizations below a county" city "/api/organizations?parent=$county"
compare "search an organization" city "/api/organizations?q=%E4%B8%9C%E6%9D%91"
compare "one organization" city "/api/organizations/$branch"
compare "posts of an organization" city "/api/organizations/$branch/posts"
compare "bodies, top" county /api/bodies
compare "one body" county "/api/bodies/$body"

jar=$WORK/officer.cookies
curl -sf -c "$jar" -o /dev/null -H 'Content-Type: application/json' \
    -d "{\"username\":\"city\",\"password\":\"$(grep ',city,' "$WORK/data/demo-accounts.csv" |
        cut -d, -f3)\"}" "$BASE/api/session"
send() { # path, version, body: prints the answer
    curl -sf -b "$jar" -c "$jar" -H 'Content-Type: application/json' -H "If-Match: \"$2\"" \
        -H "X-XSRF-TOKEN: $(awk '$6 == "XSRF-TOKEN" { print $7 }' "$jar")" -d "$3" "$BASE$1"
}
# What is grave asks once more who one is.
send /api/session/step-up 0 "{\"password\":\"$(grep ',city,' "$WORK/data/demo-accounts.csv" |
    cut -d, -f3)\"}"
field() { grep -o "\"$1\":\"\?[^\",}]*" | head -1 | sed 's/.*://; s/"//'; }

readonly TOP=$(granted city)
read -r subtree size <<<"$(ask "select p.id, count(*) from organization.place p
    join organization.place b on b.path >= p.path and b.path < left(p.path, -1) || '0'
        and b.valid_to = 'infinity'
    where p.parent = '$TOP' and p.valid_to = 'infinity'
    group by p.id order by 2 desc limit 1" | tr '|' ' ')"
other=$(ask "select p.id from organization.place p
    join organization.label l on l.id = p.id and l.valid_to = 'infinity'
    where p.parent = '$TOP' and p.id <> '$subtree' and p.valid_to = 'infinity'
        and l.kind = 'committee' order by p.path limit 1")

move() { # parent: moves the subtree there today; prints the seconds of carrying it out
    local made id version print
    made=$(send "/api/organizations/$TOP/changes" 0 "{\"effectiveOn\":\"$(date +%F)\",
        \"reason\":\"量一次调整隶属关系的时间\",\"steps\":[{\"kind\":\"move\",
        \"organization\":\"$subtree\",\"parent\":\"$1\"}]}")
    id=$(field id <<<"$made")
    version=$(field version <<<"$made")
    print=$(curl -sf -b "$jar" "$BASE/api/changes/$id/preview" | field fingerprint)
    made=$(send "/api/changes/$id/steps/decide" "$version" "{\"decidedOn\":\"$(date +%F)\",
        \"number\":\"〔2026〕1号\",\"meeting\":\"常委会\",\"fingerprint\":\"$print\"}")
    version=$(field version <<<"$made")
    print=$(curl -sf -b "$jar" "$BASE/api/changes/$id/preview" | field fingerprint)
    curl -sf -o /dev/null -w '%{time_total}' -b "$jar" -H 'Content-Type: application/json' \
        -H "If-Match: \"$version\"" \
        -H "X-XSRF-TOKEN: $(awk '$6 == "XSRF-TOKEN" { print $7 }' "$jar")" \
        -d "{\"fingerprint\":\"$print\"}" "$BASE/api/changes/$id/steps/apply"
}
for _ in 1 2 3; do
    moves+=("$(move "$other") s" "$(move "$TOP") s")
done
echo "moves of $size organizations: ${moves[*]}" >&2

{
    cat <<HEAD
## Time: as of an earlier day against as of today

$CONNECTIONS connections, twice $SECONDS_EACH s each, by turns; the earlier day is $DAY. The cost is now / then.

| request | today, requests/s | then, requests/s | cost | target |
|---|---|---|---|---|
HEAD
    printf '%s\n' "${rows[@]}"
    cat <<FOOT

Moving a subtree of $size organizations, there and back three times, from sending the step until the answer (locks, examination,
places, papers, journal, commit): $(printf '%s, ' "${moves[@]}" | sed 's/, $//'); target 1 s for 1,000.
FOOT
} >"$WORK/time.md"
echo "written: target/bench/time.md" >&2
