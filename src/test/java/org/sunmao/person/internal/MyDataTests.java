package org.sunmao.person.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.privacy.About;
import org.sunmao.privacy.FieldRegistry;
import org.sunmao.privacy.RegisteredField;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** What is kept of a person, as they get it: all of it, and nothing of anybody else. */
@HouseTest
@Proves("PRV-04")
class MyDataTests {

    /** With a four-byte character, as some names have. */
    private static final String OWN = "欧阳𬱟";

    private static final String OTHER = "诸葛不相干";

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired FieldRegistry registry;

    County county;
    UUID member;
    Caller own;

    @BeforeEach
    void build() {
        county = village.county();
        var branch = county.townships().getFirst().branches().getFirst().id();
        member = village.member(branch, OWN);
        village.member(branch, OTHER);
        var account = village.account(Role.MEMBER, branch, member);
        own = new Caller(port).signIn(account, Village.PASSWORD).stepUp();
    }

    @Test
    void wholeNumbersAreTakenAlongOnlyByWhoProvesAgainWhoTheyAre() {
        var account = village.account(Role.MEMBER, village.county().top(), null);
        var unproved = new Caller(port).signIn(account, Village.PASSWORD);
        for (var path : List.of("/api/mine/data", "/api/mine/data.pdf")) {
            var answer = unproved.get(path);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().get("type").asString()).isEqualTo("/problems/step-up");
        }
    }

    @Test
    void everyRegisteredFieldAboutAPersonIsInTheCopyOrLeftOutWithAReason() {
        var data = own.get("/api/mine/data").json();
        for (var table : registry.tables()) {
            if (table.about() == About.NOBODY) {
                continue;
            }
            var told = new HashSet<String>();
            for (var part : data.get("tables")) {
                if (part.get("table").asString().equals(table.name())) {
                    part.get("columns").forEach(c -> told.add(c.get("column").asString()));
                }
            }
            for (var left : data.get("withheld")) {
                if (left.get("table").asString().equals(table.name())) {
                    assertThat(left.get("reason").asString()).isNotBlank();
                    told.add(left.get("column").asString());
                }
            }
            assertThat(told)
                    .as(table.name())
                    .containsExactlyInAnyOrderElementsOf(
                            table.fields().stream().map(RegisteredField::column).toList());
        }
    }

    @Test
    void whatStandsInTheRegisterStandsInTheCopyInClearForItIsTheirOwn() {
        var row = part(own.get("/api/mine/data").json(), "member.profile").get("rows").get(0);
        assertThat(row.get("name").get("value").asString()).isEqualTo(OWN);
        assertThat(row.get("citizen_number").get("value").asString()).startsWith("000000");
        assertThat(row.get("mobile").get("value").asString()).isEqualTo("10012345678");
        assertThat(row.get("education").get("text").asString()).isNotEqualTo("61");
        assertThat(row.get("organization").get("text").asString()).isEqualTo("中共东村党支部");
    }

    @Test
    void changesOfAllTimesAreInTheCopy() {
        var officer =
                new Caller(port)
                        .signIn(
                                village.account(Role.COUNTY_OFFICER, county.top(), null),
                                Village.PASSWORD);
        var change = Map.of("education", "31", "effectiveOn", "2020-05-01");
        assertThat(officer.patch("/api/members/" + member, 0, change).status()).isEqualTo(200);
        var data = own.get("/api/mine/data").json();
        assertThat(part(data, "member.profile").get("rows")).hasSize(2);
        var actions = new TreeSet<String>();
        part(data, "journal.entry")
                .get("rows")
                .forEach(row -> actions.add(row.get("action").get("text").asString()));
        assertThat(actions).contains("登记入册", "修改", "登录");
    }

    @Test
    void nobodyElseStandsInTheCopy() {
        var body = own.get("/api/mine/data").response().body();
        assertThat(body).contains(OWN).doesNotContain(OTHER);
    }

    @Test
    void anOfficerWithoutARecordGetsWhatIsKeptOfTheAccount() {
        var officer = village.account(Role.TOWNSHIP_OFFICER, county.top(), null);
        var data =
                new Caller(port)
                        .signIn(officer, Village.PASSWORD)
                        .stepUp()
                        .get("/api/mine/data")
                        .json();
        assertThat(part(data, "member.profile").get("rows")).isEmpty();
        var account = part(data, "access.account").get("rows").get(0);
        assertThat(account.get("username").get("value").asString()).isEqualTo(officer);
        assertThat(part(data, "access.session").get("rows")).hasSize(1);
    }

    @Test
    void thePaperSaysTheSameInChinese() throws IOException {
        var answer = own.fetch("/api/mine/data.pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(answer.body())) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("我的数据", "党员登记", "公民身份号码", "10012345678", "中共东村党支部");
            assertThat(text).contains("没有列入的内容和原因", "密码校验值").doesNotContain(OTHER);
        }
    }

    @Test
    void takingACopyStandsInTheJournal() {
        own.get("/api/mine/data");
        var data = own.get("/api/mine/data").json();
        var actions = new TreeSet<String>();
        part(data, "journal.entry")
                .get("rows")
                .forEach(row -> actions.add(row.get("action").get("value").asString()));
        assertThat(actions).contains("person.copy");
    }

    @Test
    void whatIsKeptAndWhyCanBeReadByEverybodyWhoIsSignedIn() {
        var fields = own.get("/api/privacy/fields").json();
        assertThat(fields.get("tables")).hasSize(registry.tables().size());
        assertThat(new Caller(port).get("/api/privacy/fields").status()).isEqualTo(401);
    }

    private static JsonNode part(JsonNode data, String table) {
        return data.get("tables")
                .valueStream()
                .filter(part -> part.get("table").asString().equals(table))
                .findFirst()
                .orElseThrow();
    }
}
