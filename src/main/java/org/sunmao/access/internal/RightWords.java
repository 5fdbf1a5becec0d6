package org.sunmao.access.internal;

import org.sunmao.access.Right;

/** What each right means, for those who hold it and those who give it. */
final class RightWords {

    private RightWords() {}

    /** No right is without words: a new one does not compile before it has them. */
    static String of(Right right) {
        return switch (right) {
            case ORGANIZATIONS_READ -> "查看管理范围内的党组织、单位和班子";
            case ORGANIZATIONS_WRITE -> "登记和修改管理范围内的党组织、单位和班子";
            case CHANGES_READ -> "查看机构变更";
            case CHANGES_PREPARE -> "起草机构变更，向上级请示";
            case CHANGES_DECIDE -> "批准机构变更并执行";
            case MEMBERS_READ -> "查看管理范围内的党员，号码等默认遮盖";
            case MEMBERS_WRITE -> "登记和修改管理范围内的党员";
            case MEMBERS_FIND_BY_NUMBER -> "用完整的身份证号查找党员，每次都有记录";
            case MEMBER_READ_OWN -> "查看本人的信息";
            case FILES_READ -> "下载管理范围内的公文";
            case ROSTERS_IMPORT -> "导入名册，并可撤销导入";
            case ROSTERS_EXPORT -> "导出名册，超过规定行数须经审批";
            case EXPORTS_APPROVE -> "审批别人的导出";
            case STATISTICS_READ -> "查看统计";
            case MEMBERS_UNMASK -> "写明理由后查看一名党员被遮盖的内容，本人能看到记录";
            case CODES_ISSUE -> "给管理范围内的党员发放激活码";
            case GRANTS_REQUEST -> "为管理范围内的工作人员申请权限，或提前停止权限";
            case GRANTS_APPROVE -> "审批权限申请，不能批准自己申请的";
            case ACCOUNTS_MANAGE -> "开设、停用账号，重新发一次性链接；看不到业务数据";
            case SECURITY_MANAGE -> "管理二次验证和登录设备；看不到业务数据";
            case AUDIT_READ -> "查看日志，不能改动任何内容";
            case FIGURES_PROPOSE -> "提出本地规定的数值";
            case FIGURES_APPROVE -> "批准别人提出的本地数值";
            case DUTIES_READ -> "查看管理范围内的应办事项和看板";
            case DUTIES_ANSWER -> "对应办事项作出说明、提出申诉";
            case DUTIES_DECIDE -> "对下级的说明和申诉作出决定，豁免应办事项";
            case REQUESTS_READ -> "查看上级要求";
            case REQUESTS_ISSUE -> "向管理范围内的党组织提出要求，须经另一人批准";
            case REQUESTS_APPROVE -> "批准别人向下级提出的要求";
            case REQUESTS_ANSWER -> "答复上级要求";
            case MEETINGS_READ -> "查看组织生活";
            case MEETINGS_WRITE -> "记录组织生活";
            case MEETINGS_CHECK -> "检查下级的会议记录";
            case ADMISSIONS_READ -> "查看管理范围内的发展党员工作";
            case ADMISSIONS_WRITE -> "办理党支部的发展党员步骤";
            case ADMISSIONS_APPROVE -> "办理上级党委的备案、预审和审批，审签情况说明";
            case ADMISSION_READ_OWN -> "查看本人的入党进程";
            case CALENDAR_WRITE -> "登记哪些天上班、哪些天放假";
        };
    }
}
