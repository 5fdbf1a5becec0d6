package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.internal.AppraisalOrders.MeasureDone;
import org.sunmao.meeting.internal.AppraisalOrders.MeasuresOrder;
import org.sunmao.meeting.internal.AppraisalStore.Done;
import org.sunmao.meeting.internal.AppraisalStore.Promise;
import org.sunmao.organization.Relations;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What a life meeting or an appraisal promised to mend, and what became of it (R-LF-10, R-LF-12).
 */
@Service
class Measures {

    private static final int MOST = 100;
    private static final Set<MeetingType> PROMISING =
            Set.of(MeetingType.LIFE_MEETING, MeetingType.APPRAISAL);

    private final Scopes scopes;
    private final Receipts receipts;
    private final MeetingStore meetings;
    private final MeetingViews views;
    private final MeetingRules rules;
    private final MeetingJournal journal;
    private final AppraisalStore store;
    private final Relations relations;

    Measures(
            Scopes scopes,
            Receipts receipts,
            MeetingStore meetings,
            MeetingViews views,
            MeetingRules rules,
            MeetingJournal journal,
            AppraisalStore store,
            Relations relations) {
        this.scopes = scopes;
        this.receipts = receipts;
        this.meetings = meetings;
        this.views = views;
        this.rules = rules;
        this.journal = journal;
        this.store = store;
        this.relations = relations;
    }

    MeetingView add(SignedIn who, UUID id, MeasuresOrder order, @Nullable UUID key) {
        return scopes.write(
                who,
                scope -> {
                    var meeting = promising(scope, locked(scope, id));
                    var sent = AppraisalReader.measures(order, meeting.when().on());
                    receipts.once(who, "measure", key, () -> add(scope, meeting, sent).getFirst());
                    return views.get(who, scope, id);
                });
    }

    /** Adds what was promised; the ids, in the same order. */
    List<UUID> add(Scope scope, UUID id, MeasuresOrder order) {
        var meeting = promising(scope, locked(scope, id));
        return add(scope, meeting, AppraisalReader.measures(order, meeting.when().on()));
    }

    private List<UUID> add(Scope scope, Meeting meeting, List<Promise> sent) {
        if (store.measures(meeting.id()) + sent.size() > MOST) {
            throw new InputRefused("measures", "一次会议最多 " + MOST + " 条整改措施，请合并");
        }
        var people = sent.stream().map(Promise::member).filter(Objects::nonNull).toList();
        var known = people.isEmpty() ? Set.of() : relations.names(people).keySet();
        for (var at = 0; at < sent.size(); at++) {
            var member = sent.get(at).member();
            if (member != null && !known.contains(member)) {
                throw new InputRefused("measures/" + at + "/member", "没有这名党员，请重新选择");
            }
        }
        var says = sent.stream().map(Promise::says).toList();
        var rule = MeetingProcess.MEASURES;
        journal.noted(scope, meeting, "measure", rule, Map.of("measures", says));
        return store.add(meeting.id(), sent);
    }

    private Meeting locked(Scope scope, UUID id) {
        return meetings.lock(scope, List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
    }

    private Meeting promising(Scope scope, Meeting meeting) {
        if (!PROMISING.contains(meeting.type())) {
            throw refused(scope, meeting, "整改措施记在组织生活会或者民主评议里");
        }
        if (!meeting.state().held() || meeting.state() instanceof MeetingState.Archived) {
            throw refused(scope, meeting, meeting.state().held() ? "已经归档，不能再改" : "还没有开会，开完以后再填");
        }
        return meeting;
    }

    private RuntimeException refused(Scope scope, Meeting meeting, String says) {
        return rules.refused(MeetingProcess.MEASURES, scope.day(), meeting.organization(), says);
    }

    /** Follow-up: when it was done, and how. */
    MeetingView done(SignedIn who, UUID id, UUID measure, MeasureDone order) {
        return scopes.write(
                who,
                scope -> {
                    done(scope, id, Map.of(measure, order));
                    return views.get(who, scope, id);
                });
    }

    /** Of some of a meeting, when and how each was done. */
    void done(Scope scope, UUID id, Map<UUID, MeasureDone> orders) {
        var locked = locked(scope, id);
        var measures = store.measures(id, orders.keySet());
        if (measures.size() < orders.size()) {
            throw new NotFound();
        }
        var meeting = promising(scope, locked);
        var done = new LinkedHashMap<UUID, Done>();
        var told = new ArrayList<Map<String, Object>>();
        for (var stands : measures) {
            var order = Objects.requireNonNull(orders.get(stands.id()));
            var sent = AppraisalReader.done(order, meeting.when().on(), scope.day());
            if (stands.done() != null && !stands.done().equals(sent)) {
                throw refused(
                        scope,
                        meeting,
                        "第 %d 条已于 %s 办结".formatted(stands.number(), stands.done().on()));
            }
            if (stands.done() == null) {
                done.put(stands.id(), sent);
                told.add(told(stands.number(), sent));
            }
        }
        store.done(done);
        journal.noted(scope, meeting, "measure", MeetingProcess.MEASURES, told);
    }

    private static Map<String, Object> told(int number, Done done) {
        return Map.of("number", number, "doneOn", done.on().toString(), "says", done.says());
    }
}
