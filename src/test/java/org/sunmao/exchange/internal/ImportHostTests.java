package org.sunmao.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.exchange.internal.RosterTexts.csv;
import static org.sunmao.exchange.internal.RosterTexts.preview;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** A roster names the hosts of floating members: those known here, and others as it calls them. */
@HouseTest
class ImportHostTests {

    @LocalServerPort int port;
    @Autowired Village village;

    @Test
    void aHostOfTheHouseIsFoundAndAnotherKeptByItsName() {
        var county = village.county();
        var name = village.account(Role.COUNTY_OFFICER, county.top(), null);
        var officer = new Caller(port).signIn(name, Village.PASSWORD).stepUp();
        var rows = new ArrayList<List<String>>();
        rows.add(row("何流一", "是", "中共西庄党支部"));
        rows.add(row("吕流二", "是", "中共苏州市某某公司支部委员会"));
        rows.add(row("施流三", "否", "中共西庄党支部"));
        rows.add(row("张流四", "是", "中共东村党支部"));
        rows.add(row("孔流五", "是", "中共西乡委员会"));
        var headings = new ArrayList<>(RosterTexts.HEADINGS);
        headings.addAll(List.of("是否流动党员", "流入地党组织"));

        var one = preview(officer, "member", "流动.csv", csv(headings, rows));

        assertThat(RosterTexts.codes(officer, one, 3)).containsExactly("host-elsewhere");
        assertThat(RosterTexts.codes(officer, one, 4)).as("at home").isNotEmpty();
        assertThat(RosterTexts.codes(officer, one, 5)).as("their own").isNotEmpty();
        assertThat(RosterTexts.codes(officer, one, 6)).as("a committee").isNotEmpty();
        RosterTexts.commit(officer, one);
        var host = card(officer, "何流一").get("host");
        assertThat(host.get("name").asString()).isEqualTo("中共西庄党支部");
        var elsewhere = card(officer, "吕流二");
        assertThat(elsewhere.get("host").isNull()).isTrue();
        assertThat(elsewhere.get("hostName").asString()).contains("苏州");
        assertThat(officer.get("/api/members?q=张流四").json().get("items")).isEmpty();
    }

    private static List<String> row(String name, String floating, String host) {
        var row = RosterTexts.fresh(name);
        row.add(floating);
        row.add(host);
        return row;
    }

    private static JsonNode card(Caller who, String name) {
        var found = who.get("/api/members?q=" + name).json().get("items");
        assertThat(found).as(name).hasSize(1);
        return who.get("/api/members/" + found.get(0).get("id").asString()).json();
    }
}
