package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedIn.State;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Recorded;
import org.sunmao.member.MemberId;
import org.sunmao.member.Members;
import org.sunmao.member.Members.Probationer;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.PostView;
import org.sunmao.organization.Posts;
import org.sunmao.rules.RuleRefused;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A probationary member becomes a full one, waits longer once, or is none any more. */
@HouseTest
class MemberProbationTests {

    @LocalServerPort int port;
    @Autowired Scopes scopes;
    @Autowired Members members;
    @Autowired Posts posts;
    @Autowired Journal journal;
    @Autowired Village village;
    @Autowired TestClock clock;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID township = UUID.randomUUID();
    private UUID branch = UUID.randomUUID();
    private MemberId id = MemberId.next();
    private LocalDate joined = LocalDate.EPOCH;
    private Caller officer = new Caller(0);

    @BeforeEach
    void somebodyOnProbation() {
        county = village.county();
        var one = county.townships().getFirst();
        township = one.top();
        branch = one.branches().getFirst().id();
        joined = LocalDate.now(clock).minusMonths(14);
        var born = LocalDate.of(1995, 5, 5);
        id = new MemberId(village.enter(Village.someone(branch, "钱进", born, joined, null)));
        officer = new Caller(port);
        officer.signIn(village.account(Role.TOWNSHIP_OFFICER, township, null), Village.PASSWORD);
    }

    @Test
    void aProcedureOfTheirsBeginsWithWhatTheRegisterKnows() {
        var found = probationer(id).orElseThrow();
        assertThat(found.organization()).isEqualTo(branch);
        assertThat(found.name()).isEqualTo("钱进");
        assertThat(found.joinedOn()).isEqualTo(joined);
        assertThat(found.extensionMonths()).isNull();
        var full = new MemberId(village.member(branch, "老党员"));
        assertThat(probationer(full)).isEmpty();
        assertThat(probationer(MemberId.next())).isEmpty();
    }

    @Test
    @Proves({"R-DEV-42", "R-DEV-48"})
    void partyAgeCountsFromTheEndOfProbationWheneverItWasApproved() {
        var fullOn = joined.plusYears(1);
        var on = LocalDate.now(clock);
        assertThatThrownBy(() -> with(scope -> members.convert(scope, id, fullOn.minusDays(1), on)))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("早于预备期满");
        with(scope -> members.convert(scope, id, fullOn, on));
        assertThat(text(card(), "status")).isEqualTo("full");
        assertThat(text(card(), "fullOn")).isEqualTo(fullOn.toString());
        assertThat(text(card(), "conversion")).isEqualTo("on-time");
        var before = card("?asOf=" + fullOn.minusDays(1));
        assertThat(text(before, "status")).isEqualTo("probationary");
        with(scope -> members.convert(scope, id, fullOn, on));
        assertThat(acts()).containsExactly("member.change", "member.enter");
        assertThatThrownBy(() -> with(scope -> members.extend(scope, id, 6, on)))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("已经是正式党员");
    }

    @Test
    @Proves("R-DEV-43")
    void probationIsExtendedOnceAndThenConverted() {
        var on = joined.plusYears(1).plusDays(3);
        with(scope -> members.extend(scope, id, 6, on));
        assertThat(probationer(id))
                .hasValueSatisfying(one -> assertThat(one.extensionMonths()).isEqualTo(6));
        assertThatThrownBy(() -> with(scope -> members.extend(scope, id, 12, on)))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("已经延长过 6 个月");
        with(scope -> members.convert(scope, id, joined.plusMonths(18), on));
        assertThat(text(card("?asOf=" + joined.plusMonths(18)), "conversion"))
                .isEqualTo("extended");
    }

