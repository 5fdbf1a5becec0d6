package org.sunmao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Every page in every view: read by axe, measured by our own scripts, and kept as a picture in
 * {@code target/tour}; with {@code -Dtour.write} in {@code docs/tour}, from where the tour shows
 * it.
 */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTests {

    private static final String OFFICER = "county-officer";
    private static final String LAST_YEAR = "?asOf=2025-12-31";
    private static final String TOO_EARLY = "?asOf=1930-01-01";
    private static final Path TOUR = Path.of("docs/tour.md");
    static final Path PICTURES =
            Path.of(System.getProperty("tour.write") == null ? "target/tour" : "docs/tour");

    /** Buttons, links and fields that are hard to hit; links within a sentence are excepted. */
    static final String SMALL_TARGETS =
            """
            least => [...document.querySelectorAll('button, a[href], input, select')]
              .filter(e => e.checkVisibility() && e.tabIndex >= 0)
              .filter(e => !e.closest('p, .skip-link, .basis'))
              .map(e => [e, (e.closest('.el-input__wrapper') ?? (/radio|checkbox/.test(e.type)
                ? e.closest('label') : null) ?? e).getBoundingClientRect()])
              .filter(([e, box]) => box.width > 0 && box.height < least - 0.5)
              .map(([e, box]) => e.outerHTML.slice(0, 120) + ' ' + box.height)
            """;

    static final String SCROLLS_SIDEWAYS =
            "() => document.documentElement.scrollWidth > window.innerWidth + 1";

    private static final String BODY_TEXT =
            "() => parseFloat(getComputedStyle(document.body).fontSize)";

    /** A page of the tour: its picture's name, whose it is, and how to come to it. */
    record Stop(String name, String role, String address) {

        boolean onThePhone() {
            return address.startsWith("/m/");
        }
    }

    @Autowired Chromium chromium;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;

    private List<Stop> stops = List.of();

    @BeforeAll
    void planTheTour() throws IOException {
        Files.createDirectories(PICTURES);
        var page = chromium.desk("county-officer");
        page.navigate("/organizations");
        page.getByLabel("查找党组织").fill("东关村");
        page.getByText("中共兴县蔚汾镇东关村党支部").first().click();
        page.waitForURL("**/organizations/*");
        var village = page.url().replaceFirst(".*/organizations/", "/organizations/");
        page.navigate("/members?q=zs");
        page.getByRole(AriaRole.LINK, Chromium.exactly("张三")).first().click();
        page.waitForURL("**/members/*");
        var member = page.url().replaceFirst(".*/members/", "/members/");
        var id = village.replaceFirst(".*/", "");
        var change = draftOf(page, id);
        var roster = rosterOf(page);
        page.context().close();
        var body = bodyOf(village);
        stops =
                Stream.of(
                                home(),
                                organizations(village, body),
                                members(village, member),
                                asOf(village),
                                posts(village),
                                changes(id, change),
                                statistics(),
                                imports(roster),
                                rules(),
                                readings(),
                                person(),
                                onThePhone(member))
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<Stop> home() {
        return List.of(
                new Stop("home", OFFICER, "/"),
                new Stop("home-of-a-member", "member", "/"),
                new Stop("home-of-an-administrator", "system-admin", "/"),
                new Stop("not-found", "secretary", "/members/" + "0".repeat(8)));
    }

    private static List<Stop> organizations(String village, String body) {
        return List.of(
                new Stop("organizations", OFFICER, "/organizations"),
                new Stop("organization", OFFICER, village),
                new Stop("organization-edit", OFFICER, village + "/edit"),
                new Stop("organization-new", OFFICER, "/organizations/new"),
                new Stop("trees", OFFICER, "/organizations/trees"),
                new Stop("overview", OFFICER, "/organizations/overview"),
                new Stop("bodies", OFFICER, "/bodies"),
                new Stop("body", OFFICER, body),
                new Stop("body-edit", OFFICER, body + "/edit"));
    }

    private static List<Stop> members(String village, String member) {
        var id = village.replaceFirst(".*/", "");
        return List.of(
                new Stop("members", OFFICER, "/members"),
                new Stop("members-found", OFFICER, "/members?q=zs"),
                new Stop("members-none", OFFICER, "/members?q=nobodyatall"),
                new Stop("members-filtered", OFFICER, "/members?status=probationary&sex=2"),
                new Stop("members-breakdown", OFFICER, "/members/breakdown"),
                new Stop("member", OFFICER, member),
                new Stop("member-edit", OFFICER, member + "/edit"),
                new Stop("member-edit-of-a-secretary", "secretary", member + "/edit"),
                new Stop("member-new", OFFICER, "/members/new?organization=" + id));
    }

    private static List<Stop> asOf(String village) {
        return List.of(
                new Stop("organizations-as-of", OFFICER, "/organizations" + LAST_YEAR),
                new Stop("organization-as-of", OFFICER, village + LAST_YEAR),
                new Stop("organization-not-yet", OFFICER, village + TOO_EARLY),
                new Stop("members-as-of", OFFICER, "/members" + LAST_YEAR));
    }

    private static List<Stop> posts(String village) {
        return List.of(
                new Stop("posts", OFFICER, "/posts"),
                new Stop("posts-of-a-group", OFFICER, "/posts?group=village"),
                new Stop("post-new", OFFICER, village + "/posts/new"),
                new Stop("terms", OFFICER, village + "/terms"));
    }

    private static List<Stop> changes(String organization, String change) {
        return List.of(
                new Stop("changes", OFFICER, "/changes"),
                new Stop("change-new", OFFICER, "/changes/new?organization=" + organization),
                new Stop("change", OFFICER, change),
                new Stop("change-preview", OFFICER, change + "/preview"));
    }

    private static List<Stop> imports(String roster) {
        return List.of(
                new Stop("imports", OFFICER, "/imports"),
                new Stop("import-new", OFFICER, "/imports?kind=member"),
                new Stop("import", OFFICER, roster),
                new Stop("exports", OFFICER, "/exports"),
                new Stop("accounts", "system-admin", "/accounts"),
                new Stop("grants", OFFICER, "/grants"),
                new Stop("grants-to-decide", "security-admin", "/grants"),
                new Stop("roles", "member", "/roles"),
                new Stop("sessions", "security-admin", "/sessions"));
    }

    private static List<Stop> rules() {
        return List.of(
                new Stop("rules", OFFICER, "/rules"),
                new Stop("rule", OFFICER, "/rules/R-BR-14"),
                new Stop("figures", OFFICER, "/figures"));
    }

    private static List<Stop> readings() {
        return List.of(
                new Stop("mine", "member", "/mine"),
                new Stop("readings", "member", "/mine/readings"),
                new Stop("phone-readings", "member", "/m/mine/readings"),
                new Stop("audit", "audit-admin", "/audit"),
                new Stop("alarms", "security-admin", "/alarms"));
    }

    private static List<Stop> statistics() {
        var women = "/statistics/below?table=basic&key=female";
        var bodies = "/statistics/below?table=coverage&key=formed-none";
        return List.of(
                new Stop("statistics", OFFICER, "/statistics"),
                new Stop("statistics-published", OFFICER, "/statistics?published=true"),
                new Stop("statistics-below", OFFICER, women),
                new Stop("statistics-bodies", OFFICER, bodies));
    }

    private static List<Stop> person() {
        return List.of(
                new Stop("corrections", "secretary", "/corrections"),
                new Stop("fields", OFFICER, "/privacy"),
                new Stop("my-corrections", "member", "/mine/corrections"),
                new Stop("correction-new", "member", "/mine/corrections/new"),
                new Stop("my-data", "member", "/mine/data"),
                new Stop("phone-my-corrections", "member", "/m/mine/corrections"),
                new Stop("phone-correction-new", "member", "/m/mine/corrections/new"),
                new Stop("phone-my-data", "member", "/m/mine/data"),
                new Stop("security", "secretary", "/security"),
                new Stop("member-accounts", "secretary", "/member-accounts"),
                new Stop("second-factors", "security-admin", "/second-factors"),
                new Stop("phone-security", "member", "/m/security"));
    }

    private static List<Stop> onThePhone(String member) {
        return List.of(
                new Stop("phone-home", "secretary", "/m/"),
                new Stop("phone-organization", "secretary", "/m/organization"),
                new Stop("phone-organization-not-yet", "secretary", "/m/organization" + TOO_EARLY),
                new Stop("phone-members", "secretary", "/m/members"),
                new Stop("phone-members-as-of", "secretary", "/m/members" + LAST_YEAR),
                new Stop("phone-member", "secretary", "/m" + member),
                new Stop("phone-member-edit", "secretary", "/m" + member + "/edit"),
                new Stop("phone-member-new", "secretary", "/m/members/new"),
                new Stop("phone-statistics", "secretary", "/m/statistics"),
                new Stop("phone-rule", "secretary", "/m/rules/R-BR-14"),
                new Stop("phone-nowhere", "secretary", "/m/members/" + "0".repeat(8)),
                new Stop("phone-home-of-a-member", "member", "/m/"),
                new Stop("phone-mine", "member", "/m/mine"),
                new Stop("phone-mine-as-of", "member", "/m/mine" + LAST_YEAR),
                new Stop("phone-organization-of-a-member", "member", "/m/organization"));
    }

    /** The body that the branch of a village is formed in. */
    private String bodyOf(String village) {
        var id = village.replaceFirst(".*/", "");
        var sql = "select body::text from organization.link where organization = ?::uuid limit 1";
        return "/bodies/"
                + scopes.system("test", _ -> jdbc.sql(sql).param(id).query(String.class).single());
    }

    /** A village to be renamed on the first of next month: drafted, and never carried out. */
    private static String draftOf(Page page, String organization) {
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusMonths(1).withDayOfMonth(1);
        var rename =
                Map.of(
                        "kind", "rename",
                        "organization", organization,
                        "name", "中共兴县蔚汾镇东关新村党支部");
        var draft =
                Map.of(
                        "title",
                        "东关村党支部更名",
                        "effectiveOn",
                        day.toString(),
                        "reason",
                        "东关村更名为东关新村，党支部随之更名。",
                        "steps",
                        List.of(rename));
        var options =
                RequestOptions.create()
                        .setHeader("X-XSRF-TOKEN", cookie(page, "XSRF-TOKEN"))
                        .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                        .setData(draft);
        var path = "/api/organizations/" + organization + "/changes";
        var answer = page.context().request().post(path, options);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var made = Objects.requireNonNull(answer.headers().get("location"));
        return made.replaceFirst(".*/api/", "/");
    }

    /** A roster with faults, previewed and never committed. */
    private static String rosterOf(Page page) {
        var rows =
                """
                姓名,身份证号,性别,民族,出生日期,文化程度,人员类别,所在党支部,入党时间,转正日期
                张小禾,000000193402308993,男,汉族,1934-02-30,初中,正式党员,东关村党支部,1955-07,1956-07-01
                李小满,1.41123E+17,女,汉族,1934-05-04,初中,正式党员,东关村支部,1955-07-01,1954-07-01
                """;
        var content = rows.getBytes(StandardCharsets.UTF_8);
        var form =
                FormData.create()
                        .set("kind", "member")
                        .set("file", new FilePayload("蔚汾镇党员名册.csv", "text/csv", content));
        var options =
                RequestOptions.create()
                        .setHeader("X-XSRF-TOKEN", cookie(page, "XSRF-TOKEN"))
                        .setMultipart(form);
        var answer = page.context().request().post("/api/imports", options);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var made = Objects.requireNonNull(answer.headers().get("location"));
        page.navigate(made.replaceFirst(".*/api/", "/"));
        page.waitForSelector("#preview");
        return made.replaceFirst(".*/api/", "/");
    }

    private static String cookie(Page page, String name) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTourShowsEveryPage() throws IOException {
        assertThat(Files.readString(TOUR))
                .contains(stops.stream().map(EveryPageTests::mainPicture).toList());
    }

    private static String mainPicture(Stop stop) {
        return "tour/" + stop.name() + (stop.onThePhone() ? "-phone.png" : "-desk.png");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "NARROW", "PHONE"})
    void isReadableForEveryone(View view) {
        var all = new SoftAssertions(); // one run tells of every page
        var page = chromium.window(view.width, view.height);
        signedOut(view.phone).forEach(stop -> visitInBothModes(page, view, stop, all));
        page.context().close();
        var here = stops.stream().filter(stop -> stop.onThePhone() == view.phone).toList();
        for (var role : here.stream().map(Stop::role).distinct().toList()) {
            var window = chromium.window(view.width, view.height);
            var signedIn = chromium.signedIn(window, role, view.phone ? "/m/" : "/");
            here.stream()
                    .filter(stop -> stop.role().equals(role))
                    .forEach(stop -> visitInBothModes(signedIn, view, stop, all));
            signedIn.context().close();
        }
        all.assertAll();
    }

    private static List<Stop> signedOut(boolean phone) {
        return phone
                ? List.of(
                        new Stop("phone-sign-in", "", "/m/sign-in"),
                        new Stop("phone-activate", "", "/m/activate"))
                : List.of(
                        new Stop("sign-in", "", "/sign-in"),
                        new Stop("first-account", "", "/first#token=x"),
                        new Stop("welcome", "", "/welcome#token=x"),
                        new Stop("activate", "", "/activate"));
    }

    private static void visitInBothModes(Page page, View view, Stop stop, SoftAssertions all) {
        all.check(() -> visit(page, view, stop));
        all.check(() -> look(page, view.inElderMode(), stop));
    }

    static void visit(Page page, View view, Stop stop) {
        page.navigate(stop.address());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        look(page, view, stop);
    }

    private static void look(Page page, View view, Stop stop) {
        var elder = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("长辈版"));
        if (!String.valueOf(view.elder).equals(elder.first().getAttribute("aria-pressed"))) {
            elder.first().click();
        }
        page.waitForSelector("h1");
        examine(page, view, stop.name());
    }

    /** Keeps a picture, and measures what is on it. */
    static void examine(Page page, View view, String name) {
        var picture = name + "-" + view.name().toLowerCase(Locale.ROOT) + ".png";
        var file = PICTURES.resolve(picture);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        var where = name + " in " + view;
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(where).isEmpty();
        assertThat((List<?>) page.evaluate(SMALL_TARGETS, view.target)).as(where).isEmpty();
        assertThat((boolean) page.evaluate(SCROLLS_SIDEWAYS)).as(where).isFalse();
        var size = ((Number) page.evaluate(BODY_TEXT)).intValue();
        assertThat(size).as(where).isGreaterThanOrEqualTo(view.elder ? 18 : 16);
    }
}
