package org.sunmao.journal.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.journal.Followed;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Something that is not as it was sealed.
 *
 * @param leaf its number in the tree, where it has or had one
 * @param note what is known beyond that, in Chinese
 */
record Finding(
        Kind kind,
        @Nullable UUID entry,
        @Nullable Long leaf,
        @Nullable OffsetDateTime at,
        @Nullable String action,
        String note) {

    enum Kind {
        ALTERED_ENTRY("条目被改动", "altered entry"),
        ALTERED_DETAIL("明细被改动", "altered detail"),
        REMOVED_DETAIL("明细被删除，没有清除记录", "detail removed without an erasure entry"),
        REMOVED_ENTRY("条目被删除", "removed entry"),
        REMOVED_LEAF("叶被删除", "removed leaf"),
        ALTERED_LEAF("叶被改动", "altered leaf"),
        FORGED_LEAF("伪造的叶", "leaf that no head covers"),
        REORDERED("次序被调换", "re-ordered"),
        INSERTED("事后插入", "inserted later"),
        BACK_DATED("记录时间与次序不符", "back-dated"),
        MISSING_TAIL("末尾缺失", "missing tail"),
        UNFIT("与签名的头不符", "does not fit the signed head"),
        FALSE_HEAD("封存头被改动，签名不符", "altered head, false signature"),
        REMOVED_HEAD("封存头被删除", "removed head"),
        FORK("数据库与头文件各执一词", "database and file of heads tell two stories"),
        ALTERED_FILE("封存头文件被改动", "altered file of heads"),
        MISSING_FILE("封存头文件不在了", "missing file of heads"),
        FALSE_ERASURE("清除记录不实", "erasure that its entry does not tell of");

        final String chinese;
        final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    static Finding of(Kind kind, @Nullable Long leaf, Followed entry, String note) {
        return new Finding(kind, entry.id(), leaf, entry.recordedAt(), entry.action(), note);
    }

    static Finding of(Kind kind, @Nullable Long leaf, String note) {
        return new Finding(kind, null, leaf, null, null, note);
    }
}
