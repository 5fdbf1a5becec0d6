package org.sunmao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.UUID;

/** Somebody whom a township accompanies. */
final class TalentOfTheVillage {

    private TalentOfTheVillage() {}

    /** The page of the second of two who are listed, who has outgrown the age since. */
    static String listed(Page officer, String branch, String family) {
        list(officer, branch, family + "小满", "2001-05-21", "回乡办果园，带动十几户种植");
        return list(officer, branch, family + "谷雨", "1989-04-20", "合作社会计");
    }

    private static String list(
            Page officer, String branch, String name, String bornOn, String work) {
        var token =
                officer.context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                        .map(cookie -> cookie.value)
                        .findFirst()
                        .orElseThrow();
        var said =
                Map.of(
                        "organization", branch,
                        "name", name,
                        "sex", "1",
                        "bornOn", bornOn,
                        "education", "61",
                        "work", work,
                        "recommendedBy", "驻村第一书记",
                        "agreedOn", "2024-03-01",
                        "listedOn", "2024-03-05");
        var sent =
                RequestOptions.create()
                        .setHeader("X-XSRF-TOKEN", token)
                        .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                        .setData(said);
        var made = officer.request().post("/api/talents", sent);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var id = JsonMapper.shared().readTree(made.text()).get("id").asString();
        return "/admissions/talents/" + id;
    }
}
