package org.sunmao.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Between a branch and its township stand others, which deliberate and do not approve. */
@HouseTest
class AdmissionPowerTests extends AdmissionHouse {

    private UUID committee = UUID.randomUUID();
    private UUID general = UUID.randomUUID();
    private Caller villageSecretary = new Caller(0);
    private Caller generalSecretary = new Caller(0);

    @BeforeEach
    void stand() {
        var own = county.townships().getFirst().top();
        committee = village.organization(own, "榆树村党委", "committee");
        general = village.organization(committee, "榆树村一片党总支", "general-branch");
        branch = village.organization(general, "榆树村一片党支部", "branch");
        members = village.members(branch, List.of("李四", "王五", "赵六", "钱七", "孙八"));
        secretary = caller(Role.SECRETARY, branch);
        villageSecretary = caller(Role.SECRETARY, committee);
        generalSecretary = caller(Role.SECRETARY, general);
    }

    @Test
    @Proves({"R-DEV-02", "R-DEV-03", "R-DEV-11"})
    void aGeneralBranchAndACommitteeOfAVillageApproveNobody() {
        var applied = today().minusDays(900);
        var id = apply(applied);
        assertThat(get(id).get("committee").get("name").asString()).isEqualTo("中共东乡委员会");
        took(secretary, id, "talk", applied.plusDays(10), Map.of("talker", members.getFirst()));
        took(secretary, id, "fix-activist", applied.plusDays(20), Map.of("recommended", "members"));
        var agreed = Map.of("agreed", true);
        assertThat(refused(take(generalSecretary, id, "file-activist", today(), agreed), 422))
                .contains("R-DEV-11", "由“中共东乡委员会”办理");
        took(villageSecretary, id, "file-activist", applied.plusDays(25), agreed);

        var granted = Map.of("granted", true);
        assertThat(refused(take(generalSecretary, id, "approve", today(), granted), 422))
                .contains("R-DEV-35");
        var second = apply(applied);
        accepted(second, applied);
        took(secretary, second, "submit", applied.plusDays(452), Map.of());
        var talk = Map.of("talker", "组织委员郑九");
        took(township, second, "superior-talk", applied.plusDays(455), talk);
        assertThat(refused(take(generalSecretary, second, "approve", today(), granted), 422))
                .contains("R-DEV-02", "党总支只审议");
        assertThat(refused(take(villageSecretary, second, "approve", today(), granted), 422))
                .contains("R-DEV-03");
        var seen = villageSecretary.get("/api/admissions/" + second).json();
        assertThat(step(seen, "approve").get("mine").asBoolean()).isFalse();
        took(township, second, "approve", applied.plusDays(460), granted);
    }

    @Test
    @Proves({"R-DEV-17", "R-DEV-51"})
    void whoMovesGoesOnAtTheNewBranchWithTheDaysOfTheOld() {
        var applied = today().minusDays(500);
        var id = apply(applied);
        activist(id, applied);
        var target = county.townships().getLast().branches().getFirst().id();
        var at = "/api/admissions/" + id;
        var sent = Map.of("target", target, "on", today().minusDays(3).toString());
        assertThat(secretary.post(at + "/handover", sent).status()).isEqualTo(200);
        assertThat(refused(take(secretary, id, "assess", today(), Map.of()), 422))
                .contains("R-DEV-17", "正在转接");

        var other = caller(Role.SECRETARY, target);
        assertThat(other.get(at).status()).as("the papers are to be examined").isEqualTo(200);
        var unread = Map.of("examined", false, "on", today().toString());
        assertThat(refused(other.post(at + "/receive", unread), 422)).contains("R-DEV-17");
        var received = other.post(at + "/receive", Map.of("examined", true, "on", today() + ""));
        assertThat(received.status()).as("%s", received.json()).isEqualTo(200);
        assertThat(received.json().get("stage").asString()).isEqualTo("activist");
        assertThat(secretary.get(at).status()).isEqualTo(404);
        assertThat(other.get(at).json().get("since").asString())
                .as("cultivation counts on")
                .isEqualTo(applied.plusDays(20).toString());
    }

    @Test
    void papersThatAreSentBackStayWhereTheyCameFrom() {
        var applied = today().minusDays(500);
        var id = apply(applied);
        var target = county.townships().getLast().branches().getFirst().id();
        var at = "/api/admissions/" + id;
        var sent = Map.of("target", target, "on", today().toString());
        assertThat(secretary.post(at + "/handover", sent).status()).isEqualTo(200);
        var other = caller(Role.SECRETARY, target);
        assertThat(other.post(at + "/return", Map.of()).status()).isEqualTo(400);
        assertThat(other.post(at + "/return", Map.of("reason", "缺少申请书")).status()).isEqualTo(204);
        assertThat(other.get(at).status()).isEqualTo(404);
        took(secretary, id, "talk", today(), Map.of("talker", members.getFirst()));
        assertThat(acts(id)).contains("admission.send", "admission.return");
    }
}
