package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.journal.Recorded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What two said to each other is theirs, and how somebody voted is nobody's to know. */
@HouseTest
class MeetingSecrecyTests extends MeetingHouse {

    private static final String MATTER = "接收孙某为预备党员";

    @Autowired JdbcClient jdbc;

    /**
     * The adversary has the whole database and the opened journal, and joins by every id, number
     * and time there is.
     */
    @Test
    @Proves({"PRV-17", "R-GEN-09"})
    void nothingThatIsKeptJoinsAChoiceToAVoter() {
        var vote = Map.of("matter", MATTER, "inFavour", 3, "against", 1, "rule", "R-DEV-31");
        var id = add(Map.of("votes", List.of(vote)));
        var version = secretary.get("/api/meetings/" + id).json().get("version").asInt();
        var mended = Map.of("votes", List.of(vote), "absent", List.of(), "topic", "更正主题");
        assertThat(secretary.patch("/api/meetings/" + id, version, wish(mended)).status())
                .isEqualTo(200);

        var row =
                jdbcAsSystem(
                        "select to_jsonb(v)::text from meeting.vote v where v.meeting = '%s'"
                                .formatted(id));
        assertThat(row).hasSize(1);
        members.forEach(member -> assertThat(row.getFirst()).doesNotContain("" + member));
        assertThat(row.getFirst()).doesNotContain("T", ":0", "account");
        var voteId = UUID.fromString(voteIds(id).getFirst());
        assertThat(voteId.version()).as("an id in the order of time tells when").isEqualTo(4);
        assertThat(rowsThatName(voteId.toString())).as("tables that name a vote").isEqualTo(1);
        for (var entry : entries(id)) {
            var told = entry.values().toString();
            var counts = told.contains("inFavour");
            var people = members.stream().anyMatch(member -> told.contains("" + member));
            assertThat(counts && people).as("%s %s", entry.action(), told).isFalse();
            assertThat(told).doesNotContain(voteId.toString());
        }
    }

    @Test
    void whatTwoTalkedAboutIsReadByThemAndTheirSecretaryAlone() {
        var talk =
                Map.of(
                        "type",
                        "talk",
                        "topic",
                        "家里的困难",
                        "chair",
                        Map.of("member", members.get(0)),
                        "recorder",
                        Map.of("member", members.get(0)),
                        "guests",
                        List.of(members.get(1)),
                        "record",
                        "母亲住院，想请假");
        var id = add(talk);
        var path = "/api/meetings/" + id;
        assertThat(secretary.get(path).json().toString()).contains("母亲住院", "家里的困难");
        for (var above : List.of(officer, caller(Role.COUNTY_OFFICER, county.top()))) {
            var seen = above.get(path).json();
            assertThat(seen.toString()).doesNotContain("母亲住院", "家里的困难");
            assertThat(seen.get("restricted").asBoolean()).isTrue();
            assertThat(seen.get("may").get("edit").get("open").asBoolean()).isFalse();
            assertThat(above.get("/api/meetings").json().toString()).doesNotContain("家里的困难");
            var over = above.patch(path, seen.get("version").asInt(), wish(talk));
            assertThat(refused(over, 422)).contains("只有谈话双方和书记看得到");
        }
        var one = village.account(Role.TOWNSHIP_OFFICER, township, members.get(1));
        var talkedWith = new Caller(port).signIn(one, Village.PASSWORD);
        assertThat(talkedWith.get(path).json().toString()).contains("母亲住院");
        for (var entry : entries(id)) {
            assertThat(entry.values().toString()).doesNotContain("母亲住院", "家里的困难");
        }
        var alone = new HashMap<String, Object>(talk);
        alone.put("guests", List.of());
        assertThat(refused(alone)).contains("谈心谈话是两个人的");
    }

    private List<Recorded> entries(String id) {
        return scopes.system("test", _ -> journal.of(UUID.fromString(id), null, 50));
    }

    private List<String> voteIds(String meeting) {
        return jdbcAsSystem("select id::text from meeting.vote where meeting = '" + meeting + "'");
    }

    private List<String> jdbcAsSystem(String sql) {
        return scopes.system("test", _ -> jdbc.sql(sql).query(String.class).list());
    }

    /** In how many rows of all tables a text stands, whatever the column. */
    private int rowsThatName(String text) {
        var tables =
                jdbcAsSystem(
                        """
                        select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname not like 'pg\\_%'
                          and n.nspname not in ('information_schema', 'migration', 'public')
                          and has_table_privilege(current_user, c.oid, 'select')
                        """);
        var found = new ArrayList<String>();
        for (var table : tables) {
            found.addAll(
                    jdbcAsSystem(
                            "select 'x' from %s t where t::text like '%%%s%%'"
                                    .formatted(table, text)));
        }
        return found.size();
    }
}
