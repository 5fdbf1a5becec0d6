package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;
import org.sunmao.member.Members;
import org.sunmao.member.NewMember;
import org.sunmao.rules.RuleRefused;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the register holds whatever is tried: by the rules, and by the database itself. */
@HouseTest
class MemberRegisterTests {

    private static final LocalDate BORN = LocalDate.of(1980, 1, 1);

    @Autowired Scopes scopes;
    @Autowired Members members;
    @Autowired Village village;
    @Autowired JdbcClient jdbc;

    private UUID branch = UUID.randomUUID();

    @BeforeEach
    void makeABranch() {
        branch = village.organization(null, "中共登记县委员会", "committee");
    }

    @Test
    void nobodyJoinsUnderEighteenAndTheRefusalCitesTheRule() {
        var young = Village.someone(branch, "王小", BORN, BORN.plusYears(17), null);

        assertThatThrownBy(() -> enter(young))
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> {
                            assertThat(refused.rule().id()).isEqualTo(MemberDates.OF_AGE);
                            assertThat(refused.rule().source().cite()).contains("党章");
                            assertThat(refused).hasMessageContaining("18 周岁");
                        });
        assertThat(count("member.profile", young.id().value())).isZero();
    }

    @Test
    void oneCitizenNumberIsRegisteredOnce() {
        var first = Village.someone(branch, "王一");
        enter(first);
        var second =
                Village.someone(branch, "王二", first.bornOn(), first.joinedOn(), first.fullOn());

        assertThatThrownBy(() -> enter(withNumber(second, first.citizenNumber())))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void theNumberIsNowhereInClear() {
        var member = Village.someone(branch, "王五");
        enter(member);

        var rows =
                system(
                        """
                        select row_to_json(p)::text || (select string_agg(encode(d.payload,
                          'escape'), '') from journal.detail d
                          where d.organization = p.organization)
                        from member.profile p where p.id = ?
                        """,
                        member.id().value());
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(member.citizenNumber()));
    }

    @Test
    void aMemberHasOneFormalRelationAtATime() {
        var member = village.member(branch, "王六");

        assertThatThrownBy(
                        () ->
                                change(
                                        """
                                        insert into member.profile (id, valid_from, organization,
                                          name, pinyin, sex, born_on, status, standing, joined_on)
                                        select id, valid_from + 10, gen_random_uuid(), name, pinyin,
                                          sex, born_on, 'probationary', standing, joined_on
                                        from member.profile where id = ?
                                        """,
                                        member))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("profile_pkey");
    }

    @Test
    void noDayOfAnActiveMemberIsMissing() {
        var member = village.member(branch, "王七");

        assertThatThrownBy(
                        () ->
                                change(
                                        """
                                        update member.profile set valid_to = date '2020-01-01'
                                        where id = ?
                                        """,
                                        member))
                .hasStackTraceContaining("has a gap");
        assertThatThrownBy(
                        () ->
                                change(
                                        "insert into member.member (id) values (?)",
                                        UUID.randomUUID()))
                .hasStackTraceContaining("has a gap");
    }

    @Test
    void aMemberWhoLeavesKeepsTheRecord() {
        var member = village.member(branch, "王八斗");

        scopes.system(
                "test",
                scope -> {
                    jdbc.sql("update member.profile set valid_to = date '2025-01-01' where id = ?")
                            .param(member)
                            .update();
                    jdbc.sql("update member.member set left_on = date '2025-01-01' where id = ?")
                            .param(member)
                            .update();
                    return scope;
                });

        assertThat(count("member.profile", member)).isEqualTo(1);
    }

    @Test
    void eachEntryInTheRegisterHasItsEntryInTheJournal() {
        var ids = village.members(branch, List.of("赵一", "赵二", "赵三"));

        var entries =
                system(
                        """
                        select e.action || ' ' || e.post || ' ' || e.rules::text
                        from journal.entry e join journal.detail d on d.entry = e.id
                        where e.subject = any(?) and length(e.commitment) = 32
                        """,
                        (Object) ids.toArray(UUID[]::new));
        assertThat(entries)
                .hasSize(3)
                .allMatch(entry -> entry.equals("member.enter test {R-DEV-07,R-DEV-42}"));
    }

    @Test
    void whatIsRefusedLeavesNoEntry() {
        var before = journalled();
        var young = Village.someone(branch, "王小", BORN, BORN.plusYears(10), null);

        assertThatThrownBy(() -> enter(young)).isInstanceOf(RuleRefused.class);
        assertThat(journalled()).isEqualTo(before);
    }

    private void enter(NewMember member) {
        scopes.system(
                "test",
                scope -> {
                    members.enter(scope, List.of(member));
                    return scope;
                });
    }

    private void change(String sql, UUID id) {
        scopes.system("test", _ -> jdbc.sql(sql).param(id).update());
    }

    private List<String> system(String sql, Object value) {
        return scopes.system(
                "test", _ -> jdbc.sql(sql).param(value).query((row, _) -> row.getString(1)).list());
    }

    private int count(String table, UUID id) {
        return scopes.system(
                "test",
                _ ->
                        jdbc.sql("select count(*) from " + table + " where id = ?")
                                .param(id)
                                .query((row, _) -> row.getInt(1))
                                .single());
    }

    private int journalled() {
        return jdbc.sql("select count(*) from journal.entry")
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static NewMember withNumber(NewMember m, String number) {
        return new NewMember(
                m.id(),
                m.organization(),
                m.since(),
                m.name(),
                m.sex(),
                number,
                m.nation(),
                m.bornOn(),
                null,
                null,
                null,
                null,
                null,
                m.status(),
                m.standing(),
                m.joinedOn(),
                m.fullOn(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                false,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null);
    }
}
