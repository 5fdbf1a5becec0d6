package org.sunmao.member.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.member.internal.Correction.Accept;
import org.sunmao.member.internal.Correction.Answer;
import org.sunmao.member.internal.Correction.Asked;
import org.sunmao.member.internal.Correction.Finish;
import org.sunmao.member.internal.Correction.Refuse;
import org.sunmao.member.internal.Correction.Step;
import org.sunmao.member.internal.Correction.Withdraw;
import org.sunmao.member.internal.CorrectionReader.Request;
import org.sunmao.member.internal.CorrectionStore.Listed;
import org.sunmao.member.internal.CorrectionStore.Turn;
import org.sunmao.register.Change;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Members say what is wrong about them; whoever holds them answers in time (PRV-04). */
@Service
class Corrections {

    static final RuleId RIGHT = new RuleId("PRV-04");

    /** The purpose under which a member writes about themselves. */
    private static final String ASK = "ask";

    private final Scopes scopes;
    private final CorrectionStore store;
    private final CorrectionReader reader;
    private final CorrectionViews views;
    private final MemberStore members;
    private final Receipts receipts;
    private final Journal journal;
    private final Rulebook rulebook;
    private final Clock clock;

    Corrections(
            Scopes scopes,
            CorrectionStore store,
            CorrectionReader reader,
            CorrectionViews views,
            MemberStore members,
            Receipts receipts,
            Journal journal,
            Rulebook rulebook,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.reader = reader;
        this.views = views;
        this.members = members;
        this.receipts = receipts;
        this.journal = journal;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** How many wait for the asker, and how many of them too long. */
    record CorrectionsWaiting(long open, long overdue) {}

    CorrectionView ask(SignedIn who, Map<String, @Nullable Object> sent, @Nullable UUID key) {
        var member = own(who);
        var request = reader.read(sent);
        try {
            return scopes.write(
                    who,
                    scope -> {
                        var made =
                                receipts.once(
                                        who, "correction", key, () -> add(scope, member, request));
                        return views.whole(who, store.lockOwn(member, made).orElseThrow());
                    });
        } catch (DuplicateKeyException _) {
            throw new InputRefused("/field", "这一项已经申请更正，正在办理；要改申请，请先撤回再提出");
        }
    }

    private UUID add(Scope scope, UUID member, Request request) {
        scopes.about(member, ASK);
        var record = members.get(member, scope, member).orElseThrow(NotFound::new);
        var days = rulebook.rule(RIGHT, scope.day()).figure("answerDays");
        var asked =
                new Correction(
                        UuidCreator.getTimeOrderedEpoch(),
                        member,
                        record.name(),
                        record.organization(),
                        record.organizationName(),
                        request.field().name(),
                        MemberFields.OF_THE_COMMITTEE.contains(request.field()),
                        request.says(),
                        request.proposed(),
                        clock.instant(),
                        scope.day().plusDays(days),
                        new Asked());
        store.add(asked);
        record(scope, asked, "ask");
        return asked.id();
    }

    Page<CorrectionView> own(SignedIn who, @Nullable String after, int limit) {
        var member = own(who);
        return scopes.read(
                who,
                scope -> {
                    scopes.about(member, ASK);
                    var found = store.own(member, behind(after), limit + 1);
                    return page(found.stream().map(c -> views.brief(who, c)).toList(), limit);
                });
    }

    CorrectionView withdraw(SignedIn who, UUID id) {
        var member = own(who);
        return scopes.write(
                who,
                scope -> {
                    scopes.about(member, ASK);
                    var asked = store.lockOwn(member, id).orElseThrow(NotFound::new);
                    take(scope, asked, new Withdraw(clock.instant()), "withdraw");
                    return views.whole(who, store.lockOwn(member, id).orElseThrow());
                });
    }

    Page<CorrectionView> list(
            SignedIn who, boolean all, boolean closed, @Nullable String after, int limit) {
        var listed = new Listed(all ? Turn.ALL : turn(who), closed, null);
        return scopes.read(
                who,
                scope -> {
                    var found = store.list(scope, listed, behind(after), limit + 1);
                    return page(found.stream().map(c -> views.brief(who, c)).toList(), limit);
                });
    }

    CorrectionsWaiting waiting(SignedIn who) {
        var listed = new Listed(turn(who), false, null);
        return scopes.read(
                who,
                scope -> {
                    var late = store.late(scope, listed);
                    return new CorrectionsWaiting(store.count(scope, listed), late);
                });
    }

    CorrectionView get(SignedIn who, UUID id) {
        return scopes.read(
                who, scope -> views.whole(who, store.get(scope, id).orElseThrow(NotFound::new)));
    }

    CorrectionView accept(SignedIn who, UUID id) {
        return answer(who, id, new Accept(answer(who)), "accept");
    }

    CorrectionView refuse(SignedIn who, UUID id, @Nullable String reason) {
        return answer(who, id, new Refuse(answer(who), CorrectionReader.reason(reason)), "refuse");
    }

    private CorrectionView answer(SignedIn who, UUID id, Step step, String verb) {
        return scopes.write(
                who,
                scope -> {
                    var asked = store.lock(scope, id).orElseThrow(NotFound::new);
                    views.refuseWhoMayNot(who, asked);
                    take(scope, asked, step, verb);
                    return views.whole(who, store.get(scope, id).orElseThrow());
                });
    }

    /** The record is being changed because of a request: it is closed with the change. */
    void finish(SignedIn who, Scope scope, UUID id, UUID member, Change change) {
        var asked = store.lock(scope, id).orElseThrow(NotFound::new);
        if (!asked.member().equals(member) || !change.values().containsKey(asked.field())) {
            throw new InputRefused("answering", "这次修改没有改动申请更正的那一项，请改好那一项再保存");
        }
        views.refuseWhoMayNot(who, asked);
        take(scope, asked, new Finish(answer(who)), "done");
    }

    private void take(Scope scope, Correction asked, Step step, String verb) {
        var after = Correction.after(asked.state(), step);
        if (after == null) {
            throw new RuleRefused(
                    rulebook.rule(RIGHT, scope.day()),
                    "这项申请" + CorrectionViews.word(asked.state()) + "，不能再办理；请刷新后查看");
        }
        if (!after.equals(asked.state())) {
            store.move(asked.id(), after);
            record(scope, asked, verb);
        }
    }

    private void record(Scope scope, Correction it, String verb) {
        journal.append(
                scope.actor(),
                new Act(
                        it.organization(),
                        "member.correction-" + verb,
                        "member",
                        it.member(),
                        scope.day(),
                        List.of(RIGHT.value()),
                        Map.of("correction", it.id().toString(), "field", it.field())));
    }

    private Answer answer(SignedIn who) {
        return new Answer(who.account(), clock.instant());
    }

    private static UUID own(SignedIn who) {
        var member = who.member();
        if (member == null) {
            throw new NotFound();
        }
        return member;
    }

    /** A secretary answers for the branch, all others for committees. */
    private static Turn turn(SignedIn who) {
        return who.role() == Role.SECRETARY ? Turn.BRANCH : Turn.COMMITTEE;
    }

    private static Page<CorrectionView> page(List<CorrectionView> views, int limit) {
        return Page.of(views, limit, view -> List.of(view.id().toString()));
    }

    private static @Nullable UUID behind(@Nullable String after) {
        var values = PageKey.read(after, 1);
        return values == null ? null : PageKey.uuid(values.getFirst());
    }
}
