package org.sunmao.start.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Open;
import org.sunmao.web.InputRefused;

import java.util.regex.Pattern;

@RestController
class FirstAccountController {

    private static final Pattern USERNAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{2,31}");
    private static final int LONGEST = 200;

    record FirstAccountRequest(
            @Nullable String token,
            @Nullable String organization,
            @Nullable String username,
            @Nullable String password) {}

    private final FirstAccount first;

    FirstAccountController(FirstAccount first) {
        this.first = first;
    }

    @Open("nobody can be signed in before there is an account; the one-time link is the proof")
    @PostMapping("/api/first-account")
    @ResponseStatus(HttpStatus.CREATED)
    void make(@RequestBody FirstAccountRequest request) {
        var username = text("username", "用户名", request.username());
        if (!USERNAME.matcher(username).matches()) {
            throw new InputRefused("/username", "用户名用 3 到 32 个字母、数字、点、横线，以字母或数字开头");
        }
        first.make(
                new FirstAccount.Wish(
                        text("token", "链接", request.token()),
                        text("organization", "党组织全称", request.organization()),
                        username,
                        text("password", "密码", request.password())));
    }

    private static String text(String field, String label, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InputRefused("/" + field, "请填写" + label);
        }
        if (value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw new InputRefused("/" + field, label + "过长或含有不能使用的字符");
        }
        return field.equals("password") ? value : value.strip();
    }
}
