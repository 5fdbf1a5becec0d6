package org.sunmao.register;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Tells who changed a record after an import wrote it. */
@Component
public class ChangedSince {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Histories histories;
    private final Clock clock;

    ChangedSince(Histories histories, Clock clock) {
        this.histories = histories;
        this.clock = clock;
    }

    public String told(UUID id) {
        return histories.last(id).map(this::told).orElse("导入以后又有人修改过，保持现在的样子");
    }

    /** The history of a post is told with that of its organization. */
    String told(Post post) {
        return histories
                .last(post.organization())
                .filter(last -> last.action().startsWith("post."))
                .map(this::told)
                .orElse("导入以后有人修改过这一任职，保持现在的样子");
    }

    private String told(HistoryEntry last) {
        var by = last.by() == null ? last.post() : last.by() + " · " + last.post();
        var at = MINUTE.format(last.at().atZone(clock.getZone()));
        return "导入以后由 " + by + " 于 " + at + " 修改过（" + last.title() + "），保持现在的样子";
    }
}
