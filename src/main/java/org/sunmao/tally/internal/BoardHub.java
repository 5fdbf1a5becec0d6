package org.sunmao.tally.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.sunmao.access.SignedIn;
import org.sunmao.access.StillHolds;
import org.sunmao.tally.internal.BoardGroup.Watched;
import org.sunmao.web.NotFound;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * All boards that are open in this process. One thread makes them anew when it hears that duties
 * have changed, and each is made once for all who watch it.
 */
@Component
class BoardHub implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BoardHub.class);
    private static final long TURN_MILLIS = 50;

    private final Boards boards;
    private final BoardPaths paths;
    private final StillHolds rights;
    private final JdbcConnectionDetails login;
    private final JsonMapper json;
    private final Clock clock;
    private final int mostOfOne;
    private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
    private final Map<Watched, BoardGroup> groups = new ConcurrentHashMap<>();
    private volatile boolean running;
    private LocalDate today;

    /**
     * @param mostOfOne boards one account may have open: the one open longest makes room
     */
    BoardHub(
            Boards boards,
            BoardPaths paths,
            StillHolds rights,
            JdbcConnectionDetails login,
            JsonMapper json,
            Clock clock,
            @Value("${sunmao.boards-of-one}") int mostOfOne) {
        this.boards = boards;
        this.mostOfOne = mostOfOne;
        this.paths = paths;
        this.rights = rights;
        this.login = login;
        this.json = json;
        this.clock = clock;
        this.today = LocalDate.now(clock);
    }

    /**
     * Opens the board of today, which comes at once.
     *
     * @throws NotFound if the organization lies outside the asker's scope
     */
    SseEmitter open(SignedIn who, UUID organization) {
        var top = Optional.ofNullable(who.organization()).orElseThrow(NotFound::new);
        var group =
                groups.compute(
                        new Watched(organization, top),
                        (key, known) -> (known == null ? made(key) : known).expecting());
        var emitter = new SseEmitter(0L); // no end but that of the right
        var watcher = new BoardWatcher(who, rights.watch(), emitter, BoardHub::inThread);
        try {
            group.join(watcher, () -> boards.find(who, organization));
        } catch (RuntimeException e) {
            watcher.end();
            throw e;
        }
        emitter.onCompletion(watcher::end);
        makeRoom(who);
        return emitter;
    }

    private BoardGroup made(Watched key) {
        return new BoardGroup(
                key, who -> json.writeValueAsString(boards.of(who, null, key.organization())));
    }

    private static void inThread(Runnable work) {
        Thread.ofVirtual().name("board").start(work);
    }

    private void makeRoom(SignedIn who) {
        var open = new ArrayList<BoardWatcher>();
        for (var group : groups.values()) {
            for (var each : group.watchers()) {
                if (each.who().account().equals(who.account()) && !each.ended()) {
                    open.add(each);
                }
            }
        }
        open.sort(Comparator.comparingLong(BoardWatcher::openedNanos));
        open.stream().limit(Math.max(0, open.size() - mostOfOne)).forEach(BoardWatcher::end);
    }

    void hear(Notice notice) {
        notices.add(notice);
    }

    private void work() {
        try {
            while (running) {
                turn();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        var first = notices.poll(TURN_MILLIS, TimeUnit.MILLISECONDS);
        try {
            groups.keySet().forEach(key -> groups.computeIfPresent(key, (_, one) -> one.swept()));
            if (first != null) {
                take(first);
            }
            crossMidnight();
            groups.values().stream().filter(BoardGroup::due).forEach(BoardGroup::renew);
        } catch (RuntimeException e) {
            LOG.warn("Open boards cannot be looked at; it is tried again", e);
            notices.add(Notice.MANY);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void take(Notice first) {
        var taken = new ArrayList<Notice>();
        taken.add(first);
        notices.drainTo(taken);
        var open = groups.keySet().stream().map(Watched::organization).toList();
        if (!open.isEmpty()) {
            var concerned = paths.concerned(taken, open);
            groups.forEach(
                    (key, group) -> {
                        if (concerned.test(key.organization())) {
                            group.change();
                        }
                    });
        }
    }

    private void crossMidnight() {
        var now = LocalDate.now(clock);
        if (!now.equals(today)) {
            today = now;
            groups.values().forEach(BoardGroup::change);
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        var listening = new BoardListening(login, this::hear, () -> running);
        Thread.ofVirtual().name("board-listening").start(listening);
        Thread.ofVirtual().name("boards").start(this::work);
    }

    @Override
    public synchronized void stop() {
        running = false;
        groups.values().forEach(group -> group.watchers().forEach(BoardWatcher::end));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
