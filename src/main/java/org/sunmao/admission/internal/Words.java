package org.sunmao.admission.internal;

/** What stages and the like are called. */
final class Words {

    private Words() {}

    static String stage(String code) {
        return switch (code) {
            case "applicant" -> "入党申请人";
            case "activist-to-file" -> "入党积极分子（待备案）";
            case "activist" -> "入党积极分子";
            case "object-to-file" -> "发展对象（待备案）";
            case "object" -> "发展对象";
            case "pre-examined" -> "预审合格";
            case "accepted" -> "支部大会通过（待审批）";
            case "probationer" -> "预备党员";
            case "extended" -> "预备党员（延长预备期）";
            case "decided" -> "支部大会讨论过（待审批）";
            case "member" -> "正式党员（待归档）";
            case "archived" -> "已归档";
            case "cancelled" -> "取消预备党员资格";
            case "ended" -> "已终止";
            default -> throw new IllegalStateException("no stage: " + code);
        };
    }
}
