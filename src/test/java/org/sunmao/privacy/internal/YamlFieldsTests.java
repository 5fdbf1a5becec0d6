package org.sunmao.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.sunmao.privacy.RegisteredTable;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** A file of the registry is read as written, and a broken one tells where it is broken. */
class YamlFieldsTests {

    private static final String GOOD =
            """
            member.profile:
              title: 党员登记
              about: member
              technical: [id]
              basis: 党章
              readers: [self, branch]
              retention: membership
              groups:
                - title: 联系方式
                  sensitivity: S2
                  purpose: 联系
                  source: 本人
                  fields: {mobile: 手机号, phone: 固定电话}
            """;

    @Test
    void aGroupGivesEachOfItsColumnsAllThatItSays() {
        var table = read(GOOD).iterator().next();
        assertThat(table.technical()).containsExactly("id");
        assertThat(table.fields())
                .extracting("column", "label", "purpose", "basis")
                .containsExactly(
                        tuple("mobile", "手机号", "联系", "党章"), tuple("phone", "固定电话", "联系", "党章"));
    }

    @Test
    void aWordThatIsNoClassNamesFileLineAndWhatWouldBe() {
        assertThatThrownBy(() -> read(GOOD.replace("sensitivity: S2", "sensitivity: S9")))
                .hasMessageStartingWith("privacy/member.yaml, line 10: ")
                .hasMessageContaining("S9")
                .hasMessageContaining("S3");
    }

    @Test
    void aGroupWithoutAPurposeIsRefused() {
        assertThatThrownBy(() -> read(GOOD.replace("      purpose: 联系\n", "")))
                .hasMessageStartingWith("privacy/member.yaml, line ")
                .hasMessageContaining("purpose is missing");
    }

    @Test
    void aTableWithoutABasisIsRefused() {
        assertThatThrownBy(() -> read(GOOD.replace("  basis: 党章\n", "")))
                .hasMessageStartingWith("privacy/member.yaml, line ")
                .hasMessageContaining("basis is missing");
    }

    @Test
    void aColumnThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> read(GOOD.replace("[id]", "[id, phone]")))
                .hasMessageContaining("column phone stands here twice");
    }

    @Test
    void aTableOfAnotherSchemaIsRefused() {
        assertThatThrownBy(() -> read(GOOD.replace("member.profile", "access.profile")))
                .hasMessageContaining("access.profile is not of this schema");
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        assertThatThrownBy(() -> read(GOOD.replace("  about:", "  remark: x\n  about:")))
                .hasMessageStartingWith("privacy/member.yaml, line ")
                .hasMessageContaining("remark");
    }

    @Test
    void whatIsNoYamlIsRefused() {
        assertThatThrownBy(() -> read("member.profile: [")).hasMessageContaining(", line ");
    }

    private static Collection<RegisteredTable> read(String yaml) {
        var bytes = yaml.getBytes(StandardCharsets.UTF_8);
        return YamlFields.read("privacy/member.yaml", new ByteArrayInputStream(bytes));
    }
}
