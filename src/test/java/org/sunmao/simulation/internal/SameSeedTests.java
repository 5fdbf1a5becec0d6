package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.member.NewMember;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The same area entered twice into one database lives the same year, by what the tables say. */
@HouseTest
class SameSeedTests extends PlayedHouse {

    /** So many organizations are in an area before the last of its branches. */
    private static final int BEFORE = 2;

    private static final LocalDate BORN = LocalDate.of(1944, 3, 1);

    private static final String NUMBER = "select max(number) + 1 from organization.organization";
    private static final String SKIP =
            "select max(nextval('organization.number')) from generate_series(1, ?)";

    @Autowired Rulebook rulebook;

    @Test
    void theSameSeedGivesTheSameYearInTheDatabaseAndAnotherSeedAnother() throws IOException {
        var once = played(PLAN, area());
        moreDigits();
        var again = played(PLAN, area());
        assertThat(again.said()).isEqualTo(once.said()).hasSizeGreaterThan(100);
        assertThat(again.hash()).isEqualTo(once.hash());
        assertThat(again.drawn()).isEqualTo(once.drawn());

        var other = played(seeded(PLAN.seed() + 1), area());
        assertThat(other.hash()).isNotEqualTo(once.hash());
        assertThat(other.drawn()).isNotEqualTo(once.drawn());
    }

    /** What stands in the plan of the year stands there because the rule has it. */
    @Test
    @Proves("R-LF-11")
    void ofAsManyAsTheRuleSaysOneMayBeExcellent() {
        var rule = rulebook.rule(new RuleId("R-LF-11"), LocalDate.now(clock));
        assertThat(rule.figure("excellentPart")).isEqualTo(1);
        assertThat(rule.figure("excellentOf")).isEqualTo(PLAN.appraising().excellentOf());
    }

    /**
     * What a loaded year says.
     *
     * @param said line by line, by the tables
     * @param drawn the hash of what was drawn
     */
    private record Loaded(List<String> said, String drawn) {

        String hash() {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                said.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Loaded played(LifePlan plan, UUID top) throws IOException {
        var year = year(plan, top);
        span().months().forEach(month -> enter(plan, year, month));
        var sql = Files.readString(Path.of("src/test/resources/simulation/said.sql"));
        var said =
                scopes.system(
                        "test",
                        _ ->
                                jdbc.sql(sql)
                                        .param("lo", below(top).lo())
                                        .param("hi", below(top).hi())
                                        .query(String.class)
                                        .list());
        return new Loaded(said, year.hash());
    }

    /** A township with two branches, one of them with a group; the same whenever it is built. */
    private UUID area() {
        var top = village.organization(null, "中共同种乡委员会", "committee");
        branch(top, "中共东头村党支部", List.of("赵一", "钱二", "孙三", "李四", "周五", "吴六"));
        var west = branch(top, "中共西头村党支部", List.of("郑七", "王八", "冯九", "陈十"));
        var group = village.organization(west, "西头村第一党小组", "group");
        var grouped = village.enter(aged(west, "褚一", 0));
        village.join(grouped, group);
        return top;
    }

    private UUID branch(UUID top, String name, List<String> names) {
        var id = village.organization(top, name, "branch");
        var members =
                IntStream.range(0, names.size())
                        .mapToObj(at -> village.enter(aged(id, names.get(at), at)))
                        .toList();
        lead(id, members, LocalDate.now(clock).minusYears(2));
        return id;
    }

    /** Every few years one: the first are old enough to stay at home more often. */
    private static NewMember aged(UUID branch, String name, int at) {
        var bornOn = BORN.plusYears(7L * at);
        return Village.someone(branch, name, bornOn, bornOn.plusYears(20), bornOn.plusYears(21));
    }

    /** The branches of the next area have numbers of different length. */
    private void moreDigits() {
        var _ =
                scopes.system(
                        "test",
                        _ -> {
                            var next = jdbc.sql(NUMBER).query(Integer.class).single();
                            var shortest = (int) Math.pow(10, String.valueOf(next + 2).length());
                            var skipped = shortest - BEFORE - next;
                            return jdbc.sql(SKIP).param(skipped).query(Long.class).single();
                        });
    }
}
