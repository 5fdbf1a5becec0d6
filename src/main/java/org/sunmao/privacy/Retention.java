package org.sunmao.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;

/** How long something is kept; the figures are those of the rule. */
public enum Retention {
    /** Archived with the person's file, never deleted by the program (PRV-06). */
    @JsonProperty("membership")
    MEMBERSHIP("membership", "党员登记材料", null),
    @JsonProperty("organization")
    ORGANIZATION("organization", "党组织登记材料", null),
    /** As long as the account is there, for what was done with it must stay attributable. */
    @JsonProperty("account")
    ACCOUNT("account", "账号和授权", null),
    /** Replaced or deleted by whoever made it. */
    @JsonProperty("own")
    OWN("own", "自己保存的内容", null),
    /** Technical state without which the program does not run. */
    @JsonProperty("system")
    SYSTEM("system", "系统运行数据", null),
    @JsonProperty("audit")
    AUDIT("audit", "操作日志的内容", "auditYears"),
    @JsonProperty("reading")
    READING("reading", "查阅记录", "readingYears"),
    @JsonProperty("attempt")
    ATTEMPT("attempt", "登录失败的计数", "attemptDays"),
    @JsonProperty("session")
    SESSION("session", "已结束的登录", "sessionDays"),
    @JsonProperty("receipt")
    RECEIPT("receipt", "防重复提交的凭据", "receiptDays"),
    @JsonProperty("import")
    IMPORT("import", "导入表格的行", "importDays"),
    @JsonProperty("export")
    EXPORT("export", "导出申请", "exportDays"),
    @JsonProperty("code")
    CODE("code", "用过或过期的激活码、一次性链接", "codeDays"),
    @JsonProperty("notice")
    NOTICE("notice", "通知", "noticeDays"),
    @JsonProperty("correction")
    CORRECTION("correction", "已办结的更正申请", "correctionYears"),
    /** From the day they left; whoever withdrew is erased at once. */
    @JsonProperty("talent")
    TALENT("talent", "离开青年人才库的人", "talentYears"),
    @JsonProperty("paper")
    PAPER("paper", "生成的文件", null);

    /** The rule that holds the figures. */
    public static final RuleId RULE = new RuleId("PRV-06");

    private final String code;
    private final String label;
    private final @Nullable String figure;

    Retention(String code, String label, @Nullable String figure) {
        this.code = code;
        this.label = label;
        this.figure = figure;
    }

    /** The name outside the program; never renamed. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** Whether it ends some day; what does not is archived or is deleted by people. */
    public boolean ends() {
        return figure != null;
    }

    /** What became older than this day is let go. */
    public LocalDate before(Rule rule, LocalDate today) {
        if (figure == null) {
            throw new IllegalStateException(code + " does not end");
        }
        var value = rule.figure(figure);
        return figure.endsWith("Years") ? today.minusYears(value) : today.minusDays(value);
    }

    /** How long, as a person reads it. */
    public String told(Rule rule) {
        if (figure == null) {
            return switch (this) {
                case MEMBERSHIP -> "长期：按党员档案管理的规定归档，不删除";
                case ORGANIZATION -> "长期：按党组织档案管理的规定归档，不删除";
                case ACCOUNT -> "账号存在期间；停用以后保留，使过去的操作能查到是谁做的";
                case OWN -> "由本人删除或改写";
                default -> "长期";
            };
        }
        return rule.figure(figure) + (figure.endsWith("Years") ? " 年" : " 天");
    }
}
