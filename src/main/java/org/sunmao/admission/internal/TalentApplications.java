package org.sunmao.admission.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.admission.internal.Admission.Whose;
import org.sunmao.admission.internal.Talent.Person;
import org.sunmao.web.InputRefused;

import java.util.UUID;

/** An application that begins from the young talent pool: who applies is told once. */
@Component
class TalentApplications {

    private final TalentStore store;
    private final TalentJournal journal;

    TalentApplications(TalentStore store, TalentJournal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** Who of the pool is named; from then on nobody else begins an application from it. */
    @Nullable Talent named(Scope scope, @Nullable UUID id) {
        if (id == null) {
            return null;
        }
        var talent =
                store.lock(scope, id)
                        .filter(one -> one.gone() == null)
                        .orElseThrow(() -> new InputRefused("talent", "青年人才库里没有这个人，请刷新名单再选"));
        if (talent.state() != TalentState.LISTED) {
            throw new InputRefused("talent", "这个人已经申请入党，请在发展党员的名单里打开");
        }
        return talent;
    }

    /**
     * The person of the list applies, and nobody else; a number of theirs need not be told again.
     */
    static Whose told(Talent talent, Whose whose) {
        var known = talent.person();
        if (!known.same(person(whose))) {
            throw new InputRefused("name", "姓名、性别、出生日期与青年人才库里登记的不同，请核对；库里登记错的，先在库里更正");
        }
        return new Whose(
                whose.name(),
                whose.sex(),
                whose.nation(),
                whose.bornOn(),
                whose.citizenNumber(),
                whose.mobile() == null ? known.mobile() : whose.mobile(),
                whose.education() == null ? known.education() : whose.education(),
                whose.jobPost());
    }

    private static Person person(Whose whose) {
        return new Person(whose.name(), whose.sex(), whose.bornOn(), whose.education(), null);
    }

    /** The id of whoever applies: what was read of them before is told to them later. */
    static UUID whose(@Nullable Talent talent) {
        return talent == null ? UuidCreator.getTimeOrderedEpoch() : talent.whose();
    }

    /** The list follows the case; also where somebody applied without the list being opened. */
    void begun(Scope scope, @Nullable Talent named, Admission admission) {
        var whose = admission.whose();
        var talent =
                named == null
                        ? store.match(scope, admission.organization(), person(whose))
                                .filter(one -> one.state() == TalentState.LISTED)
                                .orElse(null)
                        : named;
        if (talent != null) {
            store.begun(talent.id(), admission.id(), whose.education());
            journal.applied(scope, talent, admission);
        }
    }
}
