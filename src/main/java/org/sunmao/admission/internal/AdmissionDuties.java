package org.sunmao.admission.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sunmao.duty.Occasions;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.util.List;
import java.util.function.Function;

/** What the rules of admission demand of branches and committees by when. */
@Configuration(proxyBeanMethods = false)
class AdmissionDuties {

    private final Courses courses;

    AdmissionDuties(Courses courses) {
        this.courses = courses;
    }

    private Occasions branch(String name, Function<Course, List<Spell>> spells) {
        return new AdmissionOccasions(name, false, spells, courses);
    }

    private Occasions committee(String name, Function<Course, List<Spell>> spells) {
        return new AdmissionOccasions(name, true, spells, courses);
    }

    @Bean
    Occasions admissionTalk() {
        return branch("admission-talk", Spells::talk);
    }

    @Bean
    Occasions activistAssessment() {
        return branch("activist-assessment", Spells::assessments);
    }

    @Bean
    Occasions admissionApproval(Rulebook rulebook) {
        return committee(
                "admission-approval",
                course -> {
                    var rule = rule(rulebook, Rules.APPROVED_IN_TIME, course);
                    return Spells.approval(
                            course, rule.figure("months"), rule.figure("specialMonths"));
                });
    }

    @Bean
    Occasions admissionOath() {
        return branch("admission-oath", Spells::oath);
    }

    @Bean
    Occasions probationAssessment() {
        return branch("probation-assessment", Spells::probation);
    }

    @Bean
    Occasions conversionVote(Rulebook rulebook) {
        return branch(
                "conversion-vote",
                course ->
                        Spells.conversion(
                                course,
                                rule(rulebook, Rules.PROBATION, course).figure("years"),
                                rule(rulebook, Rules.POSTPONED, course).figure("months")));
    }

    @Bean
    Occasions conversionApproval() {
        return committee("conversion-approval", Spells::conversionApproval);
    }

    private static Rule rule(Rulebook rulebook, RuleId rule, Course course) {
        var day = course.done().isEmpty() ? course.applied() : course.done().getLast().on();
        return rulebook.rule(rule, day, course.organization());
    }
}
