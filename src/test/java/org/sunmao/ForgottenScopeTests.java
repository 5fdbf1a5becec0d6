package org.sunmao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sunmao.access.Scopes;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.organization.BodyId;
import org.sunmao.organization.NewBody;
import org.sunmao.organization.NewPost;
import org.sunmao.organization.NewTerm;
import org.sunmao.organization.OrganizationId;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.Posts;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Whoever forgets the scope, in a query or in a transaction, reads nothing and writes nothing. */
@HouseTest
class ForgottenScopeTests {

    private static final String PROTECTED =
            """
            select c.oid::regclass::text from pg_class c
            where c.relkind = 'r' and c.relrowsecurity order by 1
            """;

    @Autowired JdbcClient jdbc;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired Organizations organizations;
    @Autowired Posts posts;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void withoutAScopeEveryProtectedTableIsEmpty() {
        village.county();
        var tables = jdbc.sql(PROTECTED).query(String.class).list();

        assertThat(tables)
                .contains(
                        "member.profile",
                        "member.term",
                        "organization.profile",
                        "organization.body_profile",
                        "organization.post",
                        "organization.term",
                        "journal.detail",
                        "file.content",
                        "file.chunk");
        assertThat(tables).allSatisfy(table -> assertThat(count(table)).as(table).isZero());
    }

    @Test
    void aScopeEndsWithItsTransactionEvenOnAPooledConnection() {
        village.county();
        for (var i = 0; i < 40; i++) {
            assertThat(count("member.profile")).isZero();
        }
    }

    @Test
    void aQueryThatForgetsItsScopeSeesNoMoreThanTheTransactionMay() {
        var county = village.county();
        village.county();
        var west = county.townships().getLast();

        var seen =
                within(
                        west.top(),
                        () -> jdbc.sql("select id from member.profile").query(UUID.class).list());
        var expected = west.branches().stream().flatMap(b -> b.members().stream()).toList();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void nothingIsWrittenOutsideTheScope() {
        var county = village.county();
        var east = county.townships().getFirst();
        var west = county.townships().getLast();
        var foreign = east.branches().getFirst().members().getFirst();

        assertThat(within(west.top(), () -> rename(foreign))).isZero();
        var own = west.branches().getFirst().members().getFirst();
        assertThatThrownBy(
                        () -> within(west.top(), () -> move(own, east.branches().getFirst().id())))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void aBodyIsReadAndWrittenOnlyWhereItsChargeIs() {
        var county = village.county();
        var east = county.townships().getFirst().top();
        var west = county.townships().getLast().top();
        var foreign = body(east);
        var own = body(west);
        var select = "select id from organization.body_profile";

        assertThat(within(west, () -> jdbc.sql(select).query(UUID.class).list()))
                .containsExactly(own);
        assertThat(within(west, () -> give(foreign, west))).isZero();
        assertThatThrownBy(() -> within(west, () -> give(own, east)))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private UUID body(UUID charge) {
        var id = BodyId.next();
        var body =
                new NewBody(
                        id,
                        null,
                        new OrganizationId(charge),
                        "水厂",
                        "institution",
                        "organ",
                        null,
                        null,
                        null,
                        LocalDate.of(2010, 1, 1),
                        List.of());
        scopes.system(
                "test",
                scope -> {
                    organizations.enterBodies(scope, List.of(body));
                    return scope;
                });
        return id.value();
    }

    private int give(UUID body, UUID to) {
        return jdbc.sql("update organization.body_profile set organization = ? where id = ?")
                .params(to, body)
                .update();
    }

    @Test
    void theRowsOfASubjectAreReadWithoutAPurposeAndWrittenOnlyUnderThatOfEditing() {
        var county = village.county();
        var west = county.townships().getLast();
        var foreign = county.townships().getFirst().branches().getFirst().members().getFirst();
        for (var purpose : List.of("", "history")) {
            assertThatThrownBy(
                            () ->
                                    within(
                                            west.top(),
                                            () -> {
                                                about(foreign, purpose);
                                                assertThat(count("member.profile")).isEqualTo(5);
                                                return rename(foreign);
                                            }))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
        var renamed =
                within(
                        west.top(),
                        () -> {
                            about(foreign, "edit");
                            return rename(foreign);
                        });
        assertThat(renamed).isEqualTo(1);
    }

    @Test
    void postsAreReadInTheScopeAndOfTheSubjectAndRenamedUnderThePurposeOfEditing() {
        var county = village.county();
        var east = county.townships().getFirst().branches().getFirst();
        var west = county.townships().getLast();
        var since = LocalDate.of(2025, 3, 1);
        var member = east.members().getFirst();
        var at = new OrganizationId(east.id());
        var held = new NewPost(at, "secretary", member, "张三", "elected", since, null, null);
        var term = new NewTerm(at, since, since.plusYears(5), null, null);
        scopes.system(
                "test",
                scope -> {
                    posts.enter(scope, List.of(held));
                    posts.enterTerms(scope, List.of(term));
                    return scope;
                });

        assertThat(within(east.id(), () -> count("organization.post"))).isEqualTo(1);
        assertThat(within(east.id(), () -> count("organization.term"))).isEqualTo(1);
        assertThat(within(west.top(), () -> count("organization.post"))).isZero();
        assertThat(within(west.top(), () -> count("organization.term"))).isZero();
        assertThat(within(west.top(), () -> renameHolder(member))).isZero();
        var seen =
                within(
                        west.top(),
                        () -> {
                            about(member, "posts");
                            return count("organization.post");
                        });
        assertThat(seen).isEqualTo(1);
        assertThat(within(west.top(), () -> renamed(member, "posts"))).isZero();
        assertThat(within(west.top(), () -> renamed(member, "edit"))).isEqualTo(1);
    }

    private int renamed(UUID member, String purpose) {
        about(member, purpose);
        return renameHolder(member);
    }

    private int renameHolder(UUID member) {
        return jdbc.sql("update organization.post set name = '改名' where member = ?")
                .param(member)
                .update();
    }

    private void about(UUID subject, String purpose) {
        var sql =
                "select set_config('sunmao.subject', ?, true), set_config('sunmao.purpose', ?,"
                        + " true)";
        jdbc.sql(sql).params(subject.toString(), purpose).query((_, _) -> true).single();
    }

    private int rename(UUID member) {
        return jdbc.sql("update member.profile set name = '改名' where id = ?")
                .param(member)
                .update();
    }

    private int move(UUID member, UUID to) {
        return jdbc.sql("update member.profile set organization = ? where id = ?")
                .params(to, member)
                .update();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /** Runs with the scope of an organization's subtree, stated to the database alone. */
    private <T> T within(UUID organization, Supplier<T> work) {
        var path = "select path from organization.place where id = ? and valid_to = 'infinity'";
        var result =
                new TransactionTemplate(transactions)
                        .execute(
                                status -> {
                                    status.setRollbackOnly();
                                    var lo =
                                            jdbc.sql(path)
                                                    .param(organization)
                                                    .query(String.class)
                                                    .single();
                                    var hi = lo.substring(0, lo.length() - 1) + "0";
                                    for (var set :
                                            List.of(
                                                    List.of("sunmao.lo", lo),
                                                    List.of("sunmao.hi", hi),
                                                    List.of("sunmao.day", "2026-01-01"))) {
                                        jdbc.sql("select set_config(?, ?, true)")
                                                .params(set.getFirst(), set.getLast())
                                                .query(String.class)
                                                .single();
                                    }
                                    return work.get();
                                });
        return Objects.requireNonNull(result);
    }
}
