package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.journal.Act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is told of posts in the journal: in the history of the organization and of the member. */
@Component
class PostActs {

    private final Codes codes;

    PostActs(Codes codes) {
        this.codes = codes;
    }

    List<Act> appointed(Post post) {
        return acts("post.appoint", post, post.from(), null, words(post));
    }

    List<Act> ended(Post post, LocalDate on) {
        return acts("post.end", post, on, words(post), null);
    }

    List<Act> corrected(Post before, Post after) {
        return acts("post.correct", after, after.from(), words(before), words(after));
    }

    List<Act> changed(Post before, Post after) {
        return acts("post.change", after, after.from(), words(before), words(after));
    }

    /** An import of it is taken back: to what stood before, or to nothing. */
    List<Act> undone(Post post, @Nullable Post before, LocalDate on) {
        return acts("post.undo", post, on, words(post), before == null ? null : words(before));
    }

    private List<Act> acts(
            String action,
            Post post,
            LocalDate on,
            @Nullable String before,
            @Nullable String after) {
        var values = new HashMap<String, Object>();
        values.put("post", post.id());
        values.put("before", told(before));
        values.put("after", told(after));
        var acts = new ArrayList<Act>();
        acts.add(act(action, "organization", post.organization(), post, on, values));
        var member = post.member();
        if (member != null) {
            acts.add(act(action, "member", member, post, on, values));
        }
        return acts;
    }

    private static Act act(
            String action,
            String kind,
            UUID subject,
            Post post,
            LocalDate on,
            Map<String, ?> values) {
        return new Act(post.organization(), action, kind, subject, on, List.of(), values);
    }

    private static Map<String, @Nullable String> told(@Nullable String words) {
        return Collections.singletonMap(OrganizationFields.POSTS.name(), words);
    }

    /** 书记 张三（选举产生，2025-06-01 起）. */
    private String words(Post post) {
        var held = post.open() ? post.from() + " 起" : post.from() + " 至 " + post.to();
        var approval = post.approval();
        var approved = approval == null ? "" : "，" + approval.on() + " 批复";
        var reason = post.endReason() == null ? "" : "，" + post.endReason();
        return "%s %s（%s，%s%s%s）"
                .formatted(
                        codes.label(CodeTable.POST_KIND, post.kind().code()),
                        post.name(),
                        codes.label(CodeTable.APPOINTMENT, post.appointment()),
                        held,
                        approved,
                        reason);
    }
}
