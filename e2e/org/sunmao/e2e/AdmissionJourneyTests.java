package org.sunmao.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.sunmao.e2e.AdmissionSteps.take;
import static org.sunmao.e2e.AdmissionSteps.vote;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.e2e.Chromium.Account;
import org.sunmao.house.TestClock;
import org.sunmao.house.Village;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * From the application to full membership, at the desk and on the phone, while two years go by; of
 * each kind of refusal one is read on the screen.
 */
@BrowserTest
class AdmissionJourneyTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CHOSEN = "清晨有一条安静的河流从村口慢慢流过一年又一年";
    private static final int FEWEST = 5;
    private static final int MOST = 12;

    @Autowired Chromium chromium;
    @Autowired Deputies deputies;
    @Autowired TestClock clock;

    private final LocalDate begun = LocalDate.now(ZONE);
    private LocalDate today = begun;
    private String branch = "";
    private String id = "";
    private Account secretary = new Account("", "");

    @BeforeEach
    void aBranchThatMayVote() {
        var officer = chromium.desk("township-officer");
        var top = AdmissionSteps.json(officer, "/api/organizations").at("/items/0/id").asString();
        branch =
                AdmissionSteps.json(officer, "/api/organizations?limit=200&parent=" + top)
                        .get("items")
                        .valueStream()
                        .filter(one -> one.get("kind").asString().equals("branch"))
                        .map(one -> one.get("id").asString())
                        .filter(one -> votes(officer, one))
                        .findFirst()
                        .orElseThrow();
        officer.context().close();
        secretary = deputies.of(branch);
    }

    private boolean votes(Page officer, String one) {
        var full = AdmissionSteps.full(officer, one, begun).size();
        return full >= FEWEST && full <= MOST;
    }

    @AfterEach
    void itIsTodayAgain() {
        clock.ahead(Duration.ZERO);
    }

    @Test
    void somebodyAppliesAndBecomesAFullMember() {
        applies();
        isTalkedWithAndOpensAnAccount();
        becomesAnActivist();
        becomesACandidateTooEarlyForAReason();
        isPreparedForTheVote();
        isAcceptedAndApproved();
        asksForConversionAndIsAFullMember();
    }

    /** Not of age is a hard stop; with the right day the way begins. */
    private void applies() {
        var desk = at(desk(), "/admissions/new");
        desk.locator("#field-name").fill("石小麦");
        desk.locator("#field-sex").selectOption("2");
        desk.locator("#field-appliedOn").fill(begun.toString());
        desk.getByText("其他内容").click();
        desk.locator("#field-nation").selectOption("01");
        desk.locator("#field-citizenNumber").fill(Village.number(begun.minusYears(17), 2));
        desk.locator("#field-bornOn").fill(begun.minusYears(17).toString());
        press(desk, "登记");
        assertThat(desk.locator("main")).containsText("未满十八周岁");
        var born = LocalDate.of(2000, 3, 1);
        desk.locator("#field-citizenNumber").fill(Village.number(born, 2));
        desk.locator("#field-bornOn").fill(born.toString());
        press(desk, "登记");
        desk.waitForURL(Pattern.compile(".*/admissions/[0-9a-f-]{36}"));
        id = desk.url().replaceFirst(".*/", "");
        assertThat(desk.locator("main")).containsText("派人谈话");
        desk.context().close();
    }

    /** What is not filled in is said beside its field; a step out of turn says what comes first. */
    private void isTalkedWithAndOpensAnAccount() {
        var phone = at(phone(), "/m/admissions/" + id + "/sponsors");
        assertThat(phone.locator("main")).containsText("还没有到这一步");
        phone.navigate("/m/admissions/" + id);
        phone.getByRole(AriaRole.LINK, containing("派人谈话")).first().click();
        press(phone, "登记");
        assertThat(phone.locator("main")).containsText("请选择谈话人");
        phone.getByText("从名册里选").click();
        phone.getByRole(AriaRole.DIALOG).locator("li button").first().click();
        phone.getByLabel("谈话内容").fill("动机端正，愿意在村里服务。");
        press(phone, "登记");
        assertThat(phone.locator("main")).containsText("“派人谈话”已登记");
        press(phone, "发开通码");
        var code = phone.locator(".code").innerText();
        phone.context().close();

        var own = chromium.window(360, 780);
        own.navigate("/m/activate");
        own.getByLabel("纸条上的码").fill(code);
        press(own, "下一步");
        own.getByLabel("用户名").fill("shixiaomai");
        own.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(CHOSEN);
        own.getByLabel("再输入一遍密码").fill(CHOSEN);
        press(own, "开账号，进去看看");
        own.getByRole(AriaRole.LINK, containing("我的入党进程")).first().click();
        assertThat(own.locator("main")).containsText("推荐和确定入党积极分子");
        own.context().close();
    }

    /** The committee's step is not the branch's to take; of two who act at once, one is told. */
    private void becomesAnActivist() {
        var slow = at(phone(), "/m/admissions/" + id + "/fix-activist");
        radio(slow, "党员推荐");
        var branchs = desk();
        take(branchs, id, "fix-activist", today, Map.of("recommended", "members"));
        press(slow, "登记");
        assertThat(slow.locator("main")).containsText("登记了“推荐和确定入党积极分子”");
        slow.navigate("/m/admissions/" + id + "/file-activist");
        assertThat(slow.locator("main")).containsText("这一步由");
        slow.context().close();
        above("township-officer", "file-activist", Map.of("agreed", true));
        var one = AdmissionSteps.full(branchs, branch, today).getFirst();
        take(branchs, id, "contacts", today, Map.of("contacts", List.of(one)));
        branchs.context().close();
    }

    /** A date that breaks a rule is not forged: it is explained, and the committee signs. */
    private void becomesACandidateTooEarlyForAReason() {
        for (var month : List.of(5, 11)) {
            becomes(begun.plusMonths(month));
            var desk = desk();
            take(desk, id, "assess", today, Map.of("conduct", "参加夜校，带头修渠。"));
            desk.context().close();
        }
        var phone = at(phone(), "/m/admissions/" + id + "/list-object");
        assertThat(phone.locator("main")).containsText("培养教育考察不满一年");
        radio(phone, "是");
        phone.locator("#entry-reason").fill("本人下月外出务工，支部提前研究。");
        press(phone, "提交情况说明");
        assertThat(phone.locator("main")).containsText("上级党委签字后这一步才算数");
        phone.context().close();

        var above = at(chromium.desk("township-officer"), "/admissions/" + id);
        assertThat(above.locator("main")).containsText("本人下月外出务工");
        press(above, "签字，算数");
        assertThat(above.locator("main")).containsText("已签字");
        above.context().close();
    }

    /** Too short a training is refused; what is missing stands on the screen before that. */
    private void isPreparedForTheVote() {
        above("township-officer", "file-object", Map.of("agreed", true));
        var branchs = desk();
        var two = AdmissionSteps.full(branchs, branch, today).subList(0, 2);
        take(branchs, id, "sponsors", today, Map.of("sponsors", two));
        take(branchs, id, "review", today, Map.of("passed", true, "conclusion", "合格"));
        var phone = at(phone(), "/m/admissions/" + id + "/examine");
        assertThat(phone.locator("main")).containsText("没有经过集中培训");
        phone.context().close();
        above("township-officer", "training", Map.of("days", 3, "hours", 24));
        take(branchs, id, "examine", today, noticed(Map.of()));
        branchs.context().close();
        above("township-officer", "pre-examine", Map.of("passed", true, "formNumber", "0000001"));
    }

    /** A meeting to which too few came is none. */
    private void isAcceptedAndApproved() {
        var desk = desk();
        take(desk, id, "form", today, Map.of());
        desk.context().close();
        var phone = at(phone(), "/m/admissions/" + id + "/vote");
        var full = AdmissionSteps.full(phone, branch, today);
        phone.getByLabel("主持人").selectOption(full.getFirst());
        phone.getByLabel("记录人").selectOption(full.get(1));
        full.stream().skip(2).forEach(one -> comes(phone, one, "away"));
        press(phone, "登记");
        assertThat(phone.locator(".summary")).containsText("半数");
        full.stream().skip(2).forEach(one -> comes(phone, one, "present"));
        press(phone, "登记");
        assertThat(phone.locator("main")).containsText("“支部大会讨论”已登记");
        phone.getByRole(AriaRole.LINK, containing("报送")).first().click();
        press(phone, "登记");
        assertThat(phone.locator("main")).containsText("已登记");
        phone.context().close();
        above("township-officer", "superior-talk", Map.of("talker", "组织委员"));
        above("township-officer", "approve", Map.of("granted", true));
    }

    /** Nobody converts early; the person asks, the meeting votes, the committee approves. */
    private void asksForConversionAndIsAFullMember() {
        var desk = desk();
        take(desk, id, "assign", today, Map.of());
        take(desk, id, "oath", today, Map.of("place", "村委会"));
        desk.context().close();
        becomes(begun.plusMonths(23).plusDays(2));
        var own = own();
        own.navigate("/m/admission");
        own.getByRole(AriaRole.LINK, containing("提出转正申请")).first().click();
        own.locator("#entry-words").fill("请党组织审查，批准我按期转正。");
        press(own, "登记");
        assertThat(own.locator("main")).containsText("已登记");
        own.context().close();

        var branchs = desk();
        vote(branchs, id, "conversion-vote", today, noticed(Map.of("outcome", "convert")));
        branchs.context().close();
        above("township-officer", "conversion-approve", Map.of("granted", true));
        var member = own();
        member.navigate("/m/admission");
        assertThat(member.locator("main")).containsText("成为正式党员");
        member.context().close();
    }

    /** Heard, and put up for three weeks until the day before. */
    private Map<String, Object> noticed(Map<String, Object> fields) {
        var said = new HashMap<>(fields);
        said.put("heard", true);
        said.put("noticeFrom", today.minusDays(21).toString());
        said.put("noticeTo", today.minusDays(1).toString());
        return said;
    }

    private void becomes(LocalDate day) {
        today = day;
        clock.ahead(Duration.ofDays(ChronoUnit.DAYS.between(begun, day)));
    }

    private void above(String role, String step, Map<String, ?> fields) {
        var page = chromium.desk(role);
        take(page, id, step, today, fields);
        page.context().close();
    }

    private Page desk() {
        return Chromium.entered(window(1440, 900), secretary, "/");
    }

    private Page phone() {
        return Chromium.entered(window(360, 780), secretary, "/m/");
    }

    private Page own() {
        return Chromium.entered(window(360, 780), new Account("shixiaomai", CHOSEN), "/m/");
    }

    /** Whose own clock tells the same day. */
    private Page window(int width, int height) {
        var page = chromium.window(width, height);
        page.clock().setFixedTime(today.atTime(12, 0).atZone(ZONE).toInstant().toEpochMilli());
        return page;
    }

    private static Page at(Page page, String address) {
        page.navigate(address);
        page.waitForSelector("main h1");
        return page;
    }

    private static void comes(Page page, String member, String how) {
        page.locator(".roll select[id$='" + member + "']").first().selectOption(how);
    }

    private static void radio(Page page, String label) {
        var named = new Page.GetByRoleOptions().setName(label).setExact(true);
        page.getByRole(AriaRole.RADIO, named).first().check();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, Chromium.exactly(name)).click();
    }

    private static Page.GetByRoleOptions containing(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
