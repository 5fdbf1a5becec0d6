package org.sunmao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.sunmao.database.Commands;

/** One program, many small rooms: each package below this one is a module. */
@Modulithic(
        systemName = "Sunmao",
        sharedModules = {"rules", "web"})
@EnableScheduling
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Sunmao {

    static void main(String[] args) {
        Commands.named(args)
                .ifPresentOrElse(
                        command -> System.exit(Commands.run(command, args)),
                        () -> SpringApplication.run(Sunmao.class, args));
    }
}
