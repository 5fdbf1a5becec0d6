package org.sunmao.database.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
    Server databaseServer(LockedDirectory data) {
        return EmbeddedServer.start(data);
    }

    @Bean
    JdbcConnectionDetails applicationLogin(Server server) {
        var login = server.application();
        return new JdbcConnectionDetails() {
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
        };
    }

    @Bean
    FlywayConnectionDetails ownerLogin(Server server) {
        var login = server.owner();
        return new FlywayConnectionDetails() {
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
        };
    }
}
