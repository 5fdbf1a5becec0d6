package org.sunmao.member;

import java.util.Set;

/**
 * A name as it may stand where everybody reads it (PRV-10): 张*, 欧阳**. Chinese names keep the
 * surname; a name of another people, set apart by a point, keeps its first part.
 */
public final class MaskedName {

    /** The compound surnames that are in use; every other surname is one character. */
    private static final Set<String> COMPOUND =
            Set.of(
                    ("欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳"
                                    + " 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 西门 呼延 百里"
                                    + " 东郭 南门 轩辕 单于 淳于 闾丘 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父"
                                    + " 谷梁 拓跋 夹谷 段干 第五 梁丘 左丘 东门 羊舌 微生 纳兰 完颜")
                            .split(" "));

    private static final String POINTS = "[·•‧．∙]";

    private MaskedName() {}

    /** How many characters the surname has; none if nothing would be left as a given name. */
    public static int surname(String name) {
        var length = name.codePointCount(0, name.length());
        if (length > 2 && COMPOUND.contains(name.substring(0, name.offsetByCodePoints(0, 2)))) {
            return 2;
        }
        return length > 1 ? 1 : 0;
    }

    /** One star for each character that is not shown; a name of one character is hidden whole. */
    public static String of(String name) {
        var parts = name.split(POINTS, -1);
        if (parts.length > 1 && !parts[0].isBlank()) {
            return parts[0] + "·" + "*".repeat(2);
        }
        var shown = surname(name);
        var length = name.codePointCount(0, name.length());
        return name.substring(0, name.offsetByCodePoints(0, shown)) + "*".repeat(length - shown);
    }
}
