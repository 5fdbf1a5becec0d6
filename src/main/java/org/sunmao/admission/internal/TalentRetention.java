package org.sunmao.admission.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sunmao.privacy.Retained;
import org.sunmao.privacy.Retention;

/** Who left the young talent pool is forgotten (PRV-06); whoever withdrew was erased at once. */
@Configuration(proxyBeanMethods = false)
class TalentRetention {

    @Bean
    Retained goneTalents(TalentStore store) {
        return Retained.of(Retention.TALENT, store::letGo);
    }
}
