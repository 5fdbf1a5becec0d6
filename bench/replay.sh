# One request against its own statements: what the program makes of a POST that enters something, beside
# pgbench running the same statements in the same run. Sourced after city.sh, with LOG (PostgreSQL's own),
# JAR (cookies of whoever sends), TARGET (the path), TABLE (what it inserts into), CLIENTS, ROUNDS and post
# (the body); again() puts back what was entered.
export METHOD BODY
cookie() { awk -v name="$1" '$6 == name { print $7 }' "$JAR"; }
cat >"$WORK/replay.lua" <<LUA
local sent, method, body, me = 0, os.getenv("METHOD"), os.getenv("BODY"), 0
local headers = { ["Cookie"] = "SUNMAO=$(cookie SUNMAO); XSRF-TOKEN=$(cookie XSRF-TOKEN)",
    ["X-XSRF-TOKEN"] = "$(cookie XSRF-TOKEN)", ["Content-Type"] = "application/json" }
function init() math.randomseed(os.time() * 1000 + math.floor(os.clock() * 1e6)); me = math.random(2^31) end
function request()
    sent = sent + 1
    headers["Idempotency-Key"] = string.format("%08x-0000-4000-8000-%012x", me, sent)
    return wrk.format(method, nil, headers, body)
end
function done(summary, latency)
    local failed = summary.errors.status > 0 and "failed" or ""
    print(string.format("RESULT %.0f %.2f %.2f %s", summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(95) / 1000, failed))
end
LUA
load() { # method, connections, path, body: requests per second, p50, p95
    METHOD=$1 BODY=${4:-} wrk -t1 -c"$2" -d"${SECONDS_EACH}s" -s "$WORK/replay.lua" "$BASE$3" |
        sed -n 's/^RESULT //p'
}
send() { # key
    curl -sf -b "$JAR" -o /dev/null -H "X-XSRF-TOKEN: $(cookie XSRF-TOKEN)" -H "Idempotency-Key: $1" \
        -H 'Content-Type: application/json' -d "$post" "$BASE$TARGET"
}
statements() { # name: of one request, as script and options; of the process that wrote alone
    local from process
    from=$(stat -c %s "$LOG")
    send "$(cat /proc/sys/kernel/random/uuid)"
    sleep 0.3
    tail -c +$((from + 1)) "$LOG" >"$WORK/replay.log"
    process=$(sed -n 's/.*\[\([0-9]*\)\] LOG:  execute [^:]*: insert into '"$TABLE"'.*/\1/p' "$WORK/replay.log" | head -1)
    awk -v own="[$process]" '/^[0-9-]+ [0-9:.]+ [A-Z]+ \[[0-9]+\] / { mine = index($0, own) > 0 } mine' \
        "$WORK/replay.log" >"$WORK/request.log"
    rm -f "$WORK/$1.sql"
    : >"$WORK/$1.options"
    awk -v script="$WORK/$1.sql" -v options="$WORK/$1.options" -f "$HERE/statements.awk" "$WORK/request.log"
}
replay() { # once: makes of one request the scripts own and fresh, for bench
    for _ in $(seq 8); do load POST 8 "$TARGET" "$post" >/dev/null; done # warm
    log_statements all
    send "$(cat /proc/sys/kernel/random/uuid)"
    statements before
    statements request
    log_statements none

    # What was new in one and not in the other is new each time: ids, and the key of the request.
    awk -v fresh="$WORK/fresh.sql" -v out="$WORK/replay.options" '
        function each(text, what,    rest) {
            rest = text
            while (match(rest, uuid)) {
                what[substr(rest, RSTART, RLENGTH)]
                rest = substr(rest, RSTART + RLENGTH)
            }
        }
        function some(n,    made) { while (n-- > 0) made = made "[0-9a-f]"; return made }
        BEGIN { uuid = some(8) "-" some(4) "-" some(4) "-" some(4) "-" some(12) } # mawk knows no {8}
        NR == FNR { each($0, old); next }
        $0 == "-D" { next }
        {
            name = $0; sub(/=.*/, "", name); value = substr($0, length(name) + 2)
            delete here; each(value, here); text = ":r" name "::text"; any = 0
            for (id in here) if (!(id in old)) {
                if (!(id in number)) number[id] = ++ids
                text = "replace(" text ", \047" id "\047, :id" number[id] "::text)"; any = 1
            }
            printf "-D\n%s%s=%s\n", any ? "r" : "", name, value > out
            if (any) made = made (made == "" ? "" : ", ") text " as " name
        }
        END {
            printf "select " > fresh
            for (n = 1; n <= ids; n++) printf "%suuidv7() as id%d", (n > 1 ? ", " : ""), n > fresh
            print " \\gset" > fresh
            print "select " made " \\gset" > fresh
        }' "$WORK/before.options" "$WORK/request.options"
    cat "$WORK/fresh.sql" "$WORK/request.sql" >"$WORK/own.sql"
    mapfile -t values <"$WORK/replay.options"
}
bench() { # script, clients: latency in ms
    PGOPTIONS='-c role=sunmao_app' pgbench -n -M prepared -f "$WORK/$1.sql" -c "$2" -j 1 -T "$SECONDS_EACH" \
        "${values[@]}" 2>"$WORK/pgbench.err" | awk '/number of failed transactions: [1-9]/ || /aborted/ { failed = 1 }
        /latency average/ { print $4 } END { exit failed }' || { cat "$WORK/pgbench.err" >&2; exit 1; }
}
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
measured() { # a line of the table for each number of connections; again puts back what was entered
    local count rate p50 p95 failed
    for count in $CLIENTS; do
        : >"$WORK/ours"; : >"$WORK/own.ms"; : >"$WORK/fresh.ms"
        for _ in $(seq "$ROUNDS"); do
            again
            load POST "$count" "$TARGET" "$post" >>"$WORK/ours"
            again
            bench own "$count" >>"$WORK/own.ms"
            bench fresh "$count" >>"$WORK/fresh.ms" # making the ids is not of the request
        done
        read -r rate p50 p95 failed <<<"$(sort -n "$WORK/ours" | sed -n "$(((ROUNDS + 1) / 2))p")"
        awk -v n="$count" -v o="$rate" -v a="$p50" -v b="$p95" -v f="${failed:-}" -v own="$(median <"$WORK/own.ms")" \
            -v fresh="$(median <"$WORK/fresh.ms")" 'BEGIN { theirs = 1000 * n / (own - fresh)
            printf "| %d connections | %s%.0f/s | %.1f ms | %.1f ms | %.0f/s | %.0f %% | ≥ 40 %% |\n",
                n, f, o, a, b, theirs, 100 * o / theirs }'
    done
}
