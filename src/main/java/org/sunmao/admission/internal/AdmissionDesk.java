package org.sunmao.admission.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Receipts;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.Admission.Entered;
import org.sunmao.admission.internal.Admission.Kind;
import org.sunmao.admission.internal.Admission.Whose;
import org.sunmao.admission.internal.Facts.Power;
import org.sunmao.admission.internal.Taken.By;
import org.sunmao.admission.internal.Verdict.Allowed;
import org.sunmao.admission.internal.Verdict.Refused;
import org.sunmao.journal.Look;
import org.sunmao.journal.Readings;
import org.sunmao.organization.People;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;
import org.sunmao.web.Stale;
import org.sunmao.web.Stale.Standing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Beginning a way into the Party, and looking at it. */
@Service
class AdmissionDesk {

    private static final int REASON = 300;
    private static final Look LOOK = Look.of(Look.Kind.VIEW, Look.Level.S2).of("入党手续");
    static final Set<String> BRANCHES = Set.of("branch", "joint", "temporary", "floating");

    private final Scopes scopes;
    private final Receipts receipts;
    private final AdmissionStore store;
    private final StepStore steps;
    private final AdmissionViews views;
    private final AdmissionJournal journal;
    private final WhoseReader reader;
    private final Forms forms;
    private final Judging judging;
    private final Committees committees;
    private final Actors actors;
    private final People people;
    private final EnteredProbationers entered;
    private final OutsideAdmissions outside;
    private final TalentApplications talents;
    private final Readings readings;
    private final Clock clock;

    AdmissionDesk(
            Scopes scopes,
            Receipts receipts,
            AdmissionStore store,
            StepStore steps,
            AdmissionViews views,
            AdmissionJournal journal,
            WhoseReader reader,
            Forms forms,
            Judging judging,
            Committees committees,
            Actors actors,
            People people,
            EnteredProbationers entered,
            OutsideAdmissions outside,
            TalentApplications talents,
            Readings readings,
            Clock clock) {
        this.scopes = scopes;
        this.receipts = receipts;
        this.store = store;
        this.steps = steps;
        this.views = views;
        this.journal = journal;
        this.reader = reader;
        this.forms = forms;
        this.judging = judging;
        this.committees = committees;
        this.actors = actors;
        this.people = people;
        this.entered = entered;
        this.outside = outside;
        this.talents = talents;
        this.readings = readings;
        this.clock = clock;
    }

    /** Whoever looks at another's way is told to that person (PRV-05). */
    AdmissionView get(SignedIn who, UUID id) {
        var view = scopes.read(who, scope -> views.get(who, scope, id));
        readings.each(who.reader(), LOOK, List.of(view.person()));
        return view;
    }

    /** Every way of whoever asks. */
    List<AdmissionView> own(SignedIn who) {
        var person = who.member();
        return person == null
                ? List.of()
                : scopes.read(
                        who,
                        scope ->
                                store.of(scope, person).stream()
                                        .map(one -> views.of(who, scope, one))
                                        .toList());
    }

    /** Begins one; under a key that was used before, shows what was begun then. */
    AdmissionView add(SignedIn who, AdmissionWish sent, @Nullable UUID key) {
        return scopes.write(
                who,
                scope -> {
                    var id = receipts.once(who, "admission", key, () -> add(who, scope, sent));
                    return views.get(who, scope, id);
                });
    }

    private UUID add(SignedIn who, Scope scope, AdmissionWish sent) {
        var organization = sent.organization();
        if (organization == null || !actors.within(scope, organization)) {
            throw new InputRefused("organization", "请选择您管理范围内的党支部");
        }
        var talent = talents.named(scope, sent.talent());
        var admission = begun(who, scope, organization, sent, talent);
        if (store.open(admission.person())) {
            throw new InputRefused("name", "这个人的入党手续正在办理，请在名单里打开");
        }
        store.add(admission);
        journal.applied(scope, admission);
        if (admission.kind() == Kind.NORMAL) {
            steps.add(admission.id(), first(who, admission, sent));
            talents.begun(scope, talent, admission);
        } else if (OutsideAdmissions.is(admission.kind())) {
            steps.add(admission.id(), OutsideAdmissions.decided(admission, sent, acts(who)));
        }
        return admission.id();
    }

    private Admission begun(
            SignedIn who,
            Scope scope,
            UUID organization,
            AdmissionWish sent,
            @Nullable Talent talent) {
        var kind = sent.kind() == null ? Kind.NORMAL.code() : sent.kind();
        if (talent != null && !kind.equals(Kind.NORMAL.code())) {
            throw new InputRefused("talent", "从青年人才库提出的，请登记入党申请");
        }
        return switch (kind) {
            case "normal" -> applied(who, scope, organization, sent, talent);
            case "entered" -> entered.begin(scope, sent, by(who));
            case "direct", "posthumous" -> outside.begin(who, scope, organization, sent, by(who));
            default -> throw new InputRefused("kind", "没有这种办理方式，请重新选择");
        };
    }

