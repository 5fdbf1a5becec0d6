package org.sunmao.duty.internal;

import static java.util.Map.entry;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.duty.internal.DutyView.DutyEvidence;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Measures and figures in words, each with the page that shows what is behind it. */
@Component
class EvidenceWords {

    /** Before the name of a measure: the figure of the rule it is compared with. */
    private static final String BOUND = "bound:";

    private record Words(String label, @Nullable String unit, @Nullable String opens) {}

    private static final Map<String, Words> WORDS =
            Map.ofEntries(
                    entry("full", new Words("正式党员", "名", "members")),
                    entry("members", new Words("党员", "名", "members")),
                    entry("officers", new Words("班子成员", "名", "posts")),
                    entry("secretaries", new Words("在任书记", "名", "posts")),
                    entry("leaders", new Words("在任组长", "名", "posts")),
                    entry("units", new Words("联合的单位", "个", "organization")),
                    entry("groups", new Words("党小组", "个", "organization")),
                    entry("ungrouped", new Words("没有编入党小组的党员", "名", "members")),
                    entry("first", new Words("这一期的第一天", null, null)),
                    entry("talk-officers", new Words("支部委员之间谈过", "次", null)),
                    entry("talk-officer", new Words("委员和党员之间谈过", "次", null)),
                    entry("talk-members", new Words("党员之间谈过", "次", null)),
                    entry("asked", new Words("计入的人数", "名", null)),
                    entry("lacking", new Words("还没有达到的人数", "名", null)),
                    entry("hours", new Words("每人学时", "学时", null)),
                    entry("classHour", new Words("每个学时（本地配置）", "分钟", "rule")),
                    entry("untold", new Words("还没有反馈的党员", "名", null)),
                    entry("term", new Words("任期届满", null, "term")),
                    entry("extended", new Words("批准延期到", null, "term")),
                    entry("fullOn", new Words("书记转为正式党员", null, "posts")),
                    entry("breaches", new Words("不合规定、还没有说明的地方", "处", "admission")),
                    entry("kind", new Words("哪里不符", null, null)));

    /** Codes that stand for a sentence. */
    private static final Map<String, String> VALUES =
            Map.of(
                    "kind:number", "出生日期或性别与身份证号不符",
                    "kind:post", "任职的人组织关系不在这里");

    private final JsonMapper json;

    EvidenceWords(JsonMapper json) {
        this.json = json;
    }

    List<DutyEvidence> of(String evidence) {
        return json.readTree(evidence)
                .propertyStream()
                .filter(measure -> !measure.getValue().isNull())
                .sorted(Comparator.comparing(measure -> order(measure.getKey())))
                .map(measure -> of(measure.getKey(), measure.getValue()))
                .toList();
    }

    /** Beside each measure the figure it is compared with. */
    private static String order(String name) {
        return name.startsWith(BOUND) ? name.substring(BOUND.length()) + "1" : name + "0";
    }

    private static DutyEvidence of(String name, JsonNode value) {
        var shown = value.asString("");
        if (name.startsWith(BOUND)) {
            var measure = words(name.substring(BOUND.length()));
            return new DutyEvidence("规则的界线：" + measure.label(), shown, measure.unit(), "rule");
        }
        var words = words(name);
        var said = VALUES.getOrDefault(name + ":" + shown, shown);
        return new DutyEvidence(words.label(), said, words.unit(), words.opens());
    }

    private static Words words(String name) {
        return WORDS.getOrDefault(name, new Words(name, null, null));
    }
}
