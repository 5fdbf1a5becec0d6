package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Accounts;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.organization.Posts;
import org.sunmao.register.Change;
import org.sunmao.register.ChangedSince;
import org.sunmao.register.Editing;
import org.sunmao.register.Roster.Left;
import org.sunmao.register.Roster.Written;
import org.sunmao.register.TimelineText;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes back what an import of members wrote. */
@Repository
class MemberUndo {

    private static final String UNDO = "member.undo";
    private static final String LOCK =
            """
            select m.id, m.version, f.organization from member.member m
            join member.profile f on f.id = m.id and f.valid_to = 'infinity'
            where m.id = any (:ids) and f.organization in (
                select p.id from organization.place_published p
                where p.path >= :lo and p.path < :hi and p.valid_to = 'infinity')
            order by m.id for update of m
            """;
    private static final String FORGET_TERMS = "delete from member.term where member = any (:ids)";
    private static final String FORGET_PROFILES =
            "delete from member.profile where id = any (:ids)";
    private static final String FORGET = "delete from member.member where id = any (:ids)";
    private static final int PIECE = 1000;

    private record Standing(UUID id, int version, UUID organization) {}

    private final JdbcClient jdbc;
    private final MemberLives lives;
    private final Posts posts;
    private final Accounts accounts;
    private final ChangedSince changed;
    private final Journal journal;
    private final JsonMapper json;

    MemberUndo(
            JdbcClient jdbc,
            MemberLives lives,
            Posts posts,
            Accounts accounts,
            ChangedSince changed,
            Journal journal,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.lives = lives;
        this.posts = posts;
        this.accounts = accounts;
        this.changed = changed;
        this.journal = journal;
        this.json = json;
    }

    List<Left> undo(Scope scope, List<Written> written) {
        var left = new ArrayList<Left>();
        for (var i = 0; i < written.size(); i += PIECE) {
            undo(scope, written.subList(i, Math.min(i + PIECE, written.size())), left);
        }
        return left;
    }

    private void undo(Scope scope, List<Written> piece, List<Left> left) {
        var ids = piece.stream().map(Written::subject).toList();
        var standing = lock(scope, ids);
        var posted = posts.holders(ids);
        var owners = accounts.members(ids);
        var made = new ArrayList<Standing>();
        for (var row : piece) {
            var stands = standing.get(row.subject());
            var says = says(row, stands, posted, owners);
            if (stands == null || says != null) {
                left.add(new Left(row.row(), says == null ? "这名党员已不在您的管理范围内" : says));
            } else if (row.before() == null) {
                made.add(stands);
            } else {
                restore(scope, stands, row.before());
            }
        }
        forget(scope, made);
    }

    private Map<UUID, Standing> lock(Scope scope, List<UUID> ids) {
        var standing = new HashMap<UUID, Standing>();
        jdbc.sql(LOCK)
                .param("ids", ids.toArray(UUID[]::new))
                .param("lo", scope.subtree().lo())
                .param("hi", scope.subtree().hi())
                .query(Standing.class)
                .list()
                .forEach(one -> standing.put(one.id(), one));
        return standing;
    }

    /** Why the row is left; null if it can be taken back. */
    private @Nullable String says(
            Written row, @Nullable Standing stands, Set<UUID> posted, Set<UUID> owners) {
        if (stands == null) {
            return "这名党员已不在您的管理范围内";
        }
        if (stands.version() != row.version()) {
            return changed.told(row.subject());
        }
        if (row.before() == null && posted.contains(row.subject())) {
            return "导入以后登记了这名党员的任职，保持现在的样子";
        }
        if (row.before() == null && owners.contains(row.subject())) {
            return "导入以后为这名党员开通了账号，保持现在的样子";
        }
        return null;
    }

    private void restore(Scope scope, Standing stands, String text) {
        var id = stands.id();
        var now = lives.load(id);
        var before = new TimelineText(json, MemberLives.fields()).read(text);
        lives.save(id, now, before);
        var act =
                Editing.act(
                        "member",
                        MemberLives.organization(before),
                        id,
                        new Change(Map.of(), scope.day(), false),
                        now,
                        before);
        journal.append(
                scope.actor(),
                new Act(
                        act.organization(),
                        UNDO,
                        act.subjectKind(),
                        id,
                        scope.day(),
                        List.of(),
                        act.values()));
    }

    private void forget(Scope scope, List<Standing> made) {
        if (made.isEmpty()) {
            return;
        }
        var ids = made.stream().map(Standing::id).toArray(UUID[]::new);
        jdbc.sql(FORGET_TERMS).param("ids", ids).update();
        jdbc.sql(FORGET_PROFILES).param("ids", ids).update();
        jdbc.sql(FORGET).param("ids", ids).update();
        journal.append(
                scope.actor(),
                made.stream()
                        .map(
                                one ->
                                        new Act(
                                                one.organization(),
                                                UNDO,
                                                "member",
                                                one.id(),
                                                scope.day(),
                                                List.of(),
                                                Map.of()))
                        .toList());
    }
}
