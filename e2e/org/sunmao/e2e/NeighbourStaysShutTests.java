package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;

/** A township officer tries the neighbour's township by address, interface and search. */
@BrowserTest
class NeighbourStaysShutTests {

    private static final String NEIGHBOUR = "中共兴县魏家滩镇委员会";

    @Autowired Chromium chromium;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;

    @Test
    void nothingOfTheNeighbourIsFound() {
        var township = id("select id::text from organization.label where name = ?", NEIGHBOUR);
        var member =
                id(
                        """
                        select f.id::text from member.profile f
                        join organization.place p on p.id = f.organization
                        where p.path like (select path from organization.place t
                          join organization.label l on l.id = t.id where l.name = ?) || '%'
                        limit 1
                        """,
                        NEIGHBOUR);
        var page = chromium.desk("township-officer");

        for (var address : new String[] {"/organizations/" + township, "/members/" + member}) {
            page.navigate(address);
            assertThat(page.getByText("不在您的管理范围内").first()).isVisible();
            assertThat(status(page, "/api" + address)).isEqualTo(404);
        }
        assertThat(status(page, "/api/members?organization=" + township)).isEqualTo(404);
        page.navigate("/organizations");
        page.getByLabel("查找党组织").fill("魏家滩");
        page.keyboard().press("Enter");
        assertThat(page.getByText(NEIGHBOUR)).hasCount(0);
    }

    @Test
    void anExpiredSessionLeadsToTheSignInAndBack() {
        var page = chromium.desk("secretary");
        page.getByRole(AriaRole.LINK, Chromium.exactly("党员")).click();
        page.waitForURL("**/members**");

        page.context().clearCookies();
        page.reload();

        assertThat(page.getByLabel("用户名")).isVisible();
    }

    private static int status(Page page, String path) {
        var script = "path => fetch(path).then(answer => answer.status)";
        return (int) page.evaluate(script, path);
    }

    private String id(String sql, String name) {
        return scopes.system(
                "test",
                _ -> jdbc.sql(sql).param(name).query((row, _) -> row.getString(1)).single());
    }
}
