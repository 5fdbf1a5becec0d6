package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.Village;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** People at work in a village of their own: who asks for grants, and who decides. */
class Offices {

    final Village.County county;
    final Caller system;
    final Caller security;
    private final Village village;
    private final int port;

    Offices(Village village, int port) {
        this.village = village;
        this.port = port;
        county = village.county();
        system = caller(village.account(Role.SYSTEM_ADMIN, null, null));
        security = caller(village.account(Role.SECURITY_ADMIN, null, null));
    }

    Caller caller(String username) {
        return new Caller(port).signIn(username, Village.PASSWORD);
    }

    /** An account that holds nothing yet, opened by the system administrator. */
    String somebody(String name) {
        var username = "p" + UUID.randomUUID().toString().substring(0, 12);
        var link = system.post("/api/accounts", Map.of("username", username, "name", name));
        open(link.json().get("token").asString());
        return username;
    }

    Caller.Answer open(String token) {
        var body = Map.of("token", token, "password", Village.PASSWORD);
        return new Caller(port).post("/api/welcome", body);
    }

    String officer(Role role, UUID organization) {
        return village.account(role, organization, null);
    }

    static Map<String, Object> wish(String username, Role role, @Nullable UUID organization) {
        var wish = new HashMap<String, Object>();
        wish.put("username", username);
        wish.put("role", role.code());
        wish.put("organization", organization);
        wish.put("reason", "工作需要");
        return wish;
    }

    Caller.Answer approve(Caller.Answer asked) {
        return decide(asked, "approve", Map.of());
    }

    Caller.Answer decide(Caller.Answer asked, String step, Object body) {
        var id = asked.json().get("id").asString();
        return security.post("/api/grant-requests/" + id + "/" + step, body);
    }

    int status(String username) {
        var body = Map.of("username", username, "password", Village.PASSWORD);
        return new Caller(port).post("/api/session", body).status();
    }
}
