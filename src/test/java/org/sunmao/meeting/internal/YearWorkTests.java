package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.access.Scope;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.meeting.NewMeeting.Recording;
import org.sunmao.meeting.YearWork;
import org.sunmao.meeting.YearWork.Ballots;
import org.sunmao.meeting.YearWork.MeasureDone;
import org.sunmao.meeting.YearWork.NewGrade;
import org.sunmao.meeting.YearWork.NewMeasure;
import org.sunmao.meeting.YearWork.NewPlan;
import org.sunmao.rules.RuleRefused;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What comes of a year is taken from other modules by the same rules as from people. */
@HouseTest
class YearWorkTests extends MeetingHouse {

    @Autowired YearWork work;

    @Test
    @Proves({"R-LF-11", "R-EVA-05", "R-EVA-03", "R-LF-12"})
    void gradesAreEnteredAndToldOnTheirDay() {
        var held = today().minusDays(1).toString();
        var late = Map.of("type", "appraisal", "on", held, "reason", "当时没有网络");
        var id = UUID.fromString(add(late));
        refuses(RuleRefused.class, scope -> work.grade(scope, id, List.of(grade(0, "basic"))));
        var all = List.of(grade(0, "excellent"), grade(1, "qualified"));
        inScope(scope -> work.grade(scope, id, all));
        var two = members.subList(0, 2);
        refuses(InputRefused.class, scope -> work.tell(scope, id, two, today().plusDays(1)));
        refuses(InputRefused.class, scope -> work.tell(scope, id, two, today().minusDays(2)));
        inScope(scope -> work.tell(scope, id, two, today()));
        var grades = secretary.get("/api/meetings/" + id).json().get("grades").toString();
        assertThat(grades.split("\"toldOn\":\"" + today(), -1)).as("two were told").hasSize(3);
        assertThat(acts(id.toString()))
                .containsExactly("meeting.tell", "meeting.tell", "meeting.grade", "meeting.record");
        refuses(RuleRefused.class, scope -> work.grade(scope, id, List.of(grade(0, "qualified"))));
    }

    @Test
    @Proves("R-LF-10")
    void whatIsPromisedMayBeDoneAlreadyButNotInDaysToCome() {
        var id = UUID.fromString(add(Map.of("type", "life-meeting")));
        var due = today().plusDays(60);
        var wrong = new MeasureDone(today().plusDays(1), "走访了");
        refuses(
                InputRefused.class,
                scope -> work.promise(scope, id, List.of(new NewMeasure("走访", null, due, wrong))));
        var done = new MeasureDone(today(), "走访了");
        inScope(
                scope ->
                        work.promise(
                                scope,
                                id,
                                List.of(
                                        new NewMeasure("走访", members.getFirst(), due, done),
                                        new NewMeasure("补上学习", null, due, null))));
        var measures = secretary.get("/api/meetings/" + id).json().get("measures").toString();
        assertThat(measures).contains("\"doneOn\":\"" + today(), "补上学习");
    }

    @Test
    @Proves("R-LF-08")
    void aPlanIsAdoptedOnceAndCopiedWhereThereIsOne() {
        var year = today().getYear();
        refuses(InputRefused.class, scope -> work.adopt(scope, plan(year, year - 1)));
        inScope(scope -> work.adopt(scope, plan(year - 1, null)));
        inScope(scope -> work.adopt(scope, plan(year, year - 1)));
        refuses(InputRefused.class, scope -> work.adopt(scope, plan(year, null)));
        var path = "/api/organizations/" + branch + "/plan?year=";
        var last = secretary.get(path + (year - 1)).json();
        var once = secretary.get(path + year).json();
        assertThat(last.get("items").size()).isGreaterThan(12);
        assertThat(once.get("items").size()).isEqualTo(last.get("items").size());
        assertThat(once.get("adopted").get("by").asString()).isEqualTo("王会计");
        assertThat(once.get("themeDay").asInt()).isEqualTo(8);
    }

    private NewPlan plan(int year, @Nullable Integer copied) {
        var day = LocalDate.of(year, 1, 1);
        var at = day.atTime(10, 0).atZone(clock.getZone()).toInstant();
        return new NewPlan(branch, year, 8, copied, new Recording("王会计", at));
    }

    private NewGrade grade(int member, String grade) {
        return new NewGrade(members.get(member), new Ballots(2, 2, 0, 0), grade, null);
    }

    private void inScope(Consumer<Scope> what) {
        scopes.system(
                "test",
                scope -> {
                    what.accept(scope);
                    return scope;
                });
    }

    private void refuses(Class<? extends Throwable> how, Consumer<Scope> what) {
        assertThatThrownBy(() -> inScope(what)).isInstanceOf(how);
    }
}
