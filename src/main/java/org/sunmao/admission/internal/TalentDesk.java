package org.sunmao.admission.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.Admission.Entered;
import org.sunmao.admission.internal.Talent.Gone;
import org.sunmao.admission.internal.Talent.Person;
import org.sunmao.admission.internal.TalentReader.Said;
import org.sunmao.journal.Look;
import org.sunmao.journal.Readings;
import org.sunmao.organization.People;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Stale;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The young talent pool (R-CD-03): listing people with their agreement, and letting them go. */
@Service
class TalentDesk {

    private static final Look LOOK = Look.of(Look.Kind.VIEW, Look.Level.S2).of("青年人才库");

    private final Scopes scopes;
    private final Receipts receipts;
    private final TalentStore store;
    private final TalentReader reader;
    private final TalentRules rules;
    private final TalentViews views;
    private final TalentJournal journal;
    private final Committees committees;
    private final Actors actors;
    private final People people;
    private final Readings readings;
    private final Clock clock;

    TalentDesk(
            Scopes scopes,
            Receipts receipts,
            TalentStore store,
            TalentReader reader,
            TalentRules rules,
            TalentViews views,
            TalentJournal journal,
            Committees committees,
            Actors actors,
            People people,
            Readings readings,
            Clock clock) {
        this.scopes = scopes;
        this.receipts = receipts;
        this.store = store;
        this.reader = reader;
        this.rules = rules;
        this.views = views;
        this.journal = journal;
        this.committees = committees;
        this.actors = actors;
        this.people = people;
        this.readings = readings;
        this.clock = clock;
    }

    /** Whoever looks is told to that person, should they ever have an account (PRV-05). */
    TalentView get(SignedIn who, UUID id) {
        record Seen(TalentView view, UUID person) {}
        var seen =
                scopes.read(
                        who,
                        scope -> {
                            var talent = store.get(scope, id).orElseThrow(NotFound::new);
                            return new Seen(views.of(who, scope, talent), talent.whose());
                        });
        readings.each(who.reader(), LOOK, List.of(seen.person()));
        return seen.view();
    }

    /** Lists somebody; under a key that was used before, shows who was listed then. */
    TalentView add(SignedIn who, TalentWish sent, @Nullable UUID key) {
        return scopes.write(
                who,
                scope -> {
                    var id = receipts.once(who, "talent", key, () -> add(who, scope, sent));
                    return view(who, scope, id);
                });
    }

    private UUID add(SignedIn who, Scope scope, TalentWish sent) {
        var organization = sent.organization();
        if (organization == null || !actors.within(scope, organization)) {
            throw new InputRefused("organization", "请选择您管理范围内的党支部");
        }
        var line = committees.of(organization, scope.day());
        if (!AdmissionDesk.BRANCHES.contains(line.kind())) {
            throw new InputRefused("organization", "请选择这个人居住或者工作地方的党支部");
        }
        rules.refuseUnlessLed(who, line, scope.day());
        var said = reader.read(sent.facts(), scope.day());
        rules.refuseUnlessYoung(said.person().bornOn(), said.listedOn(), organization);
        refuseMembers(scope, organization, said.person());
        var id = UuidCreator.getTimeOrderedEpoch();
        var begun = store.openCase(organization, said.person()).orElse(null);
        var by = new Entered(who.account(), who.name(), clock.instant());
        store.add(id, organization, said, begun, by);
        journal.listed(scope, store.get(scope, id).orElseThrow());
        return id;
    }

    private void refuseMembers(Scope scope, UUID organization, Person person) {
        var same =
                people
                        .byName(scope, List.of(person.name()))
                        .getOrDefault(person.name(), List.of())
                        .stream()
                        .anyMatch(
                                one ->
                                        one.organization().equals(organization)
                                                && one.bornOn().equals(person.bornOn()));
        if (same) {
            throw new InputRefused("name", "这个党支部的党员名册里有同名、同一天出生的人，请核对");
        }
    }

