package org.sunmao.member.internal;

import java.util.Set;

/** Where the surname of a Chinese name ends. */
final class Surname {

    /** The compound surnames that are in use; every other surname is one character. */
    private static final Set<String> COMPOUND =
            Set.of(
                    ("欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳"
                                    + " 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 西门 呼延 百里"
                                    + " 东郭 南门 轩辕")
                            .split(" "));

    private Surname() {}

    /** How many characters the surname has; none if nothing would be left as a given name. */
    static int characters(String name) {
        var length = name.codePointCount(0, name.length());
        if (length > 2 && COMPOUND.contains(name.substring(0, name.offsetByCodePoints(0, 2)))) {
            return 2;
        }
        return length > 1 ? 1 : 0;
    }
}
