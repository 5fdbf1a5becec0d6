package org.sunmao.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Set;

/** The description of the interfaces, OpenAPI 3.1, from which the front's types are made. */
@Configuration
class ApiDescription {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        var info = new Info().title("Sunmao").version("1").description("榫卯的接口，只增不改");
        return new OpenAPI().info(info).components(new Components().addSchemas(PROBLEM, problem()));
    }

    /** Every route by the name of its controller and method; every refusal as a problem. */
    @Bean
    OperationCustomizer operations() {
        return (operation, route) -> {
            var controller = route.getBeanType().getSimpleName().replace("Controller", "");
            operation.setTags(null);
            operation.setOperationId(controller + "." + route.getMethod().getName());
            var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
            var content =
                    new Content()
                            .addMediaType(
                                    "application/problem+json", new MediaType().schema(schema));
            operation
                    .getResponses()
                    .addApiResponse(
                            "default", new ApiResponse().description("RFC 9457").content(content));
            return operation;
        };
    }

    @Bean
    ModelConverter recordsAreWhole() {
        return new RecordsAreWhole();
    }

    private static Schema<?> problem() {
        var text = "string";
        return typed("object")
                .addProperty("type", typed(text))
                .addProperty("title", typed(text))
                .addProperty("status", typed("integer"))
                .addProperty("detail", typed(text))
                .addProperty("rule", typed(text))
                .addProperty("ruleTitle", typed(text))
                .addProperty("ruleText", typed(text))
                .addProperty("cites", typed(text))
                .addProperty(
                        "errors",
                        typed("array")
                                .items(
                                        typed("object")
                                                .addProperty("pointer", typed(text))
                                                .addProperty("detail", typed(text))));
    }

    private static Schema<?> typed(String type) {
        return new Schema<>().types(Set.of(type));
    }
}
