#!/usr/bin/env bash
# From a clone to the first page, with an empty Maven repository: what a newcomer waits for. The
# figure goes to target/bench/first-page, from where run.sh takes it into RESULTS.md.
#
#   bench/first-page.sh
set -euo pipefail
cd "$(dirname "$0")/.."
readonly WORK=$PWD/target/bench PORT=${PORT:-8091}
place=$(mktemp -d)
trap 'kill $run 2>/dev/null; wait $run 2>/dev/null || true; rm -rf "$place"' EXIT
mkdir -p "$WORK"

began=$(date +%s)
git clone -q . "$place/sunmao"
cd "$place/sunmao"
./mvnw -B -ntp -q -Dmaven.repo.local="$place/repository" spring-boot:run \
    -Dspring-boot.run.arguments=--server.port="$PORT" >"$WORK/first-page.log" 2>&1 &
run=$!
wait_for() { # address, words in its answer
    until curl -s "http://127.0.0.1:$PORT$1" | grep -q "$2"; do
        kill -0 $run || { tail -20 "$WORK/first-page.log" >&2; exit 1; }
        sleep 0.5
    done
    echo $(($(date +%s) - began))
}
page=$(wait_for / '<div id="desk">')
ready=$(wait_for /api/about '"state":"ready"')
printf 'first page after %s s, county ready after %s s' "$page" "$ready" >"$WORK/first-page"
pkill -P $run 2>/dev/null || true
echo "$(cat "$WORK/first-page"), with an empty Maven repository ($(du -sm "$place/repository" | cut -f1) MB)"
