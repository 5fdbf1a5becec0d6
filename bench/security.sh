#!/usr/bin/env bash
# What attackers' tools find (SEC-22, SEC-23): wapiti crawls signed in, sqlmap tries each parameter that
# the description of the interfaces names, sslscan looks at the TLS port; each bounded, on loopback, on a
# house with the demonstration county of its own. Findings that are not in bench/security-allow.txt fail.
#
#   apt-get install -y wapiti sqlmap sslscan
#   ./mvnw -B -ntp package -DskipTests && bench/security.sh
#
# HOUSE names another way to start the program than `-jar target/sunmao.jar`; MINUTES bounds each tool.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly HERE=$PWD/bench WORK=$PWD/target/security PORT=${PORT:-8093} MINUTES=${MINUTES:-4}
readonly BASE=https://localhost:$PORT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
keytool=$(dirname "$(readlink -f "$(command -v "$java")")")/keytool
for tool in wapiti sqlmap sslscan curl openssl python3 "$java"; do
    command -v "$tool" >/dev/null || { echo "security: $tool is missing" >&2; exit 1; }
done
rm -rf "$WORK/found" && mkdir -p "$WORK/found"

certificate() { # for this machine, made by ourselves
    "$keytool" -genkeypair -alias house -keyalg EC -groupname secp256r1 -dname CN=localhost \
        -ext san=dns:localhost,ip:127.0.0.1 -keystore "$WORK/house.p12" -storepass security \
        -validity 30 2>/dev/null
    openssl pkcs12 -in "$WORK/house.p12" -passin pass:security -nokeys -out "$WORK/chain.pem"
    openssl pkcs12 -in "$WORK/house.p12" -passin pass:security -nocerts -nodes |
        openssl pkcs8 -topk8 -nocrypt -out "$WORK/key.pem"
}

start() {
    # shellcheck disable=SC2086
    "$java" ${HOUSE:--jar target/sunmao.jar} --sunmao.data="$WORK/data" --sunmao.demo=county --sunmao.demo.year=false \
        --server.port="$PORT" --sunmao.tls.certificate="$WORK/chain.pem" \
        --sunmao.tls.key="$WORK/key.pem" >"$WORK/server.log" 2>&1 &
    server=$!
    until curl -skf "$BASE/api/about" | grep -q '"state":"ready"'; do
        kill -0 "$server" || { tail -20 "$WORK/server.log" >&2; exit 1; }
        sleep 1
    done
}
stop() {
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
}

sign_in() { # sets $session and $token, of the county's officer
    local password jar=$WORK/cookies
    password=$(awk -F, '$2 == "county" { print $3 }' "$WORK/data/demo-accounts.csv")
    curl -skf -c "$jar" -o /dev/null -H 'Content-Type: application/json' \
        -d "{\"username\":\"county\",\"password\":\"$password\"}" "$BASE/api/session"
    session=$(awk '$6 == "SUNMAO" { print $7 }' "$jar")
    token=$(awk '$6 == "XSRF-TOKEN" { print $7 }' "$jar")
}

crawl() { # wapiti: what it finds, one line each
    local head=(-H "Cookie: SUNMAO=$session; XSRF-TOKEN=$token" -H "X-XSRF-TOKEN: $token")
    sed "s#^#$BASE#" "$WORK/addresses" >"$WORK/starts"
    local starts=()
    while read -r address; do starts+=(-s "$address"); done <"$WORK/starts"
    timeout $((MINUTES * 60 + 30)) wapiti -u "$BASE/" "${starts[@]}" --scope folder "${head[@]}" \
        --verify-ssl 0 --max-scan-time "$MINUTES" --flush-session \
        -m "backup,blindsql,crlf,csp,exec,file,http_headers,permanentxss,redirect,sql,ssrf,xss,xxe" \
        -f json -o "$WORK/wapiti.json" >"$WORK/wapiti.log" 2>&1 || true
    python3 - "$WORK/wapiti.json" >"$WORK/found/wapiti" <<'PY'
import json, sys
report = json.load(open(sys.argv[1]))
for kind in ("vulnerabilities", "anomalies"):
    for name, found in report[kind].items():
        for one in found:
            # Of headers the tool tells only in words which one it misses.
            what = one["info"] if "Headers" in name else one["parameter"] or "-"
            print(f"wapiti: {name}: {one['method']} {one['path'].split('?')[0]}: {what}")
PY
}

inject() { # sqlmap: each address with its parameters, level 2
    local until=$((SECONDS + MINUTES * 60)) tried=0 address
    : >"$WORK/found/sqlmap"
    while read -r address; do
        ((SECONDS < until)) || break
        tried=$((tried + 1))
        timeout 90 sqlmap -u "$BASE$address" --cookie="SUNMAO=$session" --batch --level=2 --risk=1 \
            --skip=Cookie,User-Agent,Referer,Host --dbms=PostgreSQL --technique=BEUS --smart \
            --flush-session --disable-coloring --output-dir="$WORK/sqlmap" \
            >"$WORK/sqlmap.log" 2>&1 || true
        cat "$WORK/sqlmap.log" >>"$WORK/sqlmap-all.log"
        grep -E "^Parameter: |is vulnerable" "$WORK/sqlmap.log" |
            sed "s#^#sqlmap: ${address%%\?*} #" >>"$WORK/found/sqlmap" || true
    done <"$WORK/questions"
    echo "$tried of $(wc -l <"$WORK/questions")" >"$WORK/tried"
}

