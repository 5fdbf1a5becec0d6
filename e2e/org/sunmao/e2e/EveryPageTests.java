package org.sunmao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every page in every view: read by axe and measured by our own scripts; with {@code -Dtour.write}
 * kept as a picture in {@code docs/tour}, from where the tour shows it.
 */
@BrowserTest
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTests {

    private static final Path TOUR = Path.of("docs/tour.md");
    static final boolean WRITES = System.getProperty("tour.write") != null;
    static final Path PICTURES = Path.of(WRITES ? "docs/tour" : "target/tour");

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
        var request = RequestFromAbove.issued(chromium, page);
        var duty = dutyOf(page);
        var meeting = MeetingOfTheBranch.recorded(page, id, "members");
        var appraisal = MeetingOfTheBranch.recorded(page, id, "appraisal");
        var admission = AdmissionOfTheVillage.activist(page, id);
        var talent = TalentOfTheVillage.listed(page, id, "石");
        page.context().close();
        var body = bodyOf(village);
        stops =
                Stop.everywhere(
                        new Stop.Found(
                                village, body, member, change, roster, request, duty, meeting,
                                appraisal, admission, talent));
    }

    /** The first that the county finds unmet. */
    private static String dutyOf(Page page) {
        page.navigate("/duties");
        return page.locator("main table a[href^='/duties/']").first().getAttribute("href");
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

    @Test
    void whatIsWrongWithAPageIsNamed() {
        var page = chromium.window(800, 600);
        page.navigate("/sign-in");
        page.waitForSelector("h1");
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=/favicon.svg>')");

        assertThat(Axe.violations(page)).anyMatch(fault -> fault.toString().contains("image-alt"));
        page.context().close();
    }

    /**
     * Two browsers at once: one would wait for the house half of the time. No page does what the
     * policy of its answer forbids; those without a stop are looked at for that alone.
     */
    @Test
    void everyPageIsReadableForEveryone()
            throws IOException, InterruptedException, ExecutionException {
        var all = new SoftAssertions(); // one run tells of every page
        var violations = Collections.synchronizedList(new ArrayList<String>());
        var rounds = new ConcurrentLinkedQueue<>(Round.of(stops));
        try (var hands = Executors.newFixedThreadPool(2)) {
            var visits =
                    Stream.of(1, 2)
                            .map(_ -> hands.submit(() -> visitAll(rounds, violations, all)))
                            .toList();
            for (var visit : visits) {
                visit.get();
            }
        }
        visitTheRest(violations);
        all.assertThat(violations).as("forbidden by the content security policy").isEmpty();
        all.assertAll();
    }

    /**
     * Some stops of one account, few enough that no browser is left alone with them in the end.
     *
     * @param role nobody's is empty
     */
    private record Round(String role, boolean phone, List<Stop> stops) {

        private static final int MOST = 12;

        static List<Round> of(List<Stop> stops) {
            var nobody = Stream.of(false, true).flatMap(phone -> Stop.signedOut(phone).stream());
            return Stream.concat(nobody, stops.stream())
                    .collect(Collectors.groupingBy(one -> List.of(one.role(), one.onThePhone())))
                    .values()
                    .stream()
                    .flatMap(Round::pieces)
                    .sorted(Comparator.comparingInt(round -> -round.stops().size()))
                    .toList();
        }

        private static Stream<Round> pieces(List<Stop> all) {
            var first = all.getFirst();
            return IntStream.iterate(0, i -> i < all.size(), i -> i + MOST)
                    .mapToObj(i -> all.subList(i, Math.min(i + MOST, all.size())))
                    .map(some -> new Round(first.role(), first.onThePhone(), some));
        }

        View view() {
            return phone ? View.PHONE : View.DESK;
        }
    }

    private void visitAll(Queue<Round> rounds, List<String> violations, SoftAssertions all) {
        try (var browser = chromium.another()) {
            for (var round = rounds.poll(); round != null; round = rounds.poll()) {
                var view = round.view();
                var page =
                        ContentPolicy.listening(
                                browser.window(view.width, view.height), violations);
                if (!round.role().isEmpty()) {
                    browser.signedIn(page, round.role(), round.phone() ? "/m/" : "/");
                }
                for (var stop : round.stops()) {
                    check(all, () -> visit(page, view, stop));
                    view.others().forEach(other -> check(all, () -> look(page, other, stop)));
                    check(all, () -> ContentPolicy.open(page));
                }
                page.context().close();
            }
        }
    }

    /** Pages that the tour does not show: whoever made one sees here that it keeps the policy. */
    private void visitTheRest(List<String> violations) throws IOException {
        var desk = ContentPolicy.listening(chromium.window(1440, 900), violations);
        var phone = ContentPolicy.listening(chromium.window(360, 780), violations);
        chromium.signedIn(desk, "county-officer");
        chromium.signedIn(phone, "secretary", "/m/");
        var shown = Stream.of(stops, Stop.signedOut(false), Stop.signedOut(true));
        var addresses = shown.flatMap(List::stream).map(Stop::address).toList();
        var pages = ContentPolicy.pages();
        assertThat(pages).hasSizeGreaterThan(100);
        for (var address : pages) {
            var pattern = Pattern.compile(address.replaceAll("\\{\\w+}", "[^/?]+") + "([?#].*)?");
            if (addresses.stream().noneMatch(one -> pattern.matcher(one).matches())) {
                var page = address.startsWith("/m/") ? phone : desk;
                Stillness.at(page, address.replaceAll("\\{\\w+}", UUID.randomUUID().toString()));
                page.waitForSelector("h1");
                ContentPolicy.open(page);
            }
        }
        desk.context().close();
        phone.context().close();
    }

    /** What is found is gathered under a lock, the visit is not. */
    private static void check(SoftAssertions all, Runnable visit) {
        try {
            visit.run();
        } catch (AssertionError | RuntimeException fault) {
            synchronized (all) {
                all.check(
                        () -> {
                            throw fault;
                        });
            }
        }
    }

    static void visit(Page page, View view, Stop stop) {
        page.setViewportSize(view.width, view.height);
        Stillness.at(page, stop.address());
        look(page, view, stop);
    }

    private static void look(Page page, View view, Stop stop) {
        page.setViewportSize(view.width, view.height);
        var elder = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("长辈版"));
        if (!String.valueOf(view.elder).equals(elder.first().getAttribute("aria-pressed"))) {
            elder.first().click();
        }
        page.waitForSelector("h1");
        Stillness.settled(page);
        examine(page, view, stop.name());
    }

    /** Measures what is on a page, and keeps a picture of it where the tour is written. */
    static void examine(Page page, View view, String name) {
        if (WRITES) {
            var picture = name + "-" + view.name().toLowerCase(Locale.ROOT) + ".png";
            var file = PICTURES.resolve(picture);
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
        var where = name + " in " + view;
        if (view.read()) {
            assertThat(Axe.violations(page)).as(where).isEmpty();
        }
        assertThat((List<?>) page.evaluate(SMALL_TARGETS, view.target)).as(where).isEmpty();
        assertThat((boolean) page.evaluate(SCROLLS_SIDEWAYS)).as(where).isFalse();
        var size = ((Number) page.evaluate(BODY_TEXT)).intValue();
        assertThat(size).as(where).isGreaterThanOrEqualTo(view.elder ? 18 : 16);
    }
}
