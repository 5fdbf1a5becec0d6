package org.sunmao.start.internal;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.nio.file.Path;
import java.util.HashMap;

/**
 * Turns the few settings of {@link Network} into the many of the server; named in {@code
 * META-INF/spring.factories}.
 */
class NetworkSettings implements EnvironmentPostProcessor {

    /** Forward secrecy and authenticated encryption only; what browsers of ten years know. */
    private static final String CIPHERS =
            "TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256,TLS_CHACHA20_POLY1305_SHA256,"
                    + "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,"
                    + "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,"
                    + "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,"
                    + "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,"
                    + "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,"
                    + "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var network = Network.of(environment);
        var settings = new HashMap<String, Object>();
        // Unset, some platforms would have every private address believed.
        settings.put("server.forward-headers-strategy", "none");
        if (network.certificate() != null && network.key() != null) {
            var bundle = "spring.ssl.bundle.pem.sunmao.";
            settings.put(bundle + "keystore.certificate", file(network.certificate()));
            settings.put(bundle + "keystore.private-key", file(network.key()));
            settings.put(bundle + "reload-on-update", "true");
            settings.put(bundle + "options.enabled-protocols", "TLSv1.3,TLSv1.2");
            settings.put(bundle + "options.ciphers", CIPHERS);
            settings.put("server.ssl.bundle", "sunmao");
        }
        if (!network.proxies().isEmpty()) {
            var proxies = String.join(",", network.proxies());
            settings.put("server.forward-headers-strategy", "native");
            settings.put("server.tomcat.remoteip.internal-proxies", proxies);
        }
        environment.getPropertySources().addLast(new MapPropertySource("network", settings));
    }

    private static String file(String path) {
        return Path.of(path).toAbsolutePath().toUri().toString();
    }
}
