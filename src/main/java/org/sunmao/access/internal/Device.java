package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody signed in with, in words, from what their browser says of itself. */
final class Device {

    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();
    private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

    static {
        SYSTEMS.put("HarmonyOS", "手机（鸿蒙");
        SYSTEMS.put("OpenHarmony", "手机（鸿蒙");
        SYSTEMS.put("iPhone", "手机（苹果");
        SYSTEMS.put("iPad", "平板（苹果");
        SYSTEMS.put("Android", "手机（安卓");
        SYSTEMS.put("Windows", "电脑（Windows");
        SYSTEMS.put("Macintosh", "电脑（苹果");
        SYSTEMS.put("Linux", "电脑（Linux");
        BROWSERS.put("MicroMessenger", "微信");
        BROWSERS.put("DingTalk", "钉钉");
        BROWSERS.put("Edg", "Edge 浏览器");
        BROWSERS.put("QQBrowser", "QQ 浏览器");
        BROWSERS.put("Firefox", "火狐浏览器");
        BROWSERS.put("Chrome", "Chrome 内核浏览器");
        BROWSERS.put("Safari", "Safari 浏览器");
    }

    private Device() {}

    /** Only what stands in the two lists: nothing that was sent is kept or shown. */
    static String of(@Nullable String agent) {
        var said = agent == null ? "" : agent;
        var system = first(SYSTEMS, said);
        var browser = first(BROWSERS, said);
        if (system.isEmpty()) {
            return browser.isEmpty() ? "未知设备" : "未知设备（" + browser + "）";
        }
        return browser.isEmpty() ? system + "）" : system + "，" + browser + "）";
    }

    private static String first(Map<String, String> words, String agent) {
        return words.entrySet().stream()
                .filter(word -> agent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
