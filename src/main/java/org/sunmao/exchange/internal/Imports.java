package org.sunmao.exchange.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.exchange.internal.ImportPages.ImportItem;
import org.sunmao.exchange.internal.RosterImport.State;
import org.sunmao.register.Words;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;

/** Imports as cases: taking files in, and moving each on its way. */
@Service
class Imports {

    private static final int LONGEST_NAME = 200;
    private static final UUID LAST = new UUID(-1, -1);
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Scopes scopes;
    private final Rosters rosters;
    private final ImportStore imports;
    private final ImportPages pages;
    private final KeptRows rows;
    private final ImportFiles files;
    private final ImportJobs jobs;
    private final Clock clock;

    Imports(
            Scopes scopes,
            Rosters rosters,
            ImportStore imports,
            ImportPages pages,
            KeptRows rows,
            ImportFiles files,
            ImportJobs jobs,
            Clock clock) {
        this.scopes = scopes;
        this.rosters = rosters;
        this.imports = imports;
        this.pages = pages;
        this.rows = rows;
        this.files = files;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Takes the bytes in; they are nobody's until {@link #begin} makes a case of them. */
    long receive(UUID id, InputStream content) {
        try {
            return files.receive(id, content);
        } catch (FileRefused refused) {
            throw new InputRefused("file", refused.says());
        }
    }

    void forget(UUID id) {
        files.forget(id);
    }

    static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    ImportView begin(SignedIn who, UUID id, String kind, String fileName, long size) {
        rosters.of(kind);
        var organization = who.organization();
        if (organization == null) {
            throw new NotFound();
        }
        var view =
                scopes.write(
                        who,
                        scope -> {
                            var file = new ImportStore.Sent(kind, name(fileName), size);
                            imports.add(who, organization, id, file, clock.instant());
                            return pages.view(imports.get(scope, id).orElseThrow());
                        });
        jobs.goOn(id);
        return view;
    }

    /** Without the folders that some browsers send, and not longer than can be kept. */
    private static String name(String fileName) {
        var plain = Words.clean(fileName.replaceAll(".*[/\\\\]", ""));
        if (plain.isEmpty()) {
            return "名册";
        }
        var length = plain.codePointCount(0, plain.length());
        return length <= LONGEST_NAME
                ? plain
                : plain.substring(plain.offsetByCodePoints(0, length - LONGEST_NAME));
    }

    Page<ImportItem> list(SignedIn who, @Nullable String after, int limit) {
        var key = PageKey.read(after, 2);
        var at = key == null ? NEVER : PageKey.instant(key.getFirst());
        var id = key == null ? LAST : PageKey.uuid(key.getLast());
        var found = scopes.read(who, scope -> imports.list(scope, at, id, limit + 1));
        var page =
                Page.of(
                        found,
                        limit,
                        one -> List.of(one.begunAt().toString(), one.id().toString()));
        return new Page<>(page.items().stream().map(pages::item).toList(), page.next());
    }

    ImportView get(SignedIn who, UUID id) {
        return scopes.read(who, scope -> pages.view(find(scope, id)));
    }

    /** The case; outside the scope, or discarded, it is not there. */
    RosterImport find(Scope scope, UUID id) {
        return imports.get(scope, id)
                .filter(one -> one.stands() != State.DISCARDED)
                .orElseThrow(NotFound::new);
    }

    /**
     * Begins to write the rows that may stand.
     *
     * @param warnings {@code accept} to write rows with warnings nobody confirmed, too; {@code
     *     leave} to leave them out
     */
    ImportView commit(SignedIn who, UUID id, @Nullable String warnings) {
        var asked = one(warnings, "accept", List.of("accept", "leave"), "/warnings");
        return move(
                who,
                id,
                (_, one) ->
                        switch (one.stands()) {
                            case PREVIEWED -> {
                                imports.move(id, State.COMMITTING, asked, null, clock.instant());
                                yield true;
                            }
                            case COMMITTING, COMMITTED -> false;
                            default -> throw stands(one, "提交");
                        });
    }

    /**
     * Begins to take back what was written.
     *
     * @param changed what to do if rows were changed since: {@code leave} them as they are, or
     *     {@code abandon} the whole
     */
    ImportView undo(SignedIn who, UUID id, @Nullable String changed) {
        var asked = one(changed, "leave", List.of("leave", "abandon"), "/changed");
        return move(
                who,
                id,
                (_, one) ->
                        switch (one.stands()) {
                            case COMMITTED -> {
                                refuseLate(one);
                                imports.move(id, State.UNDOING, asked, null, clock.instant());
                                yield true;
                            }
                            case UNDOING, UNDONE -> false;
                            default -> throw stands(one, "撤销");
                        });
    }

    private void refuseLate(RosterImport one) {
        var committed = Objects.requireNonNull(one.committedAt());
        if (clock.instant().isAfter(committed.plus(ImportJobs.KEPT))) {
            throw new InputRefused("/state", "导入已超过 7 天，不能整批撤销，请逐条更正");
        }
    }

    /** Nothing will come of it: what was not committed is forgotten. */
    void discard(SignedIn who, UUID id) {
        move(
                who,
                id,
                (_, one) -> {
                    if (one.stands() != State.PREVIEWED && one.stands() != State.REJECTED) {
                        throw stands(one, "放弃");
                    }
                    imports.move(id, State.DISCARDED, null, null, clock.instant());
                    rows.forget(id);
                    return false;
                });
        files.forget(id);
    }

    /**
     * Does something to a case that nobody else moves meanwhile.
     *
     * @param work tells whether there is work to go on with
     */
    ImportView move(SignedIn who, UUID id, BiFunction<Scope, RosterImport, Boolean> work) {
        var goOn = new boolean[1];
        var view =
                scopes.write(
                        who,
                        scope -> {
                            var one = imports.lock(scope, id).orElseThrow(NotFound::new);
                            if (one.stands() == State.DISCARDED) {
                                throw new NotFound();
                            }
                            goOn[0] = work.apply(scope, one);
                            return pages.view(imports.get(scope, id).orElseThrow());
                        });
        if (goOn[0]) {
            jobs.goOn(id);
        }
        return view;
    }

    static InputRefused stands(RosterImport one, String what) {
        var now =
                switch (one.stands()) {
                    case PREVIEWING -> "文件还在核对";
                    case PREVIEWED -> "还没有提交";
                    case COMMITTING -> "正在写入";
                    case COMMITTED -> "已经写入";
                    case UNDOING -> "正在撤销";
                    case UNDONE -> "已经撤销";
                    case REJECTED -> "文件没有被接受";
                    case DISCARDED -> "已经放弃";
                };
        return new InputRefused("/state", now + "，不能" + what);
    }

    private static String one(
            @Nullable String said, String usual, List<String> possible, String pointer) {
        if (said == null) {
            return usual;
        }
        if (!possible.contains(said)) {
            throw new InputRefused(pointer, "请填 " + String.join(" 或 ", possible));
        }
        return said;
    }
}
