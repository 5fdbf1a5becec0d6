package org.sunmao.access.internal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.access.PasswordRule;
import org.sunmao.house.HouseTest;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.internal.Situation;

import java.util.List;

/** The cases of the book about passwords. */
@HouseTest
class PasswordCasesTests {

    @Autowired PasswordRule passwords;

    @TestFactory
    List<DynamicTest> passwords() {
        return Situation.each("passwords", this::password);
    }

    private void password(Situation situation) {
        var said = said(situation.text("密码"));
        situation.comes("结果", said.isEmpty() ? "可以" : "不可以");
        situation.comes("说明", said);
    }

    private String said(String password) {
        try {
            passwords.check(password);
            return "";
        } catch (RuleRefused refused) {
            var message = refused.getMessage();
            return message == null ? "" : message;
        }
    }
}
