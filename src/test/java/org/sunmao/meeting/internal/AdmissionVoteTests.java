package org.sunmao.meeting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.meeting.AdmissionOrder;
import org.sunmao.meeting.Exclusion;
import org.sunmao.meeting.Meetings;
import org.sunmao.meeting.Meetings.VoteResult;
import org.sunmao.meeting.NewMeeting.Excluded;
import org.sunmao.meeting.NewMeeting.NewVote;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.Voting.Counts;
import org.sunmao.rules.RuleRefused;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A branch of six full members and one on probation votes on admission. */
@HouseTest
class AdmissionVoteTests extends MeetingHouse {

    private static final String MATTER = "接收孙新为中共预备党员";
    private static final String CONSENT = "乡党委 3 月 1 日同意，支部大会通过";

    @Autowired Meetings meetings;

    private List<UUID> full = List.of();
    private UUID probationer = UUID.randomUUID();

    @BeforeEach
    void six() {
        village.members(branch, List.of("赵六", "孙七"));
        full = due();
        var born = LocalDate.of(1990, 1, 1);
        var joined = today().minusMonths(3);
        probationer = village.enter(Village.someone(branch, "周新", born, joined, null));
    }

    private List<UUID> due() {
        return scopes.system(
                "test",
                _ ->
                        grounds
                                .due(
                                        List.of(new GroundStore.Asked(branch, today(), today())),
                                        List.of(Attendance.MEMBERS))
                                .getFirst()
                                .stream()
                                .map(Ground.DuePerson::id)
                                .toList());
    }

    @Test
    @Proves({"R-DEV-29", "R-DEV-31"})
    void whoIsLeftOutByConsentIsNeitherDueNorPresentNorWritten() {
        var id = add(with(absent(2), vote(Map.of("excluded", excluded(full.get(0), "abroad")))));
        var kept = secretary.get("/api/meetings/" + id).json().get("votes").get(0);
        assertThat(kept.get("due").asInt()).as("six without one").isEqualTo(5);
        assertThat(kept.get("present").asInt()).isEqualTo(4);
        assertThat(kept.get("passed").asBoolean()).isTrue();
        var one = kept.get("excluded").get(0);
        assertThat(one.get("member").asString()).isEqualTo(full.get(0).toString());
        assertThat(one.get("reasonName").asString()).contains("出国");
        assertThat(one.get("consent").asString()).isEqualTo(CONSENT);
        assertThat(acts(id)).containsExactlyInAnyOrder("meeting.record", "meeting.exclude");

        var more = vote(Map.of("written", 2, "excluded", excluded(full.get(0), "abroad")));
        assertThat(refused(with(absent(2), more))).contains("没有到会的有表决权的只有 1 名");
    }

    @Test
    @Proves({"R-DEV-29", "PRV-04"})
    void whoDoesNotCountFindsItInTheirOwnCopyAndNobodysVote() {
        var _ = add(with(absent(2), vote(Map.of("excluded", excluded(full.get(0), "abroad")))));
        var account = village.account(Role.MEMBER, branch, full.get(0));
        var own = new Caller(port).signIn(account, Village.PASSWORD).stepUp();
        var copy = own.get("/api/mine/data").json().get("tables");
        var kept =
                copy.valueStream()
                        .filter(it -> it.get("table").asString().equals("meeting.exclusion"))
                        .toList();
        assertThat(kept.getFirst().get("rows")).hasSize(1);
        assertThat(kept.toString()).contains("自费出国半年以上", CONSENT).doesNotContain(MATTER);
    }

