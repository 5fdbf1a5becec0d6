package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Open;
import org.sunmao.web.InputRefused;

@RestController
@RequestMapping("/api/welcome")
class WelcomeController {

    private static final int LONGEST = 200;

    record WelcomeLink(@Nullable String token) {}

    record WelcomeRequest(@Nullable String token, @Nullable String password) {}

    /** Whom a link is for. */
    record WelcomeView(String username, String name) {}

    private final Welcome welcome;

    WelcomeController(Welcome welcome) {
        this.welcome = welcome;
    }

    @Open("whoever opens a link has no password yet; the link is the proof")
    @PostMapping("/link")
    WelcomeView look(@RequestBody WelcomeLink link) {
        return view(welcome.look(text("token", "链接", link.token())));
    }

    @Open("whoever opens a link has no password yet; the link is the proof")
    @PostMapping
    WelcomeView open(@RequestBody WelcomeRequest request) {
        var token = text("token", "链接", request.token());
        return view(welcome.open(token, text("password", "密码", request.password())));
    }

    private static WelcomeView view(InvitationLinks.Invited whom) {
        return new WelcomeView(whom.username(), whom.name());
    }

    private static String text(String field, String label, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InputRefused("/" + field, "请填写" + label);
        }
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new InputRefused("/" + field, label + "过长或含有不能使用的字符");
        }
        return value;
    }
}
