package org.sunmao.start.internal;

import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Refuses an unsafe network before anything else is begun; opens the door that leads to TLS. */
@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {

    @Bean
    static BeanFactoryPostProcessor networkChecked(Environment settings) {
        return _ -> Network.of(settings).check();
    }

    /** A second door, in clear, that says nothing but where the first one is. */
    @Bean
    @ConditionalOnProperty("sunmao.tls.redirect-port")
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> redirecting(Environment settings) {
        var port = settings.getRequiredProperty("sunmao.tls.redirect-port", Integer.class);
        var address = settings.getProperty("server.address", "");
        return server -> {
            var connector = new Connector();
            connector.setPort(port);
            if (!address.isEmpty()) {
                connector.setProperty("address", address);
            }
            server.addAdditionalConnectors(connector);
        };
    }
}
