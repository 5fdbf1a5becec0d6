package org.sunmao.vault.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One Ed25519 key for each purpose, derived from the master key (HKDF-SHA-256): key files of
 * earlier versions need nothing added, and nothing more is to be kept.
 */
final class SigningKeys {

    static final int SIGNATURE = 64;

    private static final int SEED = 32;
    private static final String INFO = "sunmao ed25519 ";

    private final byte[] master;
    private final Map<String, Pair> keys = new ConcurrentHashMap<>();

    SigningKeys(byte[] master) {
        this.master = master;
    }

    Pair of(String purpose) {
        return keys.computeIfAbsent(purpose, this::derive);
    }

    private Pair derive(String purpose) {
        var seed = new byte[SEED];
        var hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(master, new byte[0], (INFO + purpose).getBytes(UTF_8)));
        hkdf.generateBytes(seed, 0, SEED);
        var secret = new Ed25519PrivateKeyParameters(seed, 0);
        return new Pair(secret, secret.generatePublicKey());
    }

    record Pair(Ed25519PrivateKeyParameters secret, Ed25519PublicKeyParameters open) {

        byte[] sign(byte[] message) {
            var signer = new Ed25519Signer();
            signer.init(true, secret);
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        }

        boolean signed(byte[] message, byte[] signature) {
            var signer = new Ed25519Signer();
            signer.init(false, open);
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        }

        byte[] publicKey() {
            return open.getEncoded();
        }
    }
}
