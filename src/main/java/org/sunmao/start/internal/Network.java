package org.sunmao.start.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.sunmao.database.StartRefused;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the house is reached, as its settings say: by TLS of its own, behind a proxy that has TLS, or
 * from its own machine only.
 *
 * @param address where it listens
 * @param certificate the PEM file of its certificate chain, if it has TLS of its own
 * @param key the PEM file of the private key
 * @param proxies the ranges of addresses whose forwarded headers are believed
 * @param demo what is demonstrated
 * @param publicDemo whether a demonstration may be reached from anywhere, in clear
 */
record Network(
        String address,
        @Nullable String certificate,
        @Nullable String key,
        List<String> proxies,
        String demo,
        boolean publicDemo) {

    /** Four numbers or an IPv6 address; a name could be made to mean another machine. */
    private static final Pattern RANGE =
            Pattern.compile("(\\d+(\\.\\d+){3}|[0-9a-fA-F]*:[0-9a-fA-F.:]+)(/\\d+)?");

    static Network of(Environment settings) {
        var proxies = settings.getProperty("sunmao.proxy.trusted", "");
        return new Network(
                settings.getProperty("server.address", ""),
                text(settings, "sunmao.tls.certificate"),
                text(settings, "sunmao.tls.key"),
                Arrays.stream(proxies.split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList(),
                settings.getProperty("sunmao.demo", "none"),
                settings.getProperty("sunmao.demo.public", Boolean.class, false));
    }

    private static @Nullable String text(Environment settings, String name) {
        var text = settings.getProperty(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    boolean tls() {
        return certificate != null && key != null;
    }

    /** Refuses a start that would let passwords and personal data travel in clear (SEC-04). */
    void check() {
        if ((certificate == null) != (key == null)) {
            throw new StartRefused(
                    "证书和私钥要一起给出：sunmao.tls.certificate 和 sunmao.tls.key 只设了一个",
                    "两项都填写 PEM 文件的路径，或者都不填写。见 docs/operate/network.md");
        }
        if (certificate != null && key != null) {
            readable("证书", certificate);
            readable("私钥", key);
        }
        proxies.forEach(Network::range);
        if (publicDemo && demo.equals("none")) {
            throw new StartRefused(
                    "sunmao.demo.public=true 只用于公开演示，而这里没有演示数据",
                    "去掉这一项；要让别的机器使用，请配置证书（sunmao.tls.*）或可信代理（sunmao.proxy.trusted）");
        }
        if (!tls() && proxies.isEmpty() && !publicDemo && !loopback()) {
            throw new StartRefused(
                    "server.address=%s 会让别的机器不加密地访问，口令和个人信息会被中途看到，因此没有启动"
                            .formatted(address.isEmpty() ? "（空）" : address),
                    "任选一种：一、配置证书 sunmao.tls.certificate 和 sunmao.tls.key；"
                            + "二、放在有证书的代理后面，设 sunmao.proxy.trusted=代理的地址段；"
                            + "三、去掉 server.address，只在本机使用。"
                            + "只做演示、没有真实数据时，可设 sunmao.demo.public=true。"
                            + "见 docs/operate/network.md");
        }
    }

    private boolean loopback() {
        try {
            return !address.isEmpty()
                    && Arrays.stream(InetAddress.getAllByName(address))
                            .allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            throw new StartRefused(
                    "server.address=%s 不是本机认识的地址".formatted(address), "改为本机的 IP 地址，或去掉这一项", e);
        }
    }

    private static void readable(String what, String file) {
        if (!Files.isReadable(Path.of(file))) {
            throw new StartRefused(
                    "%s文件读不到：%s".formatted(what, file), "检查路径和权限：运行榫卯的用户要能读到它，别的用户读不到私钥");
        }
    }

    private static void range(String proxy) {
        try {
            if (!RANGE.matcher(proxy).matches()) {
                throw new IllegalArgumentException(proxy);
            }
            var _ = new IpAddressMatcher(proxy);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "sunmao.proxy.trusted 里的“%s”不是地址段".formatted(proxy),
                    "写成 10.1.2.3 或 10.1.2.0/24，几个之间用逗号分开",
                    e);
        }
    }
}