    @Test
    @Proves({"R-DEV-43", "SEC-06"})
    void whoIsCancelledLeavesTheRegisterAndEveryPost() {
        var on = LocalDate.now(clock);
        var at = new OrganizationId(branch);
        var other = county.townships().getLast().top();
        assertThatThrownBy(() -> with(other, scope -> members.cancel(scope, id, on, "别处")))
                .isInstanceOf(NotFound.class);
        var held = new NewPost(at, "group-leader", id.value(), "钱进", "elected", joined, null, null);
        scopes.system(
                "test",
                scope -> {
                    posts.enter(scope, List.of(held));
                    return scope;
                });
        assertThatThrownBy(
                        () ->
                                with(
                                        scope ->
                                                members.cancel(
                                                        scope, id, LocalDate.of(1990, 1, 1), "早")))
                .isInstanceOf(InputRefused.class);
        with(scope -> members.cancel(scope, id, on, "预备期内不履行党员义务"));
        assertThat(officer.get("/api/members/" + id.value()).json().get("leftOn").asString())
                .isEqualTo(on.toString());
        assertThat(officer.get("/api/members?q=钱进").ids()).isEmpty();
        List<PostView> left = scopes.system("test", scope -> posts.of(scope, id.value(), false));
        assertThat(left).extracting(PostView::to).containsExactly(on);
        assertThat(acts()).startsWith("member.cancel");
        var entry =
                officer.get("/api/members/" + id.value() + "/history").json().get("items").get(0);
        assertThat(entry.get("title").asString()).isEqualTo("取消预备党员资格");
        assertThatThrownBy(() -> with(scope -> members.cancel(scope, id, on, "再一次")))
                .isInstanceOf(NotFound.class);
        var anew = Village.someone(branch, "钱进", LocalDate.of(1995, 5, 6), on, null);
        assertThat(village.enter(anew)).as("who applies anew is another").isNotEqualTo(id.value());
    }

    @Test
    @Proves({"R-DEV-51", "R-MOB-03"})
    void whoIsMovedIsHeldByTheOldBranchUntilThatDayAndByTheNewOneFromItOn() {
        var there = county.townships().getLast();
        var to = new OrganizationId(there.branches().getFirst().id());
        var on = LocalDate.now(clock).minusDays(10);
        var begun = LocalDate.of(2001, 7, 1);
        var account = village.account(Role.MEMBER, branch, id.value());
        assertThatThrownBy(() -> with(scope -> members.move(scope, id, to, on)))
                .as("the new branch is not theirs")
                .isInstanceOf(InputRefused.class);
        assertThatThrownBy(() -> with(there.top(), scope -> members.move(scope, id, to, begun)))
                .isInstanceOf(InputRefused.class);
        with(there.top(), scope -> members.move(scope, id, to, on));
        with(there.top(), scope -> members.move(scope, id, to, on));

        assertThat(officer.get("/api/members/" + id.value() + "?asOf=" + on).status())
                .isEqualTo(404);
        assertThat(holder(card("?asOf=" + on.minusDays(1)))).isEqualTo(branch.toString());
        officer.signIn(village.account(Role.COUNTY_OFFICER, county.top(), null), Village.PASSWORD);
        assertThat(holder(card("?asOf=" + on))).isEqualTo(to.value().toString());
        assertThat(holder(card("?asOf=" + on.minusDays(1)))).isEqualTo(branch.toString());
        assertThat(acts()).containsExactly("member.move", "member.enter");
        var session = new Caller(port).signIn(account, Village.PASSWORD).get("/api/session");
        assertThat(holder(session.json())).isEqualTo(to.value().toString());
    }

    private static String holder(JsonNode of) {
        return of.get("organization").get("id").asString();
    }

    private Optional<Probationer> probationer(MemberId member) {
        return scopes.system("test", scope -> members.probationer(scope, member));
    }

    /** As the committee that approves: within its scope, and not outside it. */
    private void with(Consumer<Scope> work) {
        with(township, work);
    }

    private void with(UUID organization, Consumer<Scope> work) {
        var role = Role.TOWNSHIP_OFFICER;
        var account = UUID.randomUUID();
        var who = new SignedIn(account, "who", "谁", role, organization, null, State.OPEN);
        scopes.write(
                who,
                scope -> {
                    work.accept(scope);
                    return scope;
                });
    }

    private JsonNode card() {
        return card("");
    }

    private JsonNode card(String asked) {
        return officer.get("/api/members/" + id.value() + asked).json();
    }

    private static String text(JsonNode card, String field) {
        return card.get(field).asString();
    }

    private List<String> acts() {
        return scopes.system(
                "test",
                _ -> journal.of(id.value(), null, 20).stream().map(Recorded::action).toList());
    }
}
