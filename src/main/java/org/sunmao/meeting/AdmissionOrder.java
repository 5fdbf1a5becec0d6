package org.sunmao.meeting;

import org.sunmao.meeting.NewMeeting.Item;

import java.util.List;
import java.util.stream.IntStream;

/** In what order a members' meeting discusses one person, before it votes by secret ballot. */
public enum AdmissionOrder {

    /** R-DEV-30. */
    ACCEPTANCE(
            "汇报对党的认识、入党动机、本人履历、家庭和主要社会关系等情况",
            "入党介绍人介绍有关情况，对能否入党表明意见",
            "支部委员会报告审查情况",
            "与会党员充分讨论，采取无记名投票方式表决"),

    /** R-DEV-46: as an acceptance. */
    CONVERSION(
            "汇报预备期间的思想、工作和学习情况，提出转正申请",
            "党小组和入党介绍人提出意见",
            "支部委员会报告征求党员、群众意见和审查的情况",
            "与会党员充分讨论，采取无记名投票方式表决");

    private static final List<String> KEYS = List.of("object", "sponsors", "committee", "ballot");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> titles;

    AdmissionOrder(String... titles) {
        this.titles = List.of(titles);
    }

    /** As items of an agenda, all of them done; the first names the person. */
    public List<Item> items(String name) {
        return IntStream.range(0, KEYS.size())
                .mapToObj(at -> new Item(KEYS.get(at), title(name, at), true, null))
                .toList();
    }

    private String title(String name, int at) {
        return at == 0 ? name + titles.get(at) : titles.get(at);
    }
}
