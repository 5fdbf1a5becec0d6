package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What everybody tries first is known, and what nobody tries is left alone (ASVS 6.2.4). */
class CommonPasswordsTests {

    @Test
    void theListIsLongEnough() {
        assertThat(CommonPasswords.size()).isGreaterThan(3000);
    }

    @Test
    void wordsWithWhatPeoplePutBehindThemAreCommon() {
        for (var password :
                new String[] {
                    "Password123!",
                    "P@ssw0rd2026",
                    "Admin@2026",
                    "Qwerty12345",
                    "woaini5201314",
                    "Dangjian2026",
                    "1qaz2wsx3edc",
                    "Aa12345678",
                    "19700101",
                    "1970-01-01",
                    "aaaaaaaaaa",
                    "abababab",
                    "qwertyuiop",
                    "9876543210",
                    "adminadmin",
                    "ｐａｓｓｗｏｒｄ"
                }) {
            assertThat(CommonPasswords.contain(password)).as(password).isTrue();
        }
    }

    @Test
    void aSentenceAndWhatIsChosenAtRandomAreNot() {
        for (var password :
                new String[] {
                    "correct horse battery staple", "春天种下三棵枣树等秋天", "k8#Vw2!pQz", "Tr7-blue-Kettle"
                }) {
            assertThat(CommonPasswords.contain(password)).as(password).isFalse();
        }
    }
}
