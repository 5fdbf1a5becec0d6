package org.sunmao.duty.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.duty.Occasions;
import org.sunmao.duty.internal.Learning.Sought;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.util.List;

/** What is asked of members, officers, secretaries and newcomers (R-EDU-01 to R-EDU-04). */
@Configuration(proxyBeanMethods = false)
class LearningOccasions {

    private static final String TRAINING = "training";

    /** By the templates of meetings (R-LF-15): what members study at. */
    private static final List<String> STUDY = List.of("lecture", "theme-day", "group", TRAINING);

    private static final List<String> COURSES = List.of(TRAINING);

    private final JdbcClient jdbc;
    private final Rulebook rulebook;

    LearningOccasions(JdbcClient jdbc, Rulebook rulebook) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
    }

    @Bean
    Occasions memberHours() {
        return hours("member-hours", Learning.MEMBERS, LearningSql.MEMBERS);
    }

    @Bean
    Occasions officerHours() {
        return hours("officer-hours", Learning.OFFICERS, LearningSql.OFFICERS);
    }

    @Bean
    Occasions officerCourse() {
        var sought = courses(LearningSql.OFFICERS, LearningSql.ANYBODY);
        return learning("officer-course", Learning.OFFICERS, sought, true, "courses");
    }

    @Bean
    Occasions secretaryTraining() {
        var sought = courses(LearningSql.SECRETARIES, LearningSql.COUNTY);
        return learning("secretary-training", Learning.SECRETARIES, sought, true, "times");
    }

    /** How often they are trained in the beginning is not said: once. */
    @Bean
    Occasions newSecretaryTraining() {
        var sought = courses(LearningSql.NEW_SECRETARIES, LearningSql.COUNTY);
        var rule = Learning.SECRETARIES;
        return new Learning("new-secretary-training", rule, sought, false, _ -> 1, jdbc, rulebook);
    }

    @Bean
    Occasions probationTraining() {
        var sought = courses(LearningSql.PROBATIONERS, LearningSql.SUPERIOR);
        return learning("probation-training", Learning.NEWCOMERS, sought, false, "probation");
    }

    @Bean
    Occasions conversionTraining() {
        var sought = courses(LearningSql.CONVERTED, LearningSql.SUPERIOR);
        return learning("conversion-training", Learning.NEWCOMERS, sought, false, "conversion");
    }

    private Learning hours(String name, RuleId rule, String who) {
        var sought = new Sought(who, STUDY, LearningSql.MINUTES, LearningSql.ANYBODY);
        return new Learning(
                name,
                rule,
                sought,
                true,
                rules ->
                        rules.apply(rule).figure("hours")
                                * rules.apply(Learning.MEMBERS).figure("classHour"),
                jdbc,
                rulebook);
    }

    private static Sought courses(String who, String held) {
        return new Sought(who, COURSES, LearningSql.TIMES, held);
    }

    private Learning learning(
            String name, RuleId rule, Sought sought, boolean yearly, String figure) {
        return new Learning(
                name,
                rule,
                sought,
                yearly,
                rules -> rules.apply(rule).figure(figure),
                jdbc,
                rulebook);
    }
}