    /** Puts right what is kept; what was known stays where nothing else is said. */
    TalentView change(SignedIn who, UUID id, int version, TalentFacts sent) {
        return scopes.write(
                who,
                scope -> {
                    var was = written(who, scope, id);
                    if (was.version() != version) {
                        throw new Stale("您打开之后，别人改过，请看现在的内容再改", views.of(who, scope, was));
                    }
                    if (was.gone() != null) {
                        throw new InputRefused("name", "这个人已经离库，不能再改");
                    }
                    var line = committees.of(was.organization(), scope.day());
                    rules.refuseUnlessLed(who, line, scope.day());
                    var said = keeping(reader.read(sent, scope.day()), sent, was);
                    judge(was, said);
                    store.change(id, said);
                    journal.changed(scope, was, changed(was, said));
                    return view(who, scope, id);
                });
    }

    private void judge(Talent was, Said said) {
        var born = said.person().bornOn();
        if (!born.equals(was.person().bornOn()) || !said.listedOn().equals(was.listedOn())) {
            rules.refuseUnlessYoung(born, said.listedOn(), was.organization());
        }
    }

    /** Behind a mask a number is not sent again; an empty one takes it off. */
    private static Said keeping(Said said, TalentFacts sent, Talent was) {
        var person = said.person();
        var mobile = sent.mobile() == null ? was.person().mobile() : person.mobile();
        return new Said(
                new Person(
                        person.name(), person.sex(), person.bornOn(), person.education(), mobile),
                said.work(),
                said.recommendedBy(),
                said.agreedOn(),
                sent.listedOn() == null ? was.listedOn() : said.listedOn());
    }

    private static List<String> changed(Talent was, Said said) {
        var before = was.person();
        var now = said.person();
        var fields = new ArrayList<String>();
        note(fields, "name", before.name(), now.name());
        note(fields, "sex", before.sex(), now.sex());
        note(fields, "bornOn", before.bornOn(), now.bornOn());
        note(fields, "education", before.education(), now.education());
        note(fields, "mobile", before.mobile(), now.mobile());
        note(fields, "work", was.work(), said.work());
        note(fields, "recommendedBy", was.recommendedBy(), said.recommendedBy());
        note(fields, "agreedOn", was.agreedOn(), said.agreedOn());
        note(fields, "listedOn", was.listedOn(), said.listedOn());
        return fields;
    }

    private static void note(
            List<String> fields, String field, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            fields.add(field);
        }
    }

    /**
     * Takes somebody off the list. At their own word nothing is kept of them, also of one who left
     * before; nobody need be above the branch to hear it.
     */
    void leave(SignedIn who, UUID id, @Nullable String on, @Nullable String reason) {
        scopes.write(
                who,
                scope -> {
                    var was = written(who, scope, id);
                    var why = TalentLeave.find(reason);
                    if (why == null) {
                        throw new InputRefused("reason", "请选择离库的原因");
                    }
                    var gone = new Gone(AdmissionDesk.day(on, "on", scope.day()), why);
                    if (why == TalentLeave.WITHDREW) {
                        store.erase(id);
                    } else {
                        leave(who, scope, was, gone);
                    }
                    journal.left(scope, was, gone);
                    return true;
                });
    }

    private void leave(SignedIn who, Scope scope, Talent was, Gone gone) {
        if (was.gone() != null) {
            throw new Stale("这个人已经离库，可能别人刚刚办过", views.of(who, scope, was));
        }
        if (gone.on().isBefore(was.listedOn())) {
            throw new InputRefused("on", "早于列入的日期（" + was.listedOn() + "），请核对");
        }
        store.leave(was.id(), gone);
    }

    private Talent written(SignedIn who, Scope scope, UUID id) {
        return store.lock(scope, id)
                .filter(one -> actors.writes(who, scope, one.organization()))
                .orElseThrow(NotFound::new);
    }

    private TalentView view(SignedIn who, Scope scope, UUID id) {
        return views.of(who, scope, store.get(scope, id).orElseThrow(NotFound::new));
    }
}
