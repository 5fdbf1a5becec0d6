package org.sunmao.message.internal;

import static org.sunmao.privacy.Retention.NOTICE;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sunmao.privacy.Retained;

/** What was told, and until when it is kept (PRV-06). */
@Configuration(proxyBeanMethods = false)
class MessageRetention {

    @Bean
    Retained oldDigests(DigestStore store) {
        return Retained.of(NOTICE, store::letGo);
    }

    @Bean
    Retained toldOfWhatIsOver(DigestStore store) {
        return Retained.of(NOTICE, store::forget);
    }
}
