package org.sunmao.start.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.mock.env.MockEnvironment;
import org.sunmao.Sunmao;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A house that would be reached in clear from elsewhere does not start. */
class NetworkTests {

    @TempDir Path folder;

    @Test
    void aStartThatAsksForAnotherAddressWithoutTlsOrProxyIsRefusedBeforeAnythingIsBegun() {
        var house = new SpringApplicationBuilder(Sunmao.class);
        var data = folder.resolve("data");

        assertThatThrownBy(() -> house.run("--server.address=0.0.0.0", "--sunmao.data=" + data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("server.address=0.0.0.0")
                .hasMessageContaining("没有启动");
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "127.0.0.7", "localhost"})
    void thisMachineAloneIsReachedInClear(String address) {
        assertThatCode(() -> check("server.address", address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "", "no-such-host.invalid"})
    void noOtherAddressIs(String address) {
        assertThatThrownBy(() -> check("server.address", address))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("server.address");
    }

    @Test
    void aProxyThatIsTrustedOpensAnyAddress() {
        assertThatCode(
                        () ->
                                check(
                                        "server.address",
                                        "0.0.0.0",
                                        "sunmao.proxy.trusted",
                                        "10.1.2.3, 10.9.0.0/16,fd00::/8"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.1.2.3/99", "10.1.2", "*", ".*"})
    void whatIsNoRangeOfAddressesIsNotTrusted(String range) {
        assertThatThrownBy(() -> check("sunmao.proxy.trusted", range))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(range);
    }

    @Test
    void certificateAndKeyComeTogetherAndAreThere() throws IOException {
        var file = Files.writeString(folder.resolve("chain.pem"), "").toString();

        assertThatThrownBy(() -> check("sunmao.tls.certificate", file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("一起给出");
        assertThatThrownBy(
                        () ->
                                check(
                                        "sunmao.tls.certificate",
                                        file,
                                        "sunmao.tls.key",
                                        folder.resolve("none.pem").toString()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("私钥");
    }

    @Test
    void onlyADemonstrationIsPublic() {
        assertThatThrownBy(() -> check("sunmao.demo.public", "true"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("演示");
        assertThatCode(
                        () ->
                                check(
                                        "sunmao.demo.public",
                                        "true",
                                        "sunmao.demo",
                                        "county",
                                        "server.address",
                                        "0.0.0.0"))
                .doesNotThrowAnyException();
    }

    private static void check(String... pairs) {
        var settings = new MockEnvironment().withProperty("server.address", "127.0.0.1");
        for (var i = 0; i < pairs.length; i += 2) {
            settings.setProperty(pairs[i], pairs[i + 1]);
        }
        Network.of(settings).check();
    }
}