transport() { # sslscan: no TLS below 1.2, nothing weak
    sslscan --no-colour --no-failed "localhost:$PORT" >"$WORK/sslscan.log" 2>&1
    grep -E "^(SSLv2|SSLv3|TLSv1\.0|TLSv1\.1) +enabled|RC4|DES|MD5|NULL|EXP|_CBC_| CBC|anon" \
        "$WORK/sslscan.log" | sed 's/^/sslscan: /' >"$WORK/found/sslscan" || true
}

addresses() { # of the description: pages to crawl, and questions with all parameters that are answered
    python3 - docs/generated/openapi.json "$WORK" "$BASE" "$session" <<'PY'
import json, random, ssl, sys, urllib.error, urllib.request
described, work, base, session = json.load(open(sys.argv[1])), *sys.argv[2:]
believing = ssl._create_unverified_context()

def answer(address):
    request = urllib.request.Request(base + address, headers={"Cookie": "SUNMAO=" + session})
    try:
        return urllib.request.urlopen(request, context=believing).read()
    except urllib.error.HTTPError:
        return None

own = json.loads(answer("/api/session"))["organization"]["id"]
values = {"organization": own, "parent": own, "limit": "20", "q": "zs", "status": "full", "sex": "1",
          "nation": "01", "ageFrom": "20", "ageTo": "90", "education": "61", "floating": "true",
          "anniversary": "11", "sort": "name", "all": "true", "without": "true", "ended": "true",
          "closed": "true", "kind": "member", "group": "officer", "field": "village", "table": "basic",
          "key": "female", "class": "none", "state": "draft", "only": "failed"}
plain, asked = [], []
for path, operations in sorted(described["paths"].items()):
    get = operations.get("get")
    if get is None or "{" in path or path.endswith(("/events", "/session")):
        continue
    plain.append(path)
    taken = ""
    for name in [p["name"] for p in get.get("parameters", []) if p["in"] == "query"]:
        value = "2026-01-01" if name in ("asOf", "day", "joinedFrom") else values.get(name, "1")
        more = taken + ("&" if taken else "?") + name + "=" + value
        if answer(path + more) is not None:
            taken = more
    if taken:
        asked.append(path + taken)
random.Random(20261126).shuffle(asked)
open(work + "/addresses", "w").write("\n".join(plain + asked) + "\n")
open(work + "/questions", "w").write("\n".join(asked) + "\n")
PY
}

[ -f "$WORK/key.pem" ] || certificate
trap stop EXIT
start
sign_in
addresses
transport
crawl
sign_in # a tool may have signed itself out
inject
unhandled=$(grep -c 'org.sunmao.web.Problems .*: unexpected' "$WORK/server.log" || true)
[ "$unhandled" = 0 ] || echo "house: $unhandled answers 500, see $WORK/server.log" >"$WORK/found/house"

sort -u "$WORK"/found/* >"$WORK/findings"
sed 's/^[0-9-]* //; /^#/d; /^$/d' "$HERE/security-allow.txt" | sort -u >"$WORK/allowed"
comm -23 "$WORK/findings" "$WORK/allowed" >"$WORK/new"
{
    echo "## Security: what attackers' tools find"
    echo
    echo "By \`bench/security.sh\` on $(date +%F), each tool bounded to $MINUTES minutes, on the demonstration county by TLS."
    echo
    echo "| tool | looked at | found | allowed, with date (bench/security-allow.txt) |"
    echo "|---|---|---|---|"
    row() {
        local found
        found=$(wc -l <"$WORK/found/$1")
        echo "| $2 | $3 | $found | $((found - $(grep -c "^$1: " "$WORK/new" || true))) |"
    }
    row sslscan "sslscan $(sslscan --version | grep -oE '[0-9]+\.[0-9.]+' | head -1)" "the TLS port"
    row wapiti "wapiti $(wapiti --version 2>&1 | grep -oE '[0-9]+\.[0-9.]+' | tail -1)" \
        "$(wc -l <"$WORK/starts") addresses and what they lead to, signed in as a county officer"
    row sqlmap "sqlmap $(sqlmap --version | grep -oE '^[0-9.]+' | head -1), level 2" \
        "$(cat "$WORK/tried") questions of the description"
    echo
    echo "Answers 500 of the house meanwhile: $unhandled."
} >"$WORK/security.md"
python3 - "$HERE/RESULTS.md" "$WORK/security.md" <<'PY'
import re, sys
results, new = open(sys.argv[1]).read(), open(sys.argv[2]).read().rstrip() + "\n\n"
old = re.compile(r"## Security: .*?(?=\n## |\Z)\n?", re.S)
text = old.sub(lambda _: new, results) if old.search(results) else results.rstrip() + "\n\n" + new
open(sys.argv[1], "w").write(text.rstrip() + "\n")
PY
cat "$WORK/security.md"
[ -s "$WORK/new" ] && { echo "security: new findings:" >&2; cat "$WORK/new" >&2; exit 1; }
exit 0
