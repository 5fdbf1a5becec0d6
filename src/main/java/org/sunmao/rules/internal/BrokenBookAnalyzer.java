package org.sunmao.rules.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Named in {@code META-INF/spring.factories}; Spring Boot prints what it returns. */
class BrokenBookAnalyzer extends AbstractFailureAnalyzer<BrokenBook> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BrokenBook broken) {
        var wayOut = "请按上面的行号改正 src/main/resources 下的规则文件，再启动。写法见 docs/domain/rules.md";
        return new FailureAnalysis(broken.getMessage(), wayOut, failure);
    }
}
