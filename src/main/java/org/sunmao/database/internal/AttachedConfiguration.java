package org.sunmao.database.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.sunmao.database.DataDirectory;

import java.nio.file.Path;

import javax.sql.DataSource;

/** What a command has of the database. Without an annotation, so that the server never finds it. */
class AttachedConfiguration {

    @Bean
    Attachment attachment(@Value("${sunmao.data:data}") Path directory, Environment environment) {
        return Attachment.to(directory, environment);
    }

    @Bean
    DataDirectory dataDirectory(Attachment attachment) {
        return attachment.directory();
    }

    @Bean
    DataSource database(Attachment attachment) {
        var login = attachment.login();
        return new DriverManagerDataSource(login.url(), login.user(), login.password());
    }

    @Bean
    JdbcClient jdbcClient(DataSource database) {
        return JdbcClient.create(database);
    }
}
