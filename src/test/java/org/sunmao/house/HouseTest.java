package org.sunmao.house;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.sunmao.duty.internal.Anew;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test in the running house: real server, real PostgreSQL, no demonstration data.
 *
 * <p>All such tests share one house. Each builds its own tree, and sees nothing of the others': the
 * scope of its accounts is the isolation.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"sunmao.demo=none", "springdoc.api-docs.enabled=true"})
@ContextConfiguration(initializers = FreshData.class)
@Import({Village.class, TestClock.class, OfferedFactors.class, LifeBeginning.class, Anew.class})
public @interface HouseTest {}