    private By acts(SignedIn who) {
        return new By(who.account(), who.behalf(), who.name(), clock.instant());
    }

    private Admission applied(
            SignedIn who,
            Scope scope,
            UUID organization,
            AdmissionWish sent,
            @Nullable Talent talent) {
        var read = reader.read(sent.whose());
        var whose = talent == null ? read : TalentApplications.told(talent, read);
        var on = day(sent.appliedOn(), "appliedOn", scope.day());
        var line = committees.of(organization, scope.day());
        if (line.kind().isEmpty() || !BRANCHES.contains(line.kind())) {
            throw new InputRefused("organization", "入党申请由党支部接收，请选择党支部");
        }
        var facts =
                new Facts(
                        judging.bounds(on, organization),
                        line.temporary(),
                        Power.APPROVES,
                        Set.of());
        var stage =
                switch (AdmissionProcess.apply(whose.bornOn(), on, facts)) {
                    case Allowed(var next, _) -> next;
                    case Refused(var rule, var says, _) ->
                            throw judging.refused(rule, says, on, organization, "appliedOn");
                };
        return new Admission(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                organization,
                person(scope, whose, talent),
                Kind.NORMAL,
                whose,
                on,
                stage,
                judging.waiting(stage, scope.day(), organization),
                judging.late(on, scope.day(), organization),
                by(who));
    }

    private Entered by(SignedIn who) {
        return new Entered(who.account(), who.name(), clock.instant());
    }

    /** Who asks a second time is the same person. */
    private UUID person(Scope scope, Whose whose, @Nullable Talent talent) {
        var number = whose.citizenNumber();
        if (number == null) {
            return TalentApplications.whose(talent);
        }
        if (!people.byNumber(scope, List.of(number)).isEmpty()) {
            throw new InputRefused("citizenNumber", "党员名册里已经有这个公民身份号码，请核对");
        }
        return store.person(number).orElseGet(() -> TalentApplications.whose(talent));
    }

    /** The application itself is the first step. */
    private Taken first(SignedIn who, Admission admission, AdmissionWish sent) {
        var told = forms.read(StepCode.APPLICATION, new Told(sent.fields()));
        var reason = reason(sent.reason());
        return new Taken(
                UuidCreator.getTimeOrderedEpoch(),
                StepCode.APPLICATION,
                admission.applied(),
                "{}",
                told,
                admission.stage().code(),
                admission.organization(),
                null,
                admission.late(),
                List.of(),
                reason,
                null,
                acts(who));
    }

    /** Puts right who it is, as long as the register does not know the person yet. */
    AdmissionView change(SignedIn who, UUID id, int version, WhoseWish sent) {
        return scopes.write(
                who,
                scope -> {
                    var was = store.lock(scope, id).orElseThrow(NotFound::new);
                    if (!actors.writes(who, scope, was.organization())) {
                        throw new NotFound();
                    }
                    if (registered(was.stage())) {
                        throw new InputRefused("name", "已经在党员名册里，请在党员名册里修改");
                    }
                    var said = reader.read(sent);
                    if (was.version() != version) {
                        throw overtaken(was, said, views.of(who, scope, was));
                    }
                    var number = said.citizenNumber();
                    if (number != null && !people.byNumber(scope, List.of(number)).isEmpty()) {
                        throw new InputRefused("citizenNumber", "党员名册里已经有这个公民身份号码，请核对");
                    }
                    var whose = said.keeping(was.whose());
                    store.change(id, whose);
                    journal.noted(
                            scope, was, was.organization(), "change", Map.of("name", whose.name()));
                    return views.get(who, scope, id);
                });
    }

    private Stale overtaken(Admission was, Whose said, AdmissionView view) {
        var conflicts = reader.conflicts(said, was.whose());
        return new Stale(new Standing(was.version(), view, conflicts, null, null));
    }

    private static boolean registered(Stage stage) {
        return Progress.done(stage).contains(StepCode.APPROVE);
    }

    static LocalDate day(@Nullable String sent, String pointer, LocalDate today) {
        var day = sent == null ? null : Told.parsed(sent.strip());
        if (day == null) {
            throw new InputRefused(pointer, "请按 2026-11-22 的样子填写日期");
        }
        if (day.isAfter(today)) {
            throw new InputRefused(pointer, "日期不能晚于今天（" + today + "）");
        }
        return day;
    }

    static @Nullable String reason(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        var reason = sent.strip();
        var length = reason.codePointCount(0, reason.length());
        if (length > REASON || reason.codePoints().anyMatch(Character::isISOControl)) {
            throw new InputRefused("reason", "原因最多 " + REASON + " 字，一行写完");
        }
        return Objects.requireNonNull(reason);
    }
}
