package org.sunmao.person.internal;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.SignedIn;
import org.sunmao.access.SignedInOnly;
import org.sunmao.access.StepUp;

import java.nio.charset.StandardCharsets;

/** A person's copy of what is kept of them, to read and to take along (PRV-04). */
@RestController
@RequestMapping("/api/mine")
class MyDataController {

    private static final String PDF = "application/pdf";

    private final MyData data;
    private final CopyPapers papers;

    MyDataController(MyData data, CopyPapers papers) {
        this.data = data;
        this.papers = papers;
    }

    @StepUp
    @SignedInOnly
    @GetMapping("/data")
    ResponseEntity<MyCopy> json(SignedIn who) {
        return answer(MediaType.APPLICATION_JSON, "我的数据.json").body(data.of(who, "json"));
    }

    @StepUp
    @SignedInOnly
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/data.pdf")
    ResponseEntity<byte[]> pdf(SignedIn who) {
        var copy = data.of(who, "pdf");
        return answer(MediaType.APPLICATION_PDF, "我的数据.pdf").body(papers.pdf(copy));
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type, String name) {
        var named = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
