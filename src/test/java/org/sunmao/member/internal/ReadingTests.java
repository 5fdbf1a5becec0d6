package org.sunmao.member.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTests {

    @ParameterizedTest
    @CsvSource({
        "张三, zhang san, zs",
        "仇和, qiu he, qh",
        "曾国藩, zeng guo fan, zgf",
        "尉迟恭, yu chi gong, ycg",
        "欧阳建国, ou yang jian guo, oyjg",
        "单田芳, shan tian fang, stf",
        "解晓东, xie xiao dong, xxd",
        "查良镛, zha liang yong, zly",
        "区小平, ou xiao ping, oxp",
        "任贤齐, ren xian qi, rxq",
    })
    void aNameIsReadAsAName(String name, String pinyin, String initials) {
        assertThat(Reading.of(name)).isEqualTo(new Reading(pinyin));
        assertThat(Reading.of(name).initials()).isEqualTo(initials);
    }

    @Test
    void aNameIsFoundByItsPartsAndTheirReadings() {
        assertThat(Reading.of("张三").terms("张三"))
                .containsExactlyInAnyOrder("张三", "三", "zhangsan", "san", "zs");
        assertThat(Reading.of("欧阳建国").terms("欧阳建国"))
                .containsExactlyInAnyOrder("欧阳建国", "建国", "ouyangjianguo", "jianguo", "oyjg");
    }

    @Test
    void whatHasNoReadingKeepsItsCharacters() {
        assertThat(Reading.of("张𡐓").terms("张𡐓")).contains("张𡐓", "𡐓");
        assertThat(Reading.of("买买提·艾力").initials()).isEqualTo("mmtal");
    }
}
