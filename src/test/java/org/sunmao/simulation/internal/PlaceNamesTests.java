package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTests {

    @ParameterizedTest
    @CsvSource({
        "东关村委会, 东关村",
        "四兴村村委会, 四兴村",
        "东南村村委, 东南村",
        "小北张村村民委员会, 小北张村",
        "靳作村民委员会, 靳作村",
        "东城社区居委会, 东城社区",
        "老城居委会, 老城社区",
        "东于村社区居民委员会, 东于村社区",
        "雪莲虚拟社区, 雪莲虚拟社区"
    })
    void aVillageIsCalledWithoutItsCommittee(String committee, String village) {
        assertThat(PlaceNames.village(committee)).isEqualTo(village);
    }

    @ParameterizedTest
    @CsvSource({
        "141123, 141123, 兴县",
        "141123, 141123100, 兴县蔚汾镇",
        "141123, 141123100200, 兴县蔚汾镇东关村",
        "141123, 141123400, 兴县经济技术开发区",
        "141123, 141123400498, 兴县经济技术开发区虚拟社区",
        "4108, 410802, 焦作市解放区",
        "4108, 410804001, 焦作市马村区马村街道",
        "4108, 410822101, 博爱县柏山镇",
        "4108, 410822400, 国营博爱农场",
        "4108, 410823598, 武陟宁郭农场",
        "4108, 410871, 焦作城乡一体化示范区"
    })
    void aPlaceIsCalledByAllAboveItButNothingTwice(String root, String code, String name) {
        var areas = Areas.of(root);
        assertThat(new PlaceNames(areas).full(areas.get(code))).isEqualTo(name);
    }

    @Test
    void anAddressBeginsWithTheProvince() {
        var areas = Areas.of("141123");
        assertThat(new PlaceNames(areas).address(areas.get("141123100200")))
                .isEqualTo("山西省吕梁市兴县蔚汾镇东关村");
    }

    @Test
    void streetsAndZonesAreNoTownships() {
        var areas = Areas.of("4108");
        assertThat(areas.get("410802001").isStreet()).isTrue();
        assertThat(areas.get("410821100").isStreet()).isFalse();
        assertThat(areas.get("410821400").isZone()).isTrue();
        assertThat(areas.get("410871").isZone()).isTrue();
        assertThat(areas.get("410825").isZone()).isFalse();
        assertThat(areas.get("410802009200").isFarming()).isTrue();
        assertThat(areas.get("410802009001").isFarming()).isFalse();
    }
}
