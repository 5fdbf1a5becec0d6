package org.sunmao.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunmao.database.DataDirectory;
import org.sunmao.database.StartRefused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

class FileVaultTests {

    @TempDir Path folder = Path.of("");

    @Test
    void whatIsSealedOpensAgainAndNeverLooksTheSame() {
        var vault = vault();
        var first = vault.seal("member.mobile", "10012345678");

        assertThat(vault.open("member.mobile", first)).isEqualTo("10012345678");
        assertThat(vault.seal("member.mobile", "10012345678")).isNotEqualTo(first);
        assertThat(new String(first, ISO_8859_1)).doesNotContain("1234");
    }

    @Test
    void aValueCannotBeMovedToAnotherFieldOrAltered() {
        var vault = vault();
        var sealed = vault.seal("member.mobile", "10012345678");

        assertThatThrownBy(() -> vault.open("member.phone", sealed))
                .hasMessageContaining("does not open");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open("member.mobile", sealed))
                .hasMessageContaining("does not open");
    }

    @Test
    void aBlindIndexIsTheSameForTheSameValueOfTheSameFieldOnly() {
        var vault = vault();

        assertThat(vault.blindIndex("a", "1")).isEqualTo(vault.blindIndex("a", "1"));
        assertThat(vault.blindIndex("a", "1")).isNotEqualTo(vault.blindIndex("b", "1"));
        assertThat(vault.blindIndex("a", "1")).isNotEqualTo(vault.blindIndex("a", "2"));
    }

    @Test
    void theKeysSurviveARestartAndOtherKeysFindNothing() throws Exception {
        var sealed = vault().seal("a", "text");
        assertThat(vault().open("a", sealed)).isEqualTo("text");

        Files.delete(folder.resolve("keys"));
        var stranger = vault();
        assertThatThrownBy(() -> stranger.open("a", sealed)).hasMessageContaining("keys");
    }

    @Test
    void whatIsSignedHoldsForItsPurposeAndMessageOnly() {
        var vault = vault();
        var message = "a head".getBytes(UTF_8);
        var signature = vault.sign("journal.head", message);

        assertThat(vault.signed("journal.head", message, signature)).isTrue();
        assertThat(vault.signed("journal.leaf", message, signature)).isFalse();
        assertThat(vault.signed("journal.head", "another".getBytes(UTF_8), signature)).isFalse();
        signature[10] ^= 1;
        assertThat(vault.signed("journal.head", message, signature)).isFalse();
        assertThat(vault.signed("journal.head", message, new byte[0])).isFalse();
    }

    @Test
    void theSigningKeyIsMadeOfTheKeyFileAndOthersCheckItsSignatures() throws Exception {
        Files.writeString(
                folder.resolve("keys"),
                "sealing-1=%1$s\nindexing=%1$s\n".formatted("A".repeat(43) + "="));
        var key = vault().publicKey("journal.head");

        assertThat(key).isEqualTo(vault().publicKey("journal.head")).hasSize(32);
        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("bf6bbff63629f144d8e195b030ca3a9a976ef55b758b7ec8e78f434df27ce73f");
        var message = "a head".getBytes(UTF_8);
        var signature = vault().sign("journal.head", message);
        var check = Signature.getInstance("Ed25519");
        var x509 = HexFormat.of().parseHex("302a300506032b6570032100");
        var spec = new X509EncodedKeySpec(ByteBuffer.allocate(44).put(x509).put(key).array());
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(spec));
        check.update(message);
        assertThat(check.verify(signature, 2, 64)).isTrue();
    }

    @Test
    void aBrokenKeyFileStopsTheStart() throws Exception {
        Files.writeString(folder.resolve("keys"), "sealing-1=AAAA\n");

        assertThatThrownBy(this::vault)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("sealing-1");
    }

    private FileVault vault() {
        return new FileVault(new KeyFile(new Folder(folder), null));
    }

    private record Folder(Path path) implements DataDirectory {

        @Override
        public Path file(String name) {
            return path.resolve(name);
        }

        @Override
        public void writePrivately(Path file, String content) {
            try {
                Files.writeString(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
