package org.sunmao.duty.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.duty.Occasions;
import org.sunmao.duty.internal.Learning.Sought;
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
        var sought = hours(LearningSql.MEMBERS);
        return new Learning(
                "member-hours",
                Learning.MEMBERS,
                sought,
                true,
                rules ->
                        rules.apply(Learning.MEMBERS).figure("hours")
                                * rules.apply(Learning.MEMBERS).figure("classHour"),
                jdbc,
                rulebook);
    }

    private static Sought hours(String who) {
        return new Sought(who, STUDY, LearningSql.MINUTES, LearningSql.ANYBODY);
    }
}
