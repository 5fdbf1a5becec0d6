package org.sunmao.journal.internal;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunmao.database.StartRefused;
import org.sunmao.journal.Follower;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets each follower to work on a thread of its own: before the first request is served, and until
 * the last one has been.
 */
@Component
class Followers implements SmartLifecycle {

    /** Far below the web server's, which so begins later and ends sooner. */
    private static final int PHASE = 0;

    private final FollowerStore store;
    private final JdbcConnectionDetails login;
    private final List<Follower> followers;
    private final TransactionTemplate transactions;
    private final List<Following> all = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Followers(
            List<Follower> followers,
            FollowerStore store,
            JdbcConnectionDetails login,
            PlatformTransactionManager transactions) {
        if (store.isAheadOfTheServer()) {
            throw ahead();
        }
        this.store = store;
        this.login = login;
        this.followers = List.copyOf(followers);
        this.transactions = new TransactionTemplate(transactions);
    }

    private Following following(Follower follower) {
        store.add(follower.name());
        return new Following(follower, store, transactions);
    }

    /** Also once more after a stop: each begins anew where its position is. */
    @Override
    public synchronized void start() {
        followers.forEach(follower -> all.add(following(follower)));
        var working = List.copyOf(all);
        var waking = new Waking(login, () -> working.forEach(Following::wake), () -> running);
        running = true;
        all.forEach(each -> threads.add(Thread.ofVirtual().name("follower").start(each)));
        threads.add(Thread.ofVirtual().name("journal-waking").start(waking));
    }

    @Override
    public synchronized void stop() {
        running = false;
        all.forEach(Following::end);
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
        all.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private static StartRefused ahead() {
        var reason =
                """
                数据库里日志的事务号比服务器现在的还大：数据是从另一台服务器导入的。照此继续，\
                新的日志会被当成旧的，无法封存。
                The journal is ahead of the server's transactions: its data were restored.\
                """;
        return new StartRefused(
                reason,
                "请停止数据库服务器，用 pg_resetwal 的 -e 选项把它的事务纪元（epoch）调高后再启动；见 docs/operate/journal.md。");
    }
}
