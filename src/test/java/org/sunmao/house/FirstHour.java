package org.sunmao.house;

import java.util.HashMap;
import java.util.Map;

/** Leads an empty house to its first officer, as three administrators and a committee would. */
public final class FirstHour {

    public static final String ORGANIZATION = "中共演示县委员会";
    private static final String[] ROLES = {"system", "security", "audit"};
    private static final String[] NAMES = {"系统甲", "安全乙", "审计丙"};

    private final int port;
    private final String password;
    private final Map<String, Caller> callers = new HashMap<>();

    public FirstHour(int port, String password) {
        this.port = port;
        this.password = password;
    }

    /**
     * What the wizard is sent: three people, {@code system}, {@code security} and {@code audit}.
     */
    public static Map<String, Object> wish(String token) {
        var wish = new HashMap<String, Object>();
        wish.put("token", token);
        wish.put("organization", ORGANIZATION);
        for (var i = 0; i < ROLES.length; i++) {
            wish.put(ROLES[i], Map.of("name", NAMES[i], "username", ROLES[i] + ".admin"));
        }
        return wish;
    }

    /** From the console's link to an officer who has set a password of their own. */
    public Caller officer(String token, String username) {
        var made = new Caller(port).post("/api/first-start", wish(token));
        made.json().get("links").forEach(link -> open(link.get("token").asString()));
        var system = caller("system.admin");
        var wish = Map.of("username", username, "name", "党务丁");
        var link = check(system.post("/api/accounts", wish));
        open(link.json().get("token").asString());
        approve(request(system, username));
        return caller(username);
    }

    /** Signed in; at the first time with a second factor, which all of them must have. */
    public Caller caller(String username) {
        return callers.computeIfAbsent(
                username,
                name -> {
                    var caller = new Caller(port).signIn(name, password);
                    caller.enrol();
                    return caller;
                });
    }

    public void open(String token) {
        var body = Map.of("token", token, "password", password);
        check(new Caller(port).post("/api/welcome", body));
    }

    private String request(Caller system, String username) {
        var top = check(system.get("/api/grant-requests/top")).json().get("id").asString();
        var wish =
                Map.of(
                        "username",
                        username,
                        "role",
                        "county-officer",
                        "organization",
                        top,
                        "reason",
                        "首次启用");
        return check(system.post("/api/grant-requests", wish)).json().get("id").asString();
    }

    private void approve(String request) {
        check(
                caller("security.admin")
                        .post("/api/grant-requests/" + request + "/approve", Map.of()));
    }

    private static Caller.Answer check(Caller.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.response().body());
        }
        return answer;
    }
}
