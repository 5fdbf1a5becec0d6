package org.sunmao.register;

import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Accounts;
import org.sunmao.access.Role;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Journal.Behind;
import org.sunmao.journal.Recorded;
import org.sunmao.register.HistoryEntry.FieldChange;
import org.sunmao.web.Page;
import org.sunmao.web.PageKey;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The history of a record, told from the journal. Asked within a scope, it tells what lies in it.
 */
@Component
public class Histories {

    /** By the verb of an action, or by the whole action where one verb has two titles. */
    private static final Map<String, String> TITLES =
            Map.ofEntries(
                    Map.entry("enter", "登记入册"),
                    Map.entry("member.cancel", "取消预备党员资格"),
                    Map.entry("enter-body", "登记入册"),
                    Map.entry("change", "修改"),
                    Map.entry("correct", "更正"),
                    Map.entry("link", "关联单位"),
                    Map.entry("body.link", "关联党组织"),
                    Map.entry("unlink", "取消关联"),
                    Map.entry("establish", "成立"),
                    Map.entry("reorganize", "机构变更"),
                    Map.entry("merge", "并入其他党组织"),
                    Map.entry("split", "拆分"),
                    Map.entry("revoke", "撤销"),
                    Map.entry("move", "随机构变更转移组织关系"),
                    Map.entry("change.draft", "拟稿"),
                    Map.entry("change.rewrite", "修改草稿"),
                    Map.entry("change.request", "请示"),
                    Map.entry("change.decide", "作出决定"),
                    Map.entry("change.refuse", "不批准"),
                    Map.entry("change.apply", "执行"),
                    Map.entry("change.block", "未能按期执行"),
                    Map.entry("change.file", "备案"),
                    Map.entry("change.withdraw", "撤回"),
                    Map.entry("undo", "撤销导入"),
                    Map.entry("correction-ask", "本人申请更正"),
                    Map.entry("correction-accept", "受理更正申请"),
                    Map.entry("correction-refuse", "答复不予更正"),
                    Map.entry("correction-withdraw", "本人撤回更正申请"),
                    Map.entry("correction-done", "按申请更正"),
                    Map.entry("access.sign-in", "登录"),
                    Map.entry("access.sign-out", "退出登录"),
                    Map.entry("person.copy", "取得我的数据"),
                    Map.entry("post.appoint", "任职"),
                    Map.entry("post.end", "卸任"),
                    Map.entry("post.correct", "更正任职"),
                    Map.entry("term.begin", "开始新一届"),
                    Map.entry("term.extend", "延期换届"),
                    Map.entry("term.end", "届期结束"),
                    Map.entry("organization.review", "检查是否保留"),
                    Map.entry("organization.review-withdraw", "撤回检查"));

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final Journal journal;
    private final Accounts accounts;
    private final FieldReader reader;

    Histories(Journal journal, Accounts accounts, FieldReader reader) {
        this.journal = journal;
        this.accounts = accounts;
        this.reader = reader;
    }

    public Page<HistoryEntry> of(
            UUID subject, List<Field> fields, @Nullable String after, int limit) {
        var recorded = journal.of(subject, behind(after), limit + 1);
        var names =
                accounts.names(
                        recorded.stream()
                                .flatMap(entry -> Stream.of(entry.account(), entry.behalf()))
                                .filter(Objects::nonNull)
                                .collect(toSet()));
        var entries = recorded.stream().map(entry -> entry(entry, fields, names)).toList();
        return Page.of(
                entries, limit, entry -> List.of(entry.at().toString(), entry.id().toString()));
    }

    /** The newest entry, to tell by whom a record was changed. */
    public Optional<HistoryEntry> last(UUID subject) {
        return of(subject, List.of(), null, 1).items().stream().findFirst();
    }

    private HistoryEntry entry(Recorded of, List<Field> fields, Map<UUID, String> names) {
        return new HistoryEntry(
                of.id(),
                of.at(),
                by(of, names),
                Role.find(of.post()).map(Role::label).orElse("系统"),
                of.action(),
                title(of.action()),
                of.effectiveOn(),
                changes(of, fields),
                of.sealed());
    }

    /** Whoever acts as a deputy is told with whom they act for (ACC-12). */
    private static @Nullable String by(Recorded of, Map<UUID, String> names) {
        var account = of.account();
        var behalf = of.behalf();
        if (account == null || behalf == null) {
            return account == null ? null : names.get(account);
        }
        return names.get(account) + " 代 " + names.get(behalf);
    }

    /** Of an entry in the register all is new: nothing is gained by telling it once more. */
    private List<FieldChange> changes(Recorded of, List<Field> fields) {
        if (!(of.values().get(BEFORE) instanceof Map<?, ?> before)
                || !(of.values().get(AFTER) instanceof Map<?, ?> after)) {
            return List.of();
        }
        return fields.stream()
                .filter(field -> before.containsKey(field.name()))
                .map(
                        field ->
                                new FieldChange(
                                        field.name(),
                                        field.label(),
                                        reader.show(field, before.get(field.name())),
                                        reader.show(field, after.get(field.name()))))
                .toList();
    }

    /** What was done, in words. */
    public static String title(String action) {
        var verb = action.substring(action.indexOf('.') + 1);
        return TITLES.getOrDefault(action, TITLES.getOrDefault(verb, "记录"));
    }

    private static @Nullable Behind behind(@Nullable String after) {
        var values = PageKey.read(after, 2);
        if (values == null) {
            return null;
        }
        return new Behind(PageKey.instant(values.getFirst()), PageKey.uuid(values.getLast()));
    }
}