    @Test
    @Proves("R-DEV-32")
    void votesThatAreAddedAtOnceComeOneAfterAnother() {
        var id = UUID.fromString(add(Map.of("absent", absent(2))));
        IntStream.range(0, 6)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> take(id, bound(4, 0, 0))))
                .toList()
                .forEach(CompletableFuture::join);
        var numbers = secretary.get("/api/meetings/" + id).json().get("votes");
        assertThat(numbers.valueStream().map(it -> it.get("number").asInt()).toList())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    private void take(UUID meeting, NewVote vote) {
        assertThat(take(meeting, vote, Text.NONE).passed()).isTrue();
    }

    @Test
    @Proves("R-DEV-29")
    void nobodyIsLeftOutWhoCameOrWithoutAClassAndAConsent() {
        var present = vote(Map.of("excluded", excluded(full.get(5), "ill")));
        assertThat(refused(with(absent(2), present))).contains("属于哪一类");
        assertThat(unlawful(excluded(full.get(5), "bedridden"))).contains("R-DEV-29", "已经到会");
        assertThat(unlawful(excluded(full.get(0), "returned"))).contains("不在这里规定的类别里");
        var silent = List.of(Map.of("member", full.get(0), "reason", "away"));
        assertThat(unlawful(silent)).contains("上级党组织哪一天同意");
        var sanction = List.of(Map.of("member", full.get(0), "reason", "sanctioned"));
        assertThat(unlawful(sanction)).contains("处分决定");
        var twice =
                List.of(
                        excluded(full.get(0), "away").getFirst(),
                        excluded(full.get(0), "abroad").getFirst());
        assertThat(refused(with(absent(2), vote(Map.of("excluded", twice))))).contains("写了两次");
        var never = vote(Map.of("excluded", excluded(probationer, "away")));
        assertThat(refused(with(absent(2), never))).contains("本来就不在应到");
        var other = new HashMap<>(vote(Map.of("excluded", excluded(full.get(0), "away"))));
        other.put("rule", "R-LF-02");
        assertThat(refused(with(absent(2), other))).contains("只有接收、转正等表决");
    }

    @Test
    @Proves({"R-DEV-28", "R-DEV-31"})
    void opinionsInWritingAreVotesAndOpenNoMeeting() {
        var half = new HashMap<>(vote(Map.of("written", 3, "inFavour", 6)));
        var few = post(with(absent(3), half));
        assertThat(refused(few, 422)).contains("R-DEV-28", "应到会有表决权的 6 名，到会 3 名，至少到会 4 名");
        var id = add(with(absent(2), vote(Map.of("written", 1, "inFavour", 3, "against", 1))));
        var kept = secretary.get("/api/meetings/" + id).json().get("votes").get(0);
        assertThat(kept.get("abstained").asInt()).as("five votes").isEqualTo(1);
        assertThat(kept.get("passed").asBoolean()).as("three of six").isFalse();
    }

    @Test
    @Proves({"R-DEV-30", "R-DEV-32", "R-DEV-33"})
    void oneMeetingVotesOnOnePersonAfterAnother() {
        var id = UUID.fromString(add(with(absent(2), vote(Map.of()))));
        var out = new Excluded(full.get(0), Exclusion.AWAY, CONSENT);
        var text = new Text(AdmissionOrder.ACCEPTANCE.items("钱进"), "钱进汇报，大家讨论。", null);
        var result = take(id, bound(4, 0, 1).of(List.of(out), true), text);
        assertThat(result.counts()).isEqualTo(new Counts(5, 4, 1, 4, 0, 1));
        assertThat(result.passed()).isTrue();
        assertThat(results(id)).hasSize(2).last().isEqualTo(result);

        var minutes = secretary.get("/api/meetings/" + id).json();
        var resolution = minutes.get("resolution").asString();
        assertThat(resolution)
                .contains("接收钱进为中共预备党员：应到会有表决权的正式党员 5 名（另有 1 名按规定不计在内），实到 4 名")
                .contains("书面意见 1 份", "无记名", "赞成 4 票，反对 0 票，弃权 1 票", "支部大会通过");
        assertThat(minutes.get("record").asString()).endsWith("大家都发了言。\n钱进汇报，大家讨论。");
        assertThat(minutes.get("agenda").get(0).get("title").asString()).startsWith("钱进汇报");
        assertThat(minutes.get("agenda")).hasSize(4);
        assertThat(acts(id.toString())).contains("meeting.vote", "meeting.exclude");

        take(id, bound(4, 0, 0), new Text(AdmissionOrder.CONVERSION.items("李明"), null, "同意。"));
        var keys = secretary.get("/api/meetings/" + id).json().get("agenda").toString();
        assertThat(keys).contains("object-2", "李明汇报预备期间");
        sign(id.toString());
        assertThatThrownBy(() -> take(id, bound(4, 0, 0), Text.NONE))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("已经签字锁定");
    }

    @Test
    @Proves("R-LF-15")
    void whatAProcedureRestsOnStaysWhileTheMinutesAreChangedAroundIt() {
        var id = UUID.fromString(add(Map.of("absent", absent(2))));
        var out = new Excluded(full.get(0), Exclusion.BEDRIDDEN, CONSENT);
        var result = take(id, bound(4, 0, 0).of(List.of(out), true), Text.NONE);
        var same = new HashMap<>(vote(Map.of("matter", result.matter(), "inFavour", 4)));
        var told = change(id, with(absent(2), same, Map.of("record", "重新整理的记录。")));
        assertThat(told.status()).as("%s", told.json()).isEqualTo(200);
        assertThat(results(id)).as("who did not count is kept unsaid").containsExactly(result);

        same.put("inFavour", 3);
        var other = change(id, with(absent(2), same));
        assertThat(refused(other, 422)).contains("R-LF-15", "已经记入发展党员的步骤");
        assertThat(refused(change(id, Map.of("absent", absent(2))), 422)).contains("票数不能改");
        same.put("inFavour", 4);
        var moved = with(absent(2), same, Map.of("on", today().minusDays(1).toString()));
        assertThat(refused(change(id, moved), 422)).contains("日期不能改");
        var off = secretary.post("/api/meetings/" + id + "/cancel", Map.of("reason", "重复记录"));
        assertThat(refused(off, 422)).contains("发展党员的表决已经记在这次会议里");
        var may = secretary.get("/api/meetings/" + id).json().get("may");
        assertThat(may.get("cancel").get("open").asBoolean()).isFalse();
    }

    private Answer change(UUID id, Map<String, ?> more) {
        var version = secretary.get("/api/meetings/" + id).json().get("version").asInt();
        return secretary.patch("/api/meetings/" + id, version, wish(more));
    }

    private String unlawful(List<? extends Map<String, ?>> excluded) {
        return refused(post(with(absent(2), vote(Map.of("excluded", excluded)))), 422);
    }

    private VoteResult take(UUID meeting, NewVote vote, Text text) {
        return scopes.system("test", scope -> meetings.vote(scope, meeting, vote, text));
    }

    private List<VoteResult> results(UUID meeting) {
        return scopes.system("test", scope -> meetings.votes(scope, meeting));
    }

    private static NewVote bound(int inFavour, int against, int written) {
        return new NewVote(
                "接收钱进为中共预备党员", "R-DEV-31", true, inFavour, against, null, written, List.of(), true);
    }

    /** The first so many did not come. */
    private List<Map<String, UUID>> absent(int number) {
        return full.subList(0, number).stream().map(one -> Map.of("member", one)).toList();
    }

    private static List<Map<String, Object>> excluded(UUID member, String reason) {
        return List.of(Map.of("member", member, "reason", reason, "consent", CONSENT));
    }

    private static Map<String, Object> vote(Map<String, ?> more) {
        var vote = new HashMap<String, Object>();
        vote.put("matter", MATTER);
        vote.put("rule", "R-DEV-31");
        vote.put("inFavour", 4);
        vote.putAll(more);
        return vote;
    }

    private static Map<String, Object> with(
            List<Map<String, UUID>> absent, Map<String, Object> vote) {
        return with(absent, vote, Map.of());
    }

    private static Map<String, Object> with(
            List<Map<String, UUID>> absent, Map<String, Object> vote, Map<String, ?> more) {
        var wish = new HashMap<String, Object>();
        wish.put("absent", absent);
        wish.put("votes", List.of(vote));
        wish.putAll(more);
        return wish;
    }
}
