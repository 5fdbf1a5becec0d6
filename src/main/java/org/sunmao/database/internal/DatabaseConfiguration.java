package org.sunmao.database.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import java.nio.file.Path;

/**
 * Gives Spring Boot the two logins. Each bean is made from the one before it, so the pool is closed
 * before the server, and the server before the directory is let go.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    LockedDirectory dataDirectory(@Value("${sunmao.data:data}") Path path) {
        return LockedDirectory.open(path);
    }

    @Bean
    Server databaseServer(LockedDirectory data, Environment environment) {
        return server(data, environment);
    }

    @Bean
    ConnectionFile connectionFile(LockedDirectory data, Server server) {
        return new ConnectionFile(data, server.application());
    }

    static Server server(LockedDirectory data, Environment environment) {
        return external(environment)
                ? ExternalServer.named(environment)
                : EmbeddedServer.start(data.path());
    }

    static boolean external(Environment environment) {
        return !environment.getProperty(ExternalServer.URL, "").isEmpty();
    }

    @Bean
    JdbcConnectionDetails applicationLogin(Server server) {
        return new ApplicationDetails(server.application());
    }

    @Bean
    FlywayConnectionDetails ownerLogin(Server server) {
        return new OwnerDetails(server.owner());
    }

    private record ApplicationDetails(Login login) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return login.url();
        }

        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }

    private record OwnerDetails(Login login) implements FlywayConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return login.url();
        }

        @Override
        public String getUsername() {
            return login.user();
        }

        @Override
        public String getPassword() {
            return login.password();
        }
    }
}
