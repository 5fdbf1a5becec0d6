package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.util.Map;

/** One sees where one is signed in, and ends what one does not know. */
@HouseTest
class OpenSessionTests {

    @LocalServerPort int port;
    @Autowired Village village;

    private Offices offices;
    private String officer = "";

    @BeforeEach
    void people() {
        offices = new Offices(village, port);
        officer = offices.officer(Role.COUNTY_OFFICER, offices.county.top());
    }

    @Test
    void oneEndsAnotherOfOnesOwnAndAllOthers() {
        var here = offices.caller(officer);
        var there = offices.caller(officer);
        var elsewhere = offices.caller(officer);
        var sessions = here.get("/api/sessions").json();
        assertThat(sessions).hasSize(3);
        var other = "";
        for (var one : sessions) {
            other = one.get("current").asBoolean() ? other : one.get("id").asString();
        }
        assertThat(here.delete("/api/sessions/" + other).status()).isEqualTo(204);
        assertThat(here.delete("/api/sessions/" + other).status()).isEqualTo(404);
        assertThat(here.delete("/api/sessions").status()).isEqualTo(204);
        assertThat(here.get("/api/sessions").json()).hasSize(1);
        assertThat(there.get("/api/session").status()).isEqualTo(401);
        assertThat(elsewhere.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void somebodyElsesSessionIsNotThere() {
        var id = offices.caller(officer).get("/api/sessions").json().get(0).get("id").asString();
        var other = offices.caller(offices.officer(Role.SUPERVISOR, offices.county.top()));
        assertThat(other.delete("/api/sessions/" + id).status()).isEqualTo(404);
        assertThat(other.get("/api/sessions/all").status()).isEqualTo(403);
    }

    @Test
    void whoLooksAfterSecurityEndsAnybodysWithAReason() {
        var caller = offices.caller(officer);
        var found = offices.security.get("/api/sessions/all?q={}", officer).json().get("items");
        assertThat(found).hasSize(1);
        var path = "/api/sessions/all/" + found.get(0).get("id").asString() + "/end";
        assertThat(offices.security.post(path, Map.of()).status()).isEqualTo(400);
        assertThat(offices.security.post(path, Map.of("reason", "设备丢失")).status()).isEqualTo(204);
        assertThat(caller.get("/api/session").status()).isEqualTo(401);
    }

    /** Whoever planted a cookie before does not share what is opened afterwards. */
    @Test
    void signingInNeverTakesOverAToken() {
        var planted = offices.caller(officer).cookie("SUNMAO");
        var victim = new Caller(port).withCookie("SUNMAO", planted);
        victim.signIn(offices.officer(Role.SUPERVISOR, offices.county.top()), Village.PASSWORD);
        assertThat(victim.cookie("SUNMAO")).isNotEqualTo(planted);
        var attacker = new Caller(port).withCookie("SUNMAO", planted);
        assertThat(attacker.get("/api/session").json().get("role").asString())
                .isEqualTo("county-officer");
    }

    @ParameterizedTest
    @CsvSource({
        "'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari','电脑（Windows，Chrome 内核浏览器）'",
        "'Mozilla/5.0 (Linux; Android 14) Chrome/116 MicroMessenger/8.0.50','手机（安卓，微信）'",
        "'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Version/17 Safari/604','手机（苹果，Safari 浏览器）'",
        "'curl/8','未知设备'",
        "'<script>','未知设备'"
    })
    void aDeviceIsToldInWordsOfOurOwn(String agent, String words) {
        assertThat(Device.of(agent)).isEqualTo(words);
        assertThat(Device.of(null)).isEqualTo("未知设备");
    }
}
