package org.sunmao.audit.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Trail.Question;
import org.sunmao.web.BrokenOff;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The log as a file: its newest lines, part by part, and whose file it is on every page. */
@Component
class AuditFile {

    /** How many lines one file holds: a longer time is taken in several. */
    static final int MOST = 20_000;

    private static final int PART = 1000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    static final List<String> HEADINGS =
            List.of(
                    "时间", "种类", "操作", "操作人", "代谁操作", "角色", "所属党组织", "对象", "数量", "数据级别", "内容", "原因",
                    "依据", "来源地址", "请求编号", "封存序号", "编号");

    /** In which form. */
    enum Form {
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("csv", "text/csv;charset=UTF-8");

        private final String code;
        private final String mediaType;

        Form(String code, String mediaType) {
            this.code = code;
            this.mediaType = mediaType;
        }

        String code() {
            return code;
        }

        String mediaType() {
            return mediaType;
        }

        static Optional<Form> find(@Nullable String code) {
            return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
        }
    }

    private final AuditLog log;
    private final Clock clock;

    AuditFile(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Tells the log that it is taken out, and how the file is called. */
    String open(SignedIn who, AuditFilter filter, Form form) {
        var told = new HashMap<String, String>();
        told.put("format", form.code());
        put(told, "log", filter.log());
        put(told, "account", filter.account());
        put(told, "action", filter.action());
        put(told, "from", filter.from());
        put(told, "to", filter.to());
        log.tellExport(who, told);
        return "审计日志-%s.%s".formatted(now(NAME), form.code());
    }

    private static void put(Map<String, String> told, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            told.put(name, value);
        }
    }

    void write(SignedIn who, Question question, Form form, OutputStream out) {
        var mark = "%s 于 %s 导出审计日志".formatted(who.name(), now(TIME));
        try (var sheet = sheet(form, mark, out)) {
            var written = 0;
            @Nullable UUID behind = null;
            var items = log.part(question, behind, PART);
            while (!items.isEmpty()) {
                for (var item : items) {
                    sheet.row(row(item));
                }
                written += items.size();
                behind = items.getLast().id();
                items =
                        items.size() < PART || written >= MOST
                                ? List.of()
                                : log.part(question, behind, PART);
            }
            sheet.finish();
        } catch (IOException | RuntimeException e) {
            throw new BrokenOff(e);
        }
    }

    private static AuditSheet sheet(Form form, String mark, OutputStream out) throws IOException {
        return switch (form) {
            case XLSX -> new AuditBook(out, mark);
            case CSV -> new AuditText(out, mark);
        };
    }

    private List<String> row(AuditItem item) {
        return List.of(
                TIME.withZone(clock.getZone()).format(item.at()),
                switch (item.log()) {
                    case "entry" -> "操作";
                    case "reading" -> "查看";
                    default -> "安全事件";
                },
                item.label(),
                text(item.by()),
                text(item.behalf()),
                text(item.post()),
                text(item.organization()),
                text(item.subject()),
                text(item.count()),
                text(item.level()),
                text(item.what()),
                text(item.reason()),
                String.join("、", item.rules()),
                text(item.source()),
                text(item.request()),
                text(item.sealed()),
                item.id().toString());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private String now(DateTimeFormatter form) {
        return form.withZone(clock.getZone()).format(clock.instant());
    }
}
