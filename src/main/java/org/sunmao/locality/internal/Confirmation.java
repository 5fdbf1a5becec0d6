package org.sunmao.locality.internal;

/** How far a source was seen, in words: what is not confirmed is never shown as law. */
final class Confirmation {

    private Confirmation() {}

    static String says(String confirmed) {
        return switch (confirmed) {
            case "yes" -> "已对照公开文本";
            case "secondary" -> "本地配置，待核对：只见于二手材料";
            case "seed" -> "本地配置，待核对：见于一地做法的报道";
            case "practice" -> "本地配置，待核对：一地的实际做法";
            default -> "本地配置，待核对：凭记忆写入，未见原文";
        };
    }
}
