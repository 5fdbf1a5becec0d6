package org.sunmao.vault.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.stereotype.Component;
import org.sunmao.vault.Vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM, HMAC-SHA-256 and Ed25519. Layout: suite, key version, then nonce and ciphertext with
 * its tag, or the signature.
 */
@Component
class FileVault implements Vault {

    private static final byte SUITE = 1;
    private static final byte KEY_VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;
    private final SecretKeySpec indexing;
    private final SigningKeys signing;

    FileVault(KeyFile keys) {
        this.signing = new SigningKeys(keys.sealing());
        this.sealing = new SecretKeySpec(keys.sealing(), "AES");
        this.indexing = new SecretKeySpec(keys.indexing(), "HmacSHA256");
    }

    @Override
    public byte[] seal(String field, String clear) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, field).doFinal(clear.getBytes(UTF_8));
            return ByteBuffer.allocate(2 + NONCE + sealed.length)
                    .put(SUITE)
                    .put(KEY_VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + field, e);
        }
    }

    @Override
    public String open(String field, byte[] sealed) {
        if (sealed.length < 2 + NONCE || sealed[0] != SUITE || sealed[1] != KEY_VERSION) {
            throw new IllegalStateException(field + " was sealed by an unknown suite or key");
        }
        var nonce = Arrays.copyOfRange(sealed, 2, 2 + NONCE);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, nonce, field);
            var body = 2 + NONCE;
            return new String(cipher.doFinal(sealed, body, sealed.length - body), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    field + " does not open: altered, or the keys are not those it was sealed with",
                    e);
        }
    }

    @Override
    public byte[] blindIndex(String field, String clear) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(indexing);
            mac.update(field.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(clear.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot index " + field, e);
        }
    }

    @Override
    public byte[] sign(String purpose, byte[] message) {
        var signature = signing.of(purpose).sign(message);
        return ByteBuffer.allocate(2 + signature.length)
                .put(SUITE)
                .put(KEY_VERSION)
                .put(signature)
                .array();
    }

    @Override
    public boolean signed(String purpose, byte[] message, byte[] signature) {
        return signature.length == 2 + SigningKeys.SIGNATURE
                && signature[0] == SUITE
                && signature[1] == KEY_VERSION
                && signing.of(purpose)
                        .signed(message, Arrays.copyOfRange(signature, 2, signature.length));
    }

    @Override
    public byte[] publicKey(String purpose) {
        return signing.of(purpose).publicKey();
    }

    private Cipher cipher(int mode, byte[] nonce, String field) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(field.getBytes(UTF_8));
        return cipher;
    }
}
