package org.sunmao.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who reads a field, in the words of the registry. */
public enum Reader {
    @JsonProperty("self")
    SELF("本人"),
    @JsonProperty("branch")
    BRANCH("所在党组织的书记"),
    @JsonProperty("officers")
    OFFICERS("上级党委的党务工作者"),
    @JsonProperty("supervisor")
    SUPERVISOR("督导人员"),
    @JsonProperty("system-admin")
    SYSTEM_ADMIN("系统管理员"),
    @JsonProperty("security-admin")
    SECURITY_ADMIN("安全管理员"),
    @JsonProperty("audit-admin")
    AUDIT_ADMIN("审计管理员"),
    @JsonProperty("signed-in")
    SIGNED_IN("所有登录用户"),
    /** Nobody: the program alone uses it. */
    @JsonProperty("system")
    SYSTEM("只供系统使用，不向任何人显示");

    private final String label;

    Reader(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
