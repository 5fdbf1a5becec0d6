package org.sunmao.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.privacy.Retained;
import org.sunmao.privacy.Retention;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Each reading of a person leaves exactly one entry, which nobody can change. */
@HouseTest
@Proves("PRV-05")
@Import(Log.class)
class ReadingLogTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Log log;
    @Autowired JdbcClient jdbc;
    @Autowired Scopes scopes;
    @Autowired List<Retained> retained;

    private County county = new County(UUID.randomUUID(), List.of());
    private UUID zhang = UUID.randomUUID();
    private String username = "";
    private Caller officer = new Caller(0);

    @BeforeEach
    void signIn() {
        county = village.county();
        zhang = county.townships().getFirst().branches().getFirst().members().getFirst();
        username = village.account(Role.COUNTY_OFFICER, county.top(), null);
        officer = new Caller(port).signIn(username, Village.PASSWORD).stepUp();
    }

    @Test
    void everyReadingOfAPersonIsOneEntryWithThatPerson() {
        var reads =
                Map.of(
                        "/api/members/{}", "view",
                        "/api/members/{}?asOf=2020-01-01", "view",
                        "/api/members/{}?asOf=2030-01-01", "view",
                        "/api/members/{}/posts", "posts",
                        "/api/members/{}/history", "history",
                        "/api/members/{}/sheet.pdf", "print");
        reads.forEach(
                (path, kind) -> {
                    var before = log.by(username).size();
                    assertThat(officer.fetch(path.replace("{}", zhang.toString())).statusCode())
                            .as(path)
                            .isEqualTo(200);
                    var lines = log.by(username);
                    assertThat(lines).as(path).hasSize(before + 1);
                    assertThat(lines.getLast().kind()).isEqualTo(kind);
                    assertThat(lines.getLast().subject()).isEqualTo(zhang);
                });
    }

    @Test
    void aListIsOneEntryWithItsCountAndItsFilterButNotTheNameThatWasSought() {
        officer.get("/api/members?status=full&q={}", "张三");

        assertThat(log.by(username))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.kind()).isEqualTo("list");
                            assertThat(line.subject()).isNull();
                            assertThat(line.count()).isEqualTo(4);
                            assertThat(line.what()).contains("人员类别", "按姓名查找").doesNotContain("张三");
                        });
    }

    @Test
    void countsAndOrganizationsAreNoReadingOfPeople() {
        officer.get("/api/members/count");
        officer.get("/api/members/breakdown");
        officer.get("/api/organizations/{}", county.top());
        officer.get("/api/statistics");

        assertThat(log.by(username)).isEmpty();
    }

    @Test
    void whatIsNotFoundIsNotRead() {
        assertThat(officer.get("/api/members/{}", UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(log.by(username)).isEmpty();
    }

    @Test
    void nobodyIsToldThatTheyReadThemselves() {
        var branch = county.townships().getFirst().branches().getFirst().id();
        var own = village.account(Role.MEMBER, branch, zhang);
        var member = new Caller(port).signIn(own, Village.PASSWORD);
        for (var path : List.of("/api/members/{}", "/api/members/{}/history")) {
            assertThat(member.get(path, zhang).status()).isEqualTo(200);
        }
        assertThat(log.by(own)).isEmpty();
        assertThat(member.get("/api/mine/readings").json().get("items")).isEmpty();
    }

    @Test
    void anExportIsOneEntryForEachPersonInIt() {
        var branch = county.townships().getFirst().top();
        var order =
                Map.of(
                        "kind",
                        "member",
                        "columns",
                        List.of("name", "citizenNumber"),
                        "filter",
                        Map.of("organization", branch.toString()),
                        "unmasked",
                        true,
                        "reason",
                        "核对档案",
                        "format",
                        "csv");
        var asked = officer.post("/api/exports", order);
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(201);
        var id = asked.json().get("id").asString();
        assertThat(log.by(username)).isEmpty();

        assertThat(officer.fetch("/api/exports/" + id + "/file").statusCode()).isEqualTo(200);
        assertThat(log.by(username))
                .hasSize(4)
                .allSatisfy(
                        line -> {
                            assertThat(line.kind()).isEqualTo("export");
                            assertThat(line.level()).isEqualTo("S3");
                            assertThat(line.subject()).isNotNull();
                        })
                .extracting(Log.Line::subject)
                .doesNotHaveDuplicates();
    }

    @Test
    void thePersonReadsWhoReadThemAndNobodyElseDoes() {
        officer.get("/api/members/{}", zhang);
        var branch = county.townships().getFirst().branches().getFirst().id();
        var own = village.account(Role.MEMBER, branch, zhang);
        var item =
                new Caller(port)
                        .signIn(own, Village.PASSWORD)
                        .get("/api/mine/readings")
                        .json()
                        .get("items")
                        .get(0);

        assertThat(item.get("action").asString()).isEqualTo("查看党员信息");
        assertThat(item.get("reader").get("name").asString()).isEqualTo("演示用户");
        assertThat(item.get("reader").get("role").asString()).isEqualTo("县级党务工作者");
        assertThat(item.get("reader").get("unit").asString()).isEqualTo("中共演示县委员会");
        assertThat(officer.get("/api/mine/readings").json().get("items")).isEmpty();
        var readable =
                scopes.system(
                        "test",
                        _ ->
                                jdbc.sql("select count(*) from journal.reading")
                                        .query(Long.class)
                                        .single());
        assertThat(readable).as("the whole register, without the auditor's purpose").isZero();
    }

    @Test
    void noRoleOfTheApplicationChangesOrTakesAwayAReading() {
        officer.get("/api/members/{}", zhang);
        for (var sql :
                List.of(
                        "update journal.reading set account = gen_random_uuid()",
                        "delete from journal.reading",
                        "truncate journal.reading",
                        "update journal.event set count = 0",
                        "insert into journal.event values"
                                + " (gen_random_uuid(), now(), 'x', null, '', '', 1)",
                        "delete from journal.origin")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void readingsEndAfterThreeYearsAndNotBefore() {
        var old = OffsetDateTime.now(ZoneOffset.UTC).minusYears(3).minusDays(3);
        List.of(old, old.plusDays(10)).forEach(this::read);
        sweep(LocalDate.now(ZoneOffset.UTC).minusYears(3).minusDays(1));

        var left =
                scopes.system(
                        "test",
                        _ -> {
                            jdbc.sql("select set_config('sunmao.purpose', 'audit', true)")
                                    .query(String.class)
                                    .single();
                            return jdbc.sql("select at from journal.reading where subject = ?")
                                    .param(zhang)
                                    .query(OffsetDateTime.class)
                                    .list();
                        });
        assertThat(left).singleElement().satisfies(at -> assertThat(at).isAfter(old.plusDays(9)));
        assertThatThrownBy(() -> sweep(LocalDate.now(ZoneOffset.UTC)))
                .rootCause()
                .hasMessageContaining("three years");
    }

    private void read(OffsetDateTime at) {
        jdbc.sql(
                        """
                        insert into journal.reading (id, at, account, role, kind, subject,
                          count, class)
                        values (gen_random_uuid(), ?, gen_random_uuid(), 'secretary', 'view',
                          ?, 1, 'S2')
                        """)
                .params(at, zhang)
                .update();
    }

    private void sweep(LocalDate before) {
        for (var one : retained) {
            if (one.retention() == Retention.READING) {
                scopes.system("test", _ -> one.sweep(before));
            }
        }
    }
}
