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

    /**
     * Of a record whose history is told with that of another.
     *
     * @param acts how the acts begin that are about such records, as {@code post.}
     */
    public String told(UUID with, String acts) {
        return histories
                .last(with)
                .filter(last -> last.action().startsWith(acts))
                .map(this::told)
                .orElse("导入以后又有人修改过，保持现在的样子");
    }

    private String told(HistoryEntry last) {
        var by = last.by() == null ? last.post() : last.by() + " · " + last.post();
        var at = MINUTE.format(last.at().atZone(clock.getZone()));
        return "导入以后由 " + by + " 于 " + at + " 修改过（" + last.title() + "），保持现在的样子";
    }
}
