package org.sunmao.admission.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.AdmissionView.AdmissionPlace;
import org.sunmao.admission.internal.TalentView.TalentMay;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;

/** Young talents as they are shown, with what the one who looks may do. */
@Component
class TalentViews {

    private final Actors actors;
    private final Committees committees;
    private final TalentRules rules;
    private final AdmissionViews names;
    private final Codes codes;

    TalentViews(
            Actors actors,
            Committees committees,
            TalentRules rules,
            AdmissionViews names,
            Codes codes) {
        this.actors = actors;
        this.committees = committees;
        this.rules = rules;
        this.names = names;
        this.codes = codes;
    }

    TalentView of(SignedIn who, Scope scope, Talent it) {
        var person = it.person();
        var state = it.state();
        var way = it.way();
        var gone = it.gone();
        var education = person.education();
        var age = Talent.age(person.bornOn(), scope.day());
        return new TalentView(
                it.id(),
                it.version(),
                new AdmissionPlace(it.organization(), names.name(it.organization(), scope.day())),
                person.name(),
                person.sex(),
                codes.label(CodeTable.SEX, person.sex()),
                person.bornOn(),
                age,
                education,
                education == null ? null : codes.label(CodeTable.EDUCATION, education),
                AdmissionViews.masked(person.mobile()),
                it.work(),
                it.recommendedBy(),
                it.agreedOn(),
                it.listedOn(),
                state.code(),
                state.label(),
                gone == null && age > rules.ageMost(scope.day(), it.organization()),
                way == null || way.person() == null ? null : way.admission(),
                gone == null ? null : gone.on(),
                gone == null ? null : gone.reason().code(),
                gone == null ? null : gone.reason().label(),
                it.entered().name(),
                it.entered().at(),
                may(who, scope, it));
    }

    private TalentMay may(SignedIn who, Scope scope, Talent it) {
        var writes = actors.writes(who, scope, it.organization());
        var line = committees.of(it.organization(), scope.day());
        var listed = it.gone() == null;
        return new TalentMay(
                writes && listed && rules.leads(who, line, scope.day()),
                writes,
                writes && it.state() == TalentState.LISTED);
    }
}
