import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Listens to boards and sends facts, for {@code bench/duty.sh}:
 *
 * <ul>
 *   <li>{@code lag base cookies token posts.txt rate day}: ends a post a line (id and version), so
 *       many a second; each makes one open duty more; prints p50 and p99 from the answer to the
 *       board
 *   <li>{@code held base cookies token branches.txt rate day}: records a theme day a line (the
 *       branch), so many a second; each makes one met duty more; prints the same
 *   <li>{@code hold base cookies count seconds}: keeps so many boards open, and prints how many are
 *   <li>{@code ask base cookies seconds rate path…}: asks at that rate; prints p50 and p99
 * </ul>
 */
final class Board {

    private static final Pattern OPEN = counted("open");
    private static final Pattern MET = counted("met");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String cookies;
    private Pattern number = OPEN;

    /** How many duties were open, or met, on the board, and when it came. */
    private final List<long[]> seen = Collections.synchronizedList(new ArrayList<>());

    private Board(String base, String cookies) {
        this.base = base;
        this.cookies = cookies;
    }

    private static Pattern counted(String name) {
        return Pattern.compile("\"counted\":\\{[^}]*?\"%s\":(\\d+)".formatted(name));
    }

    public static void main(String[] sent) throws Exception {
        var board = new Board(sent[1], sent[2]);
        switch (sent[0]) {
            case "lag" -> board.lag(sent[3], Path.of(sent[4]), Integer.parseInt(sent[5]), sent[6]);
            case "held" -> {
                board.number = MET;
                board.lag(sent[3], Path.of(sent[4]), Integer.parseInt(sent[5]), sent[6]);
            }
            case "hold" -> board.hold(Integer.parseInt(sent[3]), Integer.parseInt(sent[4]));
            case "ask" -> {
                var paths = Arrays.copyOfRange(sent, 5, sent.length);
                board.ask(Integer.parseInt(sent[3]), Integer.parseInt(sent[4]), paths);
            }
            default -> throw new IllegalArgumentException(sent[0]);
        }
        System.exit(0);
    }

    /** The k-th fact is on the board that shows k duties more than the first one did. */
    private void lag(String token, Path posts, int rate, String day) throws Exception {
        Thread.ofVirtual().start(() -> listen(true));
        while (seen.isEmpty()) {
            Thread.sleep(50);
        }
        var before = seen.getFirst()[0];
        var answered = Collections.synchronizedList(new ArrayList<Long>());
        var work = Executors.newVirtualThreadPerTaskExecutor();
        var lines = Files.readAllLines(posts);
        var began = System.nanoTime();
        for (var i = 0; i < lines.size(); i++) {
            until(began + i * TimeUnit.SECONDS.toNanos(1) / rate);
            var line = lines.get(i).split("[| ]");
            work.submit(
                    () -> {
                        if (number == MET) {
                            hold(token, line[0], day, answered);
                        } else {
                            end(token, line[0], line[1], day, answered);
                        }
                    });
        }
        work.shutdown();
        work.awaitTermination(120, TimeUnit.SECONDS);
        var sending = (System.nanoTime() - began) / 1e9;
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (seen.getLast()[0] - before < answered.size() && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        var lags = lags(before, answered);
        System.out.printf(
                "%d %.0f %d %s%n",
                answered.size(), answered.size() / sending, lags.size(), percentiles(lags));
    }

    /** Of each fact, from its answer to the board that counts it. */
    private List<Double> lags(long before, List<Long> answered) {
        Collections.sort(answered);
        var lags = new ArrayList<Double>();
        for (var k = 0; k < answered.size(); k++) {
            var count = k + 1;
            var at = answered.get(k);
            seen.stream()
                    .filter(one -> one[0] - before >= count)
                    .findFirst()
                    .ifPresent(one -> lags.add(Math.max(0, (one[1] - at) / 1e6)));
        }
        return lags;
    }

    private void end(String token, String id, String version, String day, List<Long> answered) {
        var body = "{\"to\":\"%s\",\"endReason\":\"量一次应办到看板的时间\"}".formatted(day);
        send(
                request("/api/posts/" + id)
                        .header("If-Match", "\"" + version + "\"")
                        .method("PATCH", BodyPublishers.ofString(body)),
                token,
                answered);
    }

    private void hold(String token, String branch, String day, List<Long> answered) {
        var body =
                "{\"type\":\"theme-day\",\"on\":\"%s\",\"topic\":\"量一次开会到看板的时间\"}".formatted(day);
        send(
                request("/api/organizations/" + branch + "/meetings")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body)),
                token,
                answered);
    }

    private static void send(HttpRequest.Builder request, String token, List<Long> answered) {
        try {
            var sent =
                    request.header("Content-Type", "application/json")
                            .header("X-XSRF-TOKEN", token)
                            .build();
            var answer = HTTP.send(sent, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                answered.add(System.nanoTime());
            } else {
                System.err.println(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException | InterruptedException e) {
            System.err.println(e);
        }
    }

    private void hold(int count, int seconds) throws InterruptedException {
        for (var i = 0; i < count; i++) {
            Thread.ofVirtual().start(() -> listen(false));
            Thread.sleep(5);
        }
        Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
        System.out.println(seen.size());
    }

    /** Notes each board, or only the first. */
    private void listen(boolean all) {
        try {
            var events = request("/api/board/events").header("Accept", "text/event-stream").build();
            var answer = HTTP.send(events, BodyHandlers.ofInputStream());
            var reader =
                    new BufferedReader(
                            new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            var noted = false;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var open = number.matcher(line);
                if ((all || !noted) && line.startsWith("data:") && open.find()) {
                    seen.add(new long[] {Long.parseLong(open.group(1)), System.nanoTime()});
                    noted = true;
                }
            }
        } catch (IOException | InterruptedException e) {
            System.err.println(e);
        }
    }

    private void ask(int seconds, int rate, String[] paths) throws Exception {
        var took = Collections.synchronizedList(new ArrayList<Double>());
        var work = Executors.newVirtualThreadPerTaskExecutor();
        var began = System.nanoTime();
        for (var i = 0; i < seconds * rate; i++) {
            var due = began + i * TimeUnit.SECONDS.toNanos(1) / rate;
            until(due);
            var path = paths[i % paths.length];
            work.submit(() -> took(path, due, took));
        }
        work.shutdown();
        work.awaitTermination(60, TimeUnit.SECONDS);
        System.out.println(percentiles(took));
    }

    /** Counted from when it was due, so that a house that stands still is not excused. */
    private void took(String path, long due, List<Double> took) {
        try {
            var answer = HTTP.send(request(path).build(), BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                took.add((System.nanoTime() - due) / 1e6);
            } else {
                System.err.println(answer.statusCode() + " " + path);
            }
        } catch (IOException | InterruptedException e) {
            System.err.println(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookies);
    }

    private static void until(long moment) throws InterruptedException {
        var left = moment - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    /** p50, p95 and p99, in milliseconds. */
    private static String percentiles(List<Double> values) {
        if (values.isEmpty()) {
            return "? ? ?";
        }
        var sorted = values.stream().sorted().toList();
        return "%.0f %.0f %.0f".formatted(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (part * sorted.size())));
    }
}
