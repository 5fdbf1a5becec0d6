package org.sunmao.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.register.Timeline.OPEN;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.PostGrants;
import org.sunmao.access.PostGrants.Held;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.organization.internal.Post.Approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** When an organization ends, so do its posts, its term, and the rights that rest on them. */
@HouseTest
class PostEndingsTests {

    private static final LocalDate SINCE = LocalDate.of(2025, 3, 1);

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired PostStore posts;
    @Autowired TermStore terms;
    @Autowired PostEndings endings;
    @Autowired PostGrants grants;
    @Autowired Clock clock;

    @Test
    void allEndOnTheDayAndWhatWouldHaveBegunLaterNeverWas() {
        var branch = village.county().townships().getFirst().branches().getFirst();
        var today = LocalDate.now(clock);
        var account = village.account(Role.MEMBER, branch.id(), branch.members().getFirst());
        var secretary = post(branch.id(), PostKind.SECRETARY, branch.members().getFirst(), SINCE);
        var begunToday = post(branch.id(), PostKind.YOUTH_MEMBER, null, today);
        scopes.system(
                "test",
                scope -> {
                    posts.add(secretary);
                    posts.add(begunToday);
                    var due = SINCE.plusYears(3);
                    var id = UUID.randomUUID();
                    terms.add(new Term(id, 0, branch.id(), SINCE, due, null, OPEN, null));
                    var member = branch.members().getFirst();
                    grants.begin(scope, List.of(new Held(secretary.id(), member, branch.id())));
                    return scope;
                });
        var caller = new Caller(port).signIn(account, Village.PASSWORD);
        assertThat(caller.get("/api/session").json().get("role").asString()).isEqualTo("secretary");

        var ended = scopes.system("test", scope -> endings.endAll(scope, branch.id(), today, "合并"));

        assertThat(ended).extracting(Post::id).contains(secretary.id(), begunToday.id());
        assertThat(caller.get("/api/session").status()).isEqualTo(401);
        var left = scopes.system("test", _ -> posts.of(branch.id()));
        assertThat(left).extracting(Post::to).containsExactly(today);
        assertThat(left).extracting(Post::endReason).containsExactly("合并");
        var over = scopes.system("test", _ -> terms.of(branch.id()));
        assertThat(over).extracting(Term::ends).containsExactly(today);
    }

    @Test
    void whateverGaveRightsOverAnOrganizationEndsWithIt() {
        var branch = village.county().townships().getFirst().branches().getFirst();
        var account = village.account(Role.SECRETARY, branch.id(), null);
        var caller = new Caller(port).signIn(account, Village.PASSWORD);

        scopes.system(
                "test",
                scope -> {
                    grants.endOf(scope, branch.id(), LocalDate.now(clock));
                    return scope;
                });

        assertThat(caller.get("/api/session").status()).isEqualTo(401);
    }

    private static Post post(
            UUID organization, PostKind kind, @Nullable UUID member, LocalDate from) {
        return new Post(
                UUID.randomUUID(),
                0,
                organization,
                kind,
                member,
                "张三",
                "elected",
                from,
                OPEN,
                new Approval(from, null),
                null,
                null);
    }
}
