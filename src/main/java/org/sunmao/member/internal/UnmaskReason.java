package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;

/** What a masked field may be looked at for; the codes are never renamed. */
enum UnmaskReason {
    IDENTITY("identity", "核对身份"),
    CONTACT("contact", "联系本人"),
    TRANSFER("transfer", "办理组织关系"),
    RECORDS("records", "填报、核对档案"),
    CARE("care", "走访慰问、落实待遇"),
    SUPERVISION("supervision", "监督检查"),
    OTHER("other", "其他工作需要");

    private final String code;
    private final String label;

    UnmaskReason(String code, String label) {
        this.code = code;
        this.label = label;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    static Optional<UnmaskReason> find(@Nullable String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
