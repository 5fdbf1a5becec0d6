#!/usr/bin/env bash
# P1: each request against pgbench running the request's whole statement list as the application
# role, in one run, on one machine, with the load generators on the same cores. The statement list
# is taken from PostgreSQL's own log of the request: nothing is left out, and nothing drifts.
#
#   ./mvnw -B -ntp package -DskipTests && bench/run.sh
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/city.sh
trap stop EXIT
ready
sign_all_in

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

body=$(ask "select body from organization.link where organization = '$branch' limit 1")
deep=$(ask "select translate(encode(convert_to(pinyin || chr(31) || id, 'utf8'), 'base64'),
    E'+/=\n', '-_') from member.profile where valid_to = 'infinity'
    order by pinyin, id offset 200000 limit 1")

warm_up
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

$(cat "$WORK/time.md" 2>/dev/null || echo "Time: not measured in this run (bench/time.sh).")

$(cat "$WORK/journal.md" 2>/dev/null || echo "Journal: not measured in this run (bench/journal.sh).")

$(cat "$WORK/roster.md" 2>/dev/null || echo "Rosters: not measured in this run (bench/roster.sh).")

$(cat "$WORK/statistics.md" 2>/dev/null || echo "Statistics: not measured in this run (bench/statistics.sh).")

$(cat "$WORK/duty.md" 2>/dev/null || echo "Duties: not measured in this run (bench/duty.sh).")

$(cat "$WORK/meeting.md" 2>/dev/null || echo "Meetings: not measured in this run (bench/meeting.sh).")

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
