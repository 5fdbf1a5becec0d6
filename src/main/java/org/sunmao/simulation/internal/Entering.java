package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;
import org.sunmao.meeting.Meetings;
import org.sunmao.meeting.Meetings.Finding;
import org.sunmao.meeting.Meetings.Part;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.Recording;
import org.sunmao.meeting.YearWork;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** One transaction of {@link YearLoading}: what was held below one committee. */
final class Entering {

    private final Scope scope;
    private final Meetings meetings;
    private final YearWork work;
    private final PlayedStore store;
    private final Signing signing;
    private final List<Happening> happened;
    private final IdentityHashMap<Happening, UUID> ids = new IdentityHashMap<>();

    /** Of townships whose lectures were followed, by the day. */
    private final Map<UUID, Map<LocalDate, UUID>> lectures = new HashMap<>();

    Entering(
            Scope scope,
            Meetings meetings,
            YearWork work,
            PlayedStore store,
            Signing signing,
            Collection<Happening> happened) {
        this.scope = scope;
        this.meetings = meetings;
        this.work = work;
        this.store = store;
        this.signing = signing;
        this.happened =
                happened.stream()
                        .sorted(
                                Comparator.comparingInt((Happening one) -> one.unit().number())
                                        .thenComparing(one -> one.books().recordedOn()))
                        .toList();
    }

    void enter() {
        record(happened.stream().filter(one -> one.follows() == null).toList());
        offer();
        record(happened.stream().filter(one -> one.follows() != null).toList());
        sign(Part.RECORDER, one -> one.books().signedOn(), signing::recorder);
        sign(Part.CHAIR, one -> one.books().reviewedOn(), signing::chair);
        happened.forEach(this::callOff);
        check();
        happened.forEach(this::follow);
    }

    /** What came of it later is entered with it, each on its day. */
    private void follow(Happening one) {
        var sequel = one.sequel();
        if (!sequel.grades().isEmpty()) {
            work.grade(scope, id(one), sequel.grades());
        }
        if (sequel.toldOn() != null) {
            work.tell(scope, id(one), sequel.told(), sequel.toldOn());
        }
        if (!sequel.measures().isEmpty()) {
            work.promise(scope, id(one), sequel.measures());
        }
    }

    /** What a committee holds is for those below. */
    private void offer() {
        var offered = happened.stream().filter(one -> one.unit().isCommittee()).map(this::id);
        meetings.offer(scope, offered.toList());
    }

    private void record(List<Happening> some) {
        var entered = meetings.record(scope, some.stream().map(this::entry).toList());
        for (var i = 0; i < entered.size(); i++) {
            ids.put(some.get(i), entered.get(i));
        }
    }

    private NewMeeting entry(Happening one) {
        var meeting = one.meeting();
        return new NewMeeting(
                meeting.organization(),
                meeting.type(),
                meeting.form(),
                meeting.held(),
                meeting.when(),
                meeting.topic(),
                meeting.heads(),
                meeting.roll(),
                meeting.text(),
                meeting.votes(),
                followed(one.follows()),
                meeting.reason(),
                signing.recorder(meeting, one.books().recordedOn()));
    }

    private @Nullable UUID followed(@Nullable Happening lecture) {
        return lecture == null
                ? null
                : lectures.computeIfAbsent(lecture.unit().id(), store::lectures)
                        .get(lecture.meeting().when().on());
    }

    private interface By {

        Recording on(NewMeeting meeting, LocalDate day);
    }

    private void sign(Part part, Function<Happening, @Nullable LocalDate> signed, By by) {
        var signatures = new HashMap<UUID, Recording>();
        for (var one : happened) {
            var day = signed.apply(one);
            if (day != null) {
                signatures.put(id(one), by.on(one.meeting(), day));
            }
        }
        meetings.sign(scope, part, signatures);
    }

    private void callOff(Happening one) {
        var why = one.calledOff();
        if (why != null) {
            var day = one.meeting().when().on();
            meetings.cancel(scope, List.of(id(one)), why, signing.recorder(one.meeting(), day));
        }
    }

    /** A township looks at what it has on a day; what it sends back, one by one. */
    private void check() {
        var good = new TreeMap<LocalDate, List<UUID>>();
        for (var one : happened) {
            var day = one.books().checkedOn();
            var returned = one.books().returned();
            if (day != null && returned == null) {
                good.computeIfAbsent(day, _ -> new ArrayList<>()).add(id(one));
            } else if (day != null) {
                meetings.check(
                        scope,
                        List.of(id(one)),
                        new Finding(false, returned),
                        signing.township(day));
            }
        }
        good.forEach(
                (day, some) ->
                        meetings.check(
                                scope, some, new Finding(true, null), signing.township(day)));
    }

    private UUID id(Happening one) {
        return Objects.requireNonNull(ids.get(one));
    }
}
