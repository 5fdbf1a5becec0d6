package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.sunmao.access.RightEnded;
import org.sunmao.access.Scopes;
import org.sunmao.exchange.internal.ImportCommit.Abandoned;
import org.sunmao.exchange.internal.RosterImport.State;
import org.sunmao.rules.RuleRefused;
import org.sunmao.web.InputRefused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does the work of imports in the background, one at a time: each needs the whole machine. What a
 * process that ended left undone is begun anew.
 */
@Component
class ImportJobs implements SmartLifecycle {

    /** How long what was written can be taken back, and rows are kept. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final String PURPOSE = "import";

    private final Scopes scopes;
    private final ImportStore imports;
    private final KeptRows rows;
    private final VerdictStore verdicts;
    private final ImportPreview preview;
    private final ImportCommit commit;
    private final ImportFiles files;
    private final Progress progress;
    private final Clock clock;
    private @Nullable ScheduledExecutorService worker;

    ImportJobs(
            Scopes scopes,
            ImportStore imports,
            KeptRows rows,
            VerdictStore verdicts,
            ImportPreview preview,
            ImportCommit commit,
            ImportFiles files,
            Progress progress,
            Clock clock) {
        this.scopes = scopes;
        this.imports = imports;
        this.rows = rows;
        this.verdicts = verdicts;
        this.preview = preview;
        this.commit = commit;
        this.files = files;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("imports").daemon().factory());
        worker = started;
        started.execute(this::resume);
        var _ = started.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
    }

    @Override
    public synchronized void stop() {
        var running = worker;
        if (running != null) {
            running.shutdownNow();
        }
        worker = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    /** Goes on with an import as soon as there is time. */
    synchronized void goOn(UUID id) {
        if (worker != null) {
            worker.execute(() -> work(id));
        }
    }

    private void resume() {
        try {
            var left =
                    scopes.system(
                            PURPOSE,
                            _ -> {
                                var found = imports.atWork();
                                found.forEach(one -> imports.interrupted(one.id()));
                                return found;
                            });
            left.forEach(one -> work(one.id()));
        } catch (RuntimeException e) {
            LOG.error("Imports that were left at work cannot be gone on with", e);
        }
    }

    private void work(UUID id) {
        try {
            var one = scopes.system(PURPOSE, scope -> imports.get(scope, id).orElseThrow());
            switch (one.stands()) {
                case PREVIEWING -> preview(one);
                case COMMITTING -> commit(one);
                case UNDOING -> undo(one);
                default -> LOG.info("Import {} is at rest", id);
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "Import {} cannot be gone on with; it is begun anew at the next start", id, e);
        } finally {
            progress.rests(id);
        }
    }

    private void preview(RosterImport one) {
        try {
            preview.run(one);
        } catch (FileRefused refused) {
            reject(one, refused);
        } catch (RightEnded ended) {
            reject(one, ended(ended, "文件没有核对完，已经删除；请由有权限的人重新上传"));
        } catch (RuntimeException e) {
            leaveIfEnding(e);
            LOG.error("Import {} cannot be read", one.id(), e);
            reject(one, new FileRefused("unreadable", "读取这个文件时出错，请另存为 .xlsx 后重新上传"));
        }
    }

    /** The file goes last: as long as the case is at work, it may have to be read again. */
    private void reject(RosterImport one, FileRefused refused) {
        move(one, State.REJECTED, refused);
        scopes.system(
                PURPOSE,
                scope -> {
                    rows.forget(one.id());
                    return scope;
                });
        files.forget(one.id());
    }

    /** A house that is being closed breaks its own work off: the next one begins it anew. */
    private void leaveIfEnding(RuntimeException broken) {
        if (!isRunning()) {
            throw broken;
        }
    }

    private void commit(RosterImport one) {
        try {
            commit.commit(one);
        } catch (RuntimeException e) {
            leaveIfEnding(e);
            move(one, State.PREVIEWED, fault(one, e, "没有写入任何内容", "请由有权限的人重新上传"));
        }
    }

    private void undo(RosterImport one) {
        try {
            commit.undo(one);
        } catch (Abandoned abandoned) {
            scopes.system(
                    PURPOSE,
                    scope -> {
                        verdicts.left(one.id(), abandoned.left());
                        imports.count(one.id());
                        return scope;
                    });
            var left = abandoned.left().size();
            move(
                    one,
                    State.COMMITTED,
                    new FileRefused("changed-since", "有 " + left + " 行导入后又有变化，没有撤销任何内容，请看清单后再决定"));
        } catch (RuntimeException e) {
            leaveIfEnding(e);
            move(one, State.COMMITTED, fault(one, e, "没有撤销任何内容", "请由有权限的人逐条更正"));
        }
    }

    /** Why nothing came of it: told to people if it is theirs to mend. */
    private static FileRefused fault(
            RosterImport one, RuntimeException e, String nothing, String instead) {
        if (e instanceof InputRefused || e instanceof RuleRefused) {
            return new FileRefused("refused", nothing + "：" + e.getMessage());
        }
        if (e instanceof RightEnded ended) {
            return ended(ended, nothing + "；" + instead);
        }
        LOG.error("Import {} failed", one.id(), e);
        return new FileRefused("failed", "服务出错，" + nothing + "，可以重新提交；仍不成功请联系管理员");
    }

    private static FileRefused ended(RightEnded ended, String what) {
        return new FileRefused("right-ended", ended.getMessage() + "，" + what);
    }

    private void move(RosterImport one, State to, FileRefused fault) {
        scopes.system(
                PURPOSE,
                scope -> {
                    imports.move(one.id(), to, null, fault, clock.instant());
                    return scope;
                });
    }

    /** Rows that nothing more can be done with are forgotten; the case and the journal stay. */
    void tidy() {
        try {
            scopes.system(PURPOSE, _ -> forget(clock.instant().minus(KEPT)));
        } catch (RuntimeException e) {
            LOG.error("Rows of old imports cannot be forgotten", e);
        }
    }

    /** In the caller's transaction. */
    int forget(Instant before) {
        var stale = imports.stale(before);
        for (var one : stale) {
            rows.forget(one.id());
            files.forget(one.id());
            if (one.stands() == State.PREVIEWED || one.stands() == State.REJECTED) {
                imports.move(one.id(), State.DISCARDED, null, null, clock.instant());
            }
        }
        return stale.size();
    }
}
