package org.sunmao.access.internal;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Open;
import org.sunmao.access.internal.Activation.Activated;
import org.sunmao.access.internal.Activation.ActivationView;
import org.sunmao.web.InputRefused;

/** Where a member comes with a code from their branch. */
@RestController
@RequestMapping("/api/activation")
class ActivationController {

    private static final int LONGEST = 200;

    record CodeTyped(@Nullable String code) {}

    record ActivationRequest(
            @Nullable String code, @Nullable String username, @Nullable String password) {}

    private final Activation activation;

    ActivationController(Activation activation) {
        this.activation = activation;
    }

    /** For whom a code is good. In the body, so that it stands in no log of addresses. */
    @Open("whoever brings a code has no account yet, or has lost its password")
    @PostMapping("/code")
    ActivationView look(@RequestBody CodeTyped sent, HttpServletRequest request) {
        return activation.look(text("code", "码", sent.code()), request.getRemoteAddr());
    }

    @Open("whoever brings a code has no account yet, or has lost its password")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Activated use(@RequestBody ActivationRequest sent, HttpServletRequest request) {
        return activation.use(
                text("code", "码", sent.code()),
                sent.username(),
                text("password", "密码", sent.password()),
                request.getRemoteAddr());
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
