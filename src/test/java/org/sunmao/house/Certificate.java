package org.sunmao.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine that its own maker alone believes, written as PEM files. */
public record Certificate(Path chain, Path key, X509Certificate parsed) {

    private static final char[] PASSWORD = "only for this test".toCharArray();

    /** Makes one with the JDK's keytool, over what lies in the folder. */
    public static Certificate make(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            var store = folder.resolve(name + ".p12");
            Files.deleteIfExists(store);
            keytool(store, name);
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            var certificate = (X509Certificate) keys.getCertificate("house");
            var chain = folder.resolve("chain.pem");
            var key = folder.resolve("key.pem");
            pem(key, "PRIVATE KEY", keys.getKey("house", PASSWORD).getEncoded());
            pem(chain, "CERTIFICATE", certificate.getEncoded());
            return new Certificate(chain, key, certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store, String name) throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process =
                new ProcessBuilder(
                                tool,
                                "-genkeypair",
                                "-alias",
                                "house",
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "san=ip:127.0.0.1,dns:localhost",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .inheritIO()
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pem(Path file, String kind, byte[] content) throws IOException {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        var text = lines.encodeToString(content);
        Files.writeString(
                file, "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, text));
    }

    /** Believes this certificate and no other. */
    public SSLContext believed() {
        try {
            var keys = KeyStore.getInstance(KeyStore.getDefaultType());
            keys.load(null, null);
            keys.setCertificateEntry("house", parsed);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keys);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
