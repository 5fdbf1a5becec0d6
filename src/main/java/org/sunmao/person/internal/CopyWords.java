package org.sunmao.person.internal;

import static java.util.Map.entry;

import org.springframework.stereotype.Component;
import org.sunmao.access.Role;
import org.sunmao.access.Tree;
import org.sunmao.privacy.PersonalData.Value;
import org.sunmao.register.Histories;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says in Chinese what the modules give as codes, ids and days. */
@Component
class CopyWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("y年M月d日 HH:mm");

    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    entry("member", "党员登记"),
                    entry("account", "账号"),
                    entry("organization", "党组织"),
                    entry("post", "随任职产生"),
                    entry("request", "经申请批准"),
                    entry("admission", "入党申请"),
                    entry("demo", "演示"),
                    entry("first-start", "首次启用"),
                    entry("open", "已登录"),
                    entry("reset", "重设密码"));

    private final Tree tree;
    private final Clock clock;

    CopyWords(Tree tree, Clock clock) {
        this.tree = tree;
        this.clock = clock;
    }

    Value told(String column, Value value) {
        return value.text() != null || value.value() == null
                ? value
                : new Value(value.value(), text(column, value.value()));
    }

    private String text(String column, Object value) {
        return switch (value) {
            case LocalDate day -> DAY.format(day);
            case Instant time -> TIME.format(time.atZone(clock.getZone()));
            case Boolean yes -> yes ? "是" : "否";
            case UUID id -> tree.name(id).orElse(id.toString());
            case List<?> all -> all.stream().map(String::valueOf).collect(Collectors.joining("、"));
            default -> word(column, value.toString());
        };
    }

    private static String word(String column, String text) {
        return switch (column) {
            case "role", "post" -> Role.find(text).map(Role::label).orElse("系统");
            case "action" -> Histories.title(text);
            default -> KINDS.getOrDefault(text, text);
        };
    }
}
