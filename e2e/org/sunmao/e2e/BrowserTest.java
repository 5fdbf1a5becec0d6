package org.sunmao.e2e;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.sunmao.house.FreshData;
import org.sunmao.house.TestClock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A journey in the system's Chromium through a house with the demonstration county; all journeys
 * share the house and the browser. Skipped aloud without Chromium, and failed where {@code
 * CI=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ChromiumCondition.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"sunmao.demo=county", "sunmao.demo.year=false"})
@ContextConfiguration(initializers = FreshData.class)
@Import({Chromium.class, Deputies.class, TestClock.class, ThisMonth.class})
@interface BrowserTest {}
